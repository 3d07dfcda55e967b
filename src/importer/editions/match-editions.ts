import { FrameworkSchema, type Framework, type FrameworkInput, type PracticeStatement, type WithdrawnElement, type WithdrawnStatement } from '../../framework/framework.ts';
import { parseStatementId } from '../../framework/ids.ts';
import { describeEdition } from './describe-edition.ts';
import { say, type EditionChanges } from './changes.ts';
import type { DraftElementInput, DraftEntry, DraftStatement, FormerEntry } from './entry.ts';
import { NewIds } from './new-ids.ts';
import { pairEditions, type PairedEditions } from './pair-editions.ts';
import type { Pairing } from './pairing.ts';
import { readWording } from './wording.ts';

export interface MatchedEditions extends PairedEditions {
  former: Framework;
  /** Withdrawn statements that are back, by where they stand now. */
  restored: ReadonlyMap<DraftEntry, WithdrawnStatement>;
  /** The new edition: the draft with ids that are permanent. Statements stand as they stand in `draftEntries`. */
  framework: Framework;
}

/**
 * Makes a draft the next edition of a framework. A statement that is unchanged, reworded or moved keeps its id, and the themes that
 * people gave it; an element keeps its id and its kind. What the document itself says (labels, stems, who has the duty, what to
 * avoid) comes from the draft. A statement whose words changed carries `today`. What is new gets ids that were never used; what is gone is kept as withdrawn.
 * Pure: the same two editions give the same result.
 */
export function matchEditions(former: Framework, draft: FrameworkInput, { label, today }: { label?: string | undefined; today?: string | undefined } = {}): { framework: Framework; changes: EditionChanges } {
  const paired = pairEditions(former, draft);
  const { formerEntries, draftEntries, elementOf, pairing } = paired;
  const restored = findRestored(former.withdrawn ?? [], draftEntries.flat().filter((entry) => pairing.isFreeDraft(entry)));

  const ids = new NewIds(former);
  const elements = draft.elements.map((element, at) => nameElement(element, former.elements[elementOf.get(at) ?? -1], ids));
  const named = elements.map((element, at) => ({ ...element, statements: (draftEntries[at] ?? []).map((entry) => nameStatement(entry, element.id, pairing.formerOf(entry)?.statement ?? restored.get(entry), ids, today)) }));
  const idOf = new Map<DraftEntry, string>(draftEntries.flatMap((entries, at) => entries.map((entry, position): [DraftEntry, string] => [entry, named[at]?.statements[position]?.id ?? ''])));

  const edition = chooseEdition(former, draft, paired, label);
  const withdrawn = withdrawStatements(former, formerEntries, pairing, new Set([...restored.values()]), idOf, edition.label);
  const withdrawnElements = withdrawElements(former, formerEntries, elementOf, elements, pairing, edition.label);
  const publisher = draft.publisher ?? former.publisher;
  const framework = FrameworkSchema.parse({
    id: former.id,
    title: draft.title,
    ...(publisher === undefined ? {} : { publisher }),
    edition,
    source: draft.source,
    elements: named,
    ...(withdrawn.length === 0 ? {} : { withdrawn }),
    ...(withdrawnElements.length === 0 ? {} : { withdrawnElements }),
  });
  return { framework, changes: describeEdition({ ...paired, former, restored, framework }) };
}

/** A withdrawn statement that the document has again, word for word, is the same statement. */
function findRestored(withdrawn: readonly WithdrawnStatement[], added: readonly DraftEntry[]): Map<DraftEntry, WithdrawnStatement> {
  const open = new Map(withdrawn.map((statement) => [readWording(statement.text).key, statement]));
  const restored = new Map<DraftEntry, WithdrawnStatement>();
  for (const entry of added) {
    const statement = open.get(entry.wording.key);
    if (statement) restored.set(entry, statement);
    open.delete(entry.wording.key);
  }
  return restored;
}

