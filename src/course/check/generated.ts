import * as z from 'zod/mini';
import { PublishedIdSchema, StatementIdSchema } from '../../framework/id-schemas.ts';
import { parseStatementId } from '../../framework/ids.ts';
import { arrange, type LookUp } from './look-up.ts';
import type { ChoiceQuestion } from './question.ts';

/** Which statement belongs to this element? The others come from sibling elements. */
export const WhichStatementSchema = z.strictObject({
  id: PublishedIdSchema,
  kind: z.literal('which-statement'),
  answer: StatementIdSchema,
  distractors: z.array(StatementIdSchema).check(z.minLength(1), z.maxLength(4)),
});
type WhichStatement = z.output<typeof WhichStatementSchema>;

/** Which element does this statement belong to? The distractors are ids of sibling elements. */
export const WhichElementSchema = z.strictObject({
  id: PublishedIdSchema,
  kind: z.literal('which-element'),
  statement: StatementIdSchema,
  distractors: z.array(PublishedIdSchema).check(z.minLength(1), z.maxLength(4)),
});
type WhichElement = z.output<typeof WhichElementSchema>;

export function prepareWhichStatement(item: WhichStatement, { own, quote }: LookUp): ChoiceQuestion {
  const ids = [item.answer, ...item.distractors];
  return {
    form: 'choice',
    id: item.id,
    question: `Which of these belongs to “${own.label}”?`,
    options: arrange(item.id, ids.map((id) => ({ id: optionId(id), text: quote(id).statement.text, isQuoted: true, isCorrect: id === item.answer }))),
    correctResponse: optionId(item.answer),
    explanation: `“${quote(item.answer).statement.text}” stands under “${own.label}”. ${item.distractors.length === 1 ? 'The other belongs' : 'The others belong'} elsewhere: ${listLabels(item.distractors.map((id) => quote(id).element.label))}.`,
  };
}

export function prepareWhichElement(item: WhichElement, { own, quote }: LookUp): ChoiceQuestion {
  const quotation = quote(item.statement);
  const labelOf = (id: string) => quotation.framework.elements.find((element) => element.id === id)?.label ?? id;
  const ids = [own.id, ...item.distractors];
  return {
    form: 'choice',
    id: item.id,
    question: 'Where does this come from?',
    quotation,
    options: arrange(item.id, ids.map((id) => ({ id, text: labelOf(id), isQuoted: false, isCorrect: id === own.id }))),
    correctResponse: own.id,
    explanation: `It stands under “${own.label}”.`,
  };
}

/** Ids go into records and statements, so they hold no slash. */
const optionId = (statementId: string): string => {
  const parts = parseStatementId(statementId);
  return parts ? `${parts.element}-${parts.number}` : statementId;
};

const listLabels = (labels: readonly string[]): string => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format([...new Set(labels)].map((label) => `“${label}”`));
