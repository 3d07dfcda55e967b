import { FrameworkSchema, type Element, type Framework, type FrameworkInput } from '../../framework/framework.ts';
import { isQuotedFrom } from '../../framework/quotation.ts';
import type { ElementReview, ImportResult } from '../draft-framework.ts';
import { say } from './changes.ts';
import type { DraftElementInput, DraftStatement, FormerEntry } from './entry.ts';
import { pairEditions } from './pair-editions.ts';

type StatementReview = ElementReview['statements'][number];

interface KeptStatement {
  statement: DraftStatement;
  review: StatementReview | undefined;
  /** What it is in the framework that people reviewed, where the document neither changed nor moved it. */
  former?: FormerEntry | undefined;
}

interface KeptElement {
  element: DraftElementInput;
  review: ElementReview | undefined;
  statements: KeptStatement[];
  /** Its place in the reviewed framework. */
  former: number | undefined;
}

const BY_A_PERSON = { level: 'sure' as const, score: 1, reasons: ['as a person left it in the former edition'] };

/**
 * Lets stand what people corrected after the former import, wherever the new document says what the former one said: names, texts
 * and stems, statements that were taken out, put in or moved, the title and the publisher. Where the document changed, it counts.
 * @param former the framework as people reviewed it.
 * @param base what the importer makes of the former document, so that it shows what people changed and what the document did.
 */
export function keepCorrections(former: Framework, base: FrameworkInput, result: ImportResult): ImportResult {
  const baseFramework = FrameworkSchema.parse(base);
  const reviewed = pairEditions(former, baseFramework);
  const revised = pairEditions(baseFramework, result.framework);

  const elements = result.framework.elements.map((element, at): KeptElement => {
    const baseAt = revised.elementOf.get(at);
    const formerAt = baseAt === undefined ? undefined : reviewed.elementOf.get(baseAt);
    const statements = (revised.draftEntries[at] ?? []).flatMap((entry): KeptStatement[] => {
      const { statement, position } = entry;
      const review = result.review[at]?.statements[position];
      const was = revised.pairing.formerOf(entry);
      if (!was || say(was.statement) !== say(statement)) return [{ statement, review }];
      const baseEntry = reviewed.draftEntries[was.element]?.[was.position];
      const corrected = baseEntry && reviewed.pairing.formerOf(baseEntry);
      // The document still says it, and a person took it out.
      if (!corrected) return [];
      const isMovedByDocument = was.element !== baseAt;
      return [{ statement: correct(statement, was.statement, corrected.statement, result.documentText), review, former: isMovedByDocument ? undefined : corrected }];
    });
    return { element: { ...element, ...keepFields(former.elements[formerAt ?? -1], baseFramework.elements[baseAt ?? -1], element, ['label', 'number', 'section', 'description']) }, review: result.review[at], statements, former: formerAt };
  });

  putBack(former, reviewed.formerEntries, elements, (entry) => reviewed.pairing.draftOf(entry) !== undefined, result.documentText);
  const kept = elements.filter(({ statements }) => statements.length > 0);
  if (kept.length === 0) return result;
  return {
    ...result,
    framework: {
      ...result.framework,
      ...keepFields(former, baseFramework, result.framework, ['title', 'publisher']),
      ...(baseFramework.edition.date === result.framework.edition?.date ? { edition: former.edition } : {}),
      elements: kept.map(({ element, statements }) => ({ ...element, statements: statements.map(({ statement }) => statement) })),
    },
    review: kept.map(({ review, statements }) => {
      const reviews = statements.map(({ statement, review: own }): StatementReview => own ?? { place: placeOf(statement), confidence: BY_A_PERSON });
      return { place: review?.place ?? reviews[0]?.place ?? { line: 1 }, confidence: review?.confidence ?? BY_A_PERSON, statements: reviews };
    }),
  };
}

/** The fields that the document left as they were, as people have them. */
function keepFields<Field extends string, Value extends Partial<Record<Field, string | undefined>>>(former: Value | undefined, base: Partial<Record<NoInfer<Field>, string | undefined>> | undefined, next: Partial<Record<NoInfer<Field>, string | undefined>>, fields: readonly Field[]): Partial<Record<Field, string>> {
  if (!former || !base) return {};
  const kept: Partial<Record<Field, string>> = {};
  for (const field of fields) if (base[field] === next[field] && former[field] !== next[field]) Object.assign(kept, { [field]: former[field] });
  return kept;
}