/** The element as the document has it, under the id and kind that it had. */
function nameElement(element: DraftElementInput, former: Framework['elements'][number] | undefined, ids: NewIds): DraftElementInput {
  return former ? { ...element, id: former.id, kind: former.kind } : { ...element, id: ids.ofElement(element.id) };
}

function nameStatement({ statement }: DraftEntry, element: string, former: PracticeStatement | WithdrawnStatement | undefined, ids: NewIds, today: string | undefined): DraftStatement {
  if (!former) return { ...statement, id: ids.ofStatement(element) };
  // One that is back from being withdrawn stands word for word as it stood.
  if (!('themes' in former)) return { ...statement, id: former.id };
  const reworded = say(former) === say(statement) ? former.reworded : today;
  return { ...statement, id: former.id, themes: former.themes, ...(reworded === undefined ? {} : { reworded }) };
}

/** Where nobody named the edition, it is called by the document's date, and where that is the same, "revised". */
function chooseEdition(former: Framework, draft: FrameworkInput, { formerEntries, draftEntries, elementOf, pairing }: PairedEditions, label: string | undefined): Framework['edition'] {
  const date = draft.edition?.date;
  const isAsItWas = (entry: DraftEntry) => {
    const before = pairing.formerOf(entry);
    return before?.wording.key === entry.wording.key && elementOf.get(entry.element) === before.element;
  };
  const isRevised = formerEntries.flat().some((entry) => !pairing.draftOf(entry)) || !draftEntries.flat().every(isAsItWas);
  const [, count = '1'] = /^revised(?: (\d{1,4}))?$/.exec(former.edition.label) ?? [undefined, '0'];
  const revised = count === '0' ? 'revised' : `revised ${Number(count) + 1}`;
  const unnamed = date !== undefined && date !== former.edition.date ? date : isRevised ? revised : former.edition.label;
  return { label: label ?? unnamed, ...(date === undefined ? {} : { date }) };
}

function withdrawStatements(former: Framework, entries: readonly FormerEntry[][], pairing: Pairing, restored: ReadonlySet<WithdrawnStatement>, idOf: ReadonlyMap<DraftEntry, string>, edition: string): WithdrawnStatement[] {
  const before = (former.withdrawn ?? []).filter((statement) => !restored.has(statement));
  const now = entries.flat().filter((entry) => !pairing.draftOf(entry)).map((entry): WithdrawnStatement => {
    const { id, text } = entry.statement;
    const element = former.elements[entry.element]?.id;
    const into = pairing.mergedInto(entry);
    const replacedBy = into && idOf.get(into);
    return { id, text, ...(element === undefined || element === parseStatementId(id)?.element ? {} : { element }), edition, ...(replacedBy === undefined ? {} : { replacedBy }) };
  });
  return [...before, ...now];
}

function withdrawElements(former: Framework, entries: readonly FormerEntry[][], elementOf: ReadonlyMap<number, number>, elements: readonly DraftElementInput[], pairing: Pairing, edition: string): WithdrawnElement[] {
  const kept = new Set(elementOf.values());
  const now = former.elements.flatMap(({ id, label }, at): WithdrawnElement[] => {
    if (kept.has(at)) return [];
    const heirs = (entries[at] ?? []).flatMap((entry) => (pairing.draftOf(entry) ?? pairing.mergedInto(entry))?.element ?? []);
    const heir = elements[mostFrequent(heirs) ?? -1];
    return [{ id, label, edition, ...(heir ? { replacedBy: heir.id } : {}) }];
  });
  return [...(former.withdrawnElements ?? []), ...now];
}

/** The first of those that come most often. */
function mostFrequent(values: readonly number[]): number | undefined {
  const countOf = (value: number) => values.filter((other) => other === value).length;
  return values.reduce<number | undefined>((best, value) => (best === undefined || countOf(value) > countOf(best) ? value : best), undefined);
}
