import * as z from 'zod/mini';
import { PublishedIdSchema, StatementIdSchema } from '../../framework/id-schemas.ts';
import { parseStatementId } from '../../framework/ids.ts';
import type { ElementKind } from '../../framework/framework.ts';
import { KIND_LABELS } from '../../framework/kind-labels.ts';
import { showLabel } from '../../framework/show-label.ts';
import { hashText } from '../fnv1a.ts';
import { ExplanationSchema } from './explained.ts';
import { arrange, type LookUp } from './look-up.ts';
import type { MatchQuestion } from './question.ts';
import { encodePairs } from './response.ts';

/**
 * Match each statement to the element it stands under. The statements are named and quoted, never typed; the framework says where
 * each belongs. To choose from: the module's own element, those of the statements and those named beside them, three or four in all.
 *
 * It is one item and so one boolean of the completion contract: correct only where every statement is matched, as in a
 * `matching` interaction of xAPI and SCORM, and worth as much as any other item. The page marks each statement, so that what was
 * right is seen, and the response keeps every pair.
 */
export const MatchSchema = z.strictObject({
  id: PublishedIdSchema,
  kind: z.literal('match'),
  statements: z.array(StatementIdSchema).check(z.minLength(3, 'Name three or four statements'), z.maxLength(4, 'Name three or four statements')),
  /** Ids of elements that no statement here belongs to: with them, the last one can't be had by elimination. */
  alsoOffer: z._default(z.array(PublishedIdSchema).check(z.maxLength(2, 'Offer at most two more elements')), []),
  /** What tells the elements apart. */
  explanation: ExplanationSchema,
});
type Match = z.output<typeof MatchSchema>;

export const CHOICES = { min: 3, max: 4 } as const;

/** Ids of the elements to choose from: own first, then as written. */
export function listChoices(item: Pick<Match, 'statements' | 'alsoOffer'>, own: string, elementOf: (statementId: string) => string | undefined): string[] {
  return [...new Set([own, ...item.statements.flatMap((id) => elementOf(id) ?? []), ...item.alsoOffer])];
}

export function prepareMatch(item: Match, { own, quote }: LookUp): MatchQuestion {
  const quotations = item.statements.map(quote);
  const offered = new Set(listChoices(item, own.id, (id) => quote(id).element.id));
  const elements = (quotations[0]?.framework.elements ?? [own]).filter(({ id }) => offered.has(id));
  const rows = arrange(item.id, quotations.map((quotation) => ({ id: shortStatementId(quotation.statement.id), quotation, correct: shortId(quotation.element.id) })));
  return {
    form: 'match',
    id: item.id,
    question: `Which ${nameKind(elements.map(({ kind }) => kind))} does each of these belong to?`,
    rows,
    choices: elements.map(({ id, label }) => ({ id: shortId(id), label: showLabel(label) })),
    correctResponse: encodePairs(rows.map((row) => [row.id, row.correct])),
    explanation: item.explanation,
  };
}

function nameKind(kinds: readonly ElementKind[]): string {
  const [kind, ...others] = new Set(kinds);
  return kind === undefined || others.length > 0 ? 'part of the framework' : KIND_LABELS[kind].one.toLowerCase();
}

/** Four pairs must fit into the 200 characters of a response: 4 × (19 + 1 + 4 + 3 + 19) + 3 × 3 = 193. */
const MAX_SHORT_ID = 19;

/** An element's id where it is short; else its beginning and a fingerprint of the whole, the same for the same id. */
export function shortId(id: string): string {
  if (id.length <= MAX_SHORT_ID) return id;
  const fingerprint = hashText(id).low.toString(16).padStart(8, '0').slice(0, 6);
  return `${id.slice(0, MAX_SHORT_ID - fingerprint.length - 1).replace(/-$/, '')}-${fingerprint}`;
}

function shortStatementId(statementId: string): string {
  const parts = parseStatementId(statementId);
  return parts ? `${shortId(parts.element)}-${parts.number}` : shortId(statementId);
}