/** The statement as a person corrected it, at its place in the new document; as the importer has it where it can't be quoted there. */
function correct(next: DraftStatement, base: DraftStatement, former: DraftStatement, documentText: string): DraftStatement {
  const { stem: _stem, dutyHolder: _dutyHolder, isToAvoid: _isToAvoid, ...rest } = next;
  const { text, stem, dutyHolder, isToAvoid } = former;
  const source = text === next.text ? next.source : shift(former.source, base.source, next.source);
  const corrected = { ...rest, text, source, ...(stem === undefined ? {} : { stem }), ...(dutyHolder === undefined ? {} : { dutyHolder }), ...(isToAvoid === undefined ? {} : { isToAvoid }) };
  return text === next.text || isQuotedFrom(documentText, corrected) ? corrected : next;
}

/** Where something stands that stood at `place`, when what stood at `from` now stands at `to`. */
function shift(place: DraftStatement['source'], from: DraftStatement['source'], to: DraftStatement['source']): DraftStatement['source'] {
  const by = to.start - from.start;
  const line = place.line === undefined || from.line === undefined || to.line === undefined ? to.line : Math.max(1, place.line + to.line - from.line);
  return { ...to, ...(line === undefined ? {} : { line }), start: Math.max(0, place.start + by), end: Math.max(0, place.end + by) };
}

/**
 * Puts statements where people have them: such as the importer never found, if the new document still has their words, and such as
 * people moved to another element.
 */
function putBack(former: Framework, entries: readonly FormerEntry[][], elements: KeptElement[], isOfImporter: (entry: FormerEntry) => boolean, documentText: string): void {
  for (const own of entries.flat()) {
    const home = elements.find((element) => element.former === own.element);
    const holder = elements.find(({ statements }) => statements.some((kept) => kept.former === own));
    if (holder ? holder === home : isOfImporter(own)) continue;
    const kept = holder?.statements.find((statement) => statement.former === own) ?? findAgain(own, elements, documentText);
    if (!kept) continue;
    holder?.statements.splice(holder.statements.indexOf(kept), 1);
    insert(kept, own, home ?? addElement(former, own.element, elements));
  }
}

/** A statement that a person added by hand, at its place in the new document: as far from what is near it as it was, or wherever its words are, unless another has them. */
function findAgain(own: FormerEntry, elements: readonly KeptElement[], documentText: string): KeptStatement | undefined {
  const neighbours = elements.flatMap(({ statements }) => statements).flatMap(({ statement, former }) => (former ? [{ statement, former }] : []));
  neighbours.sort((a, b) => Math.abs(a.former.statement.source.start - own.statement.source.start) - Math.abs(b.former.statement.source.start - own.statement.source.start));
  const sources = neighbours.slice(0, 8).map(({ statement, former }) => shift(own.statement.source, former.statement.source, statement.source));
  const start = documentText.indexOf(own.statement.text);
  if (start >= 0) sources.push({ ...(own.statement.source.line === undefined ? {} : { line: documentText.slice(0, start).split(/\r\n?|\n/).length }), start, end: start + own.statement.text.length });
  const taken = elements.flatMap(({ statements }) => statements.map(({ statement }) => statement.source));
  const isFree = ({ start: from, end }: DraftStatement['source']) => !taken.some((other) => from < other.end && other.start < end);
  const source = sources.find((place) => isFree(place) && isQuotedFrom(documentText, { text: own.statement.text, source: place }));
  return source && { statement: { ...own.statement, source }, review: undefined, former: own };
}

/** After the nearest of those that stand before it in the reviewed framework. */
function insert(kept: KeptStatement, own: FormerEntry, home: KeptElement): void {
  const before = home.statements.filter(({ former }) => former && former.element === own.element && former.position < own.position);
  const last = before.at(-1);
  home.statements.splice(last ? home.statements.indexOf(last) + 1 : 0, 0, kept);
}

/** An element that a person made, after the one that stands before it in the reviewed framework. */
function addElement(former: Framework, at: number, elements: KeptElement[]): KeptElement {
  const { statements: _statements, ...element }: Element = former.elements[at] ?? { id: '', kind: 'standard', label: '', statements: [] };
  const added: KeptElement = { element: { ...element, statements: [] }, review: undefined, statements: [], former: at };
  const before = elements.filter((other) => other.former !== undefined && other.former < at).at(-1);
  elements.splice(before ? elements.indexOf(before) + 1 : 0, 0, added);
  return added;
}

function placeOf({ source: { line, page, slide } }: DraftStatement): StatementReview['place'] {
  return page !== undefined ? { page } : slide !== undefined ? { slide } : { line: line ?? 1 };
}
