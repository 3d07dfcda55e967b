import type { NamedPart, Part } from './body.ts';
import { trimLabel } from './heading-label.ts';
import { readItemStatements } from './item-tree.ts';
import { fromCells, type QuotedStatement } from './quoted-statement.ts';
import { countWords, type QuotedText } from './quoted-text.ts';
import { splitSentences } from './sentences.ts';
import { isDuty, readNamingStem } from './vocabulary.ts';

/** Whether a part is more than prose. */
export const holdsList = (part: Part) => part.type !== 'prose';

/** Three or more things with a name that each say more than a name: the standards themselves, whatever they stand under. */
export function holdsNamedStandards(part: Part): boolean {
  if (part.type !== 'named' || part.entries.length < 3 || (part.evidence !== 'table' && part.evidence !== 'bold')) return false;
  const duties = part.entries.filter((entry) => entry.parts.some((inner) => (inner.type === 'list' && inner.items.length >= 2) || textsOf(inner).some((text) => isDuty(text))));
  return duties.length >= part.entries.length / 2;
}

function textsOf(part: Part): string[] {
  switch (part.type) {
    case 'prose':
      return [part.quote.text];
    case 'rows':
      return part.statements.map(({ quote }) => quote.text);
    case 'list':
      return part.items.map(({ content }) => content.text);
    case 'named':
      return part.entries.flatMap((entry) => entry.parts.flatMap(textsOf));
  }
}

/** "If we are restorative:" names what it heads; "Foster carers will:" only begins a sentence. */
export function standsAlone(stem: string): boolean {
  return /^(?:if|when|where|because|as) (?:we|you|i)\b.*:$/i.test(stem);
}

/** "Our values", "The seven standards", "Practice principles": a heading that announces things with names. */
export function isKindHeading(label: string): boolean {
  return /(?:values|principles|standards|pillars|objectives|beliefs|commitments|behaviours|behaviors|outcomes|promises|pledges|expectations|capabilities|competenc(?:es|ies)|domains|themes|elements|goals|aims|priorities|indicators|strands|qualities|strengths)\b(?!-)/i.test(label) && countWords(label) <= 9;
}

/** "Outcome 1" over a short line and then its statements: the line is its name. */
export function readNameBelow(parts: readonly Part[]): { label: QuotedText; quote: QuotedText } | undefined {
  const [first] = parts;
  if (first?.type !== 'prose' || parts.length < 2 || countWords(first.quote.text) > 14 || splitSentences(first.quote).length > 1) return undefined;
  return { label: trimLabel(first.quote), quote: first.quote };
}

/** Whether things with a name are elements: they say more than one thing each, or their heading announces such things. */
export function areElements(part: NamedPart, heading: string, hasNumber: boolean): boolean {
  // "3. The standards" is a chapter with a number, and no standard.
  const isNumbered = hasNumber && !isKindHeading(heading);
  if (part.evidence === 'table') return !isNumbered || part.entries.every((entry) => entry.parts.length > 1);
  if (isNumbered) return false;
  if (part.evidence === 'items') return isKindHeading(heading);
  if (part.evidence === 'definition' || isKindHeading(heading) || (part.stem && readNamingStem(part.stem.text) !== undefined)) return true;
  const sentences = part.entries.map((entry) => entry.parts.reduce((sum, inner) => sum + (inner.type === 'prose' ? splitSentences(inner.quote).length : inner.type === 'list' ? inner.items.length : inner.statements.length), 0));
  return sentences.reduce((sum, count) => sum + count, 0) >= part.entries.length * 1.8;
}

/** The statements of named things that are no elements: each whole, with its name, or its list with the name as stem. */
export function readNamedStatements(part: NamedPart): QuotedStatement[] {
  const outer = part.stem ? [part.stem] : [];
  if (part.list) return readItemStatements(part.list.items, outer);
  return part.entries.flatMap((entry) =>
    entry.parts.flatMap((inner): QuotedStatement[] => {
      if (inner.type === 'prose') return [{ quote: inner.quote, stems: [...outer, entry.label], origin: 'paragraph' }];
      if (inner.type === 'list') return readItemStatements(inner.items, [...outer, entry.label, ...(inner.stem ? [inner.stem] : [])]);
      return fromCells(inner.statements, [...outer, entry.label]);
    }),
  );
}
