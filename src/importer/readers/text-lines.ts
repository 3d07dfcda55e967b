import { endsWithOrganisation, readLabelledStart } from '../vocabulary.ts';
import type { SourceLine } from './source-lines.ts';

/**
 * Parts lines that stand together without an empty line between them: wrapped prose stays one paragraph, lines that the author broke on
 * purpose become paragraphs of their own.
 *
 * A break is on purpose where the next line's first word would still have fitted, where a line ends with a colon, where a heading such as
 * "Standard 3" begins, or where capitals meet ordinary writing. After a lead-in the lines are a list's where they leave room.
 */
export function groupTextLines(lines: readonly SourceLine[], pageWidth: number, isAfterStem = false): SourceLine[][] {
  const width = Math.max(...lines.map((line) => line.text.trimEnd().length));
  const edges = lines.slice(1).flatMap((next, index) => (lines[index] ? [{ line: lines[index], next }] : []));
  const isDeliberate = ({ line, next }: { line: SourceLine; next: SourceLine }) => startsAnew(next) && (fits(line, next, width) || /[.!?]["'”’*_]*\s*$/.test(line.text));
  const areLinesMeant = edges.filter(isDeliberate).length >= Math.max(1, edges.length * 0.6);
  const stemAt = lines.findIndex((line) => endsWithColon(line.text));
  const listed = edges.slice(stemAt + 1);
  // Wrapped prose leaves no room for the next word; lines of a list do, except after the longest.
  const isListAfterStem = (stemAt >= 0 || isAfterStem) && listed.length > 0 && listed.filter(({ line, next }) => fits(line, next, Math.max(width, pageWidth))).length >= Math.max(1, listed.length * 0.34);
  const groups: SourceLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isApart = before === undefined || mustPart(before, line) || (areLinesMeant && startsAnew(line)) || (isListAfterStem && index > stemAt + 1 && !isWrappedItem(before, line));
    const group = groups.at(-1);
    if (isApart || !group) groups.push([line]);
    else group.push(line);
  }
  return groups;
}

/** How wide the document's lines are set; 0 where its paragraphs are not wrapped, so that a short line says nothing. */
export function measurePageWidth(lines: readonly SourceLine[]): number {
  const widest = lines.reduce((width, line) => Math.max(width, line.text.trimEnd().length), 0);
  return widest <= 120 ? widest : 0;
}

const startsAnew = (line: SourceLine) => /^[\s*_"'“‘(]*[\p{Lu}\p{N}]/u.test(line.text);
const endsWithColon = (text: string) => /:[*_\s]*$/.test(text);

/** Whether the next line's first word would still have stood on this line. */
function fits(line: SourceLine, next: SourceLine, width: number): boolean {
  return line.text.trimEnd().length + 1 + (next.text.trim().split(/\s/)[0] ?? '').length <= width;
}

/** Whether a list's line plainly goes on with the one before, which ends in the middle of a phrase. */
function isWrappedItem(before: SourceLine, line: SourceLine): boolean {
  return /\b(?:the|a|an|and|or|of|to|in|with|our|their|his|her|for|by|from|that|is|are|on|as|at|who|which)\s*$/i.test(before.text) && /^\s*\p{Ll}/u.test(line.text);
}

function mustPart(before: SourceLine, line: SourceLine): boolean {
  const text = line.text.trim();
  const previous = before.text.trim();
  if (endsWithColon(previous)) return true;
  if (endsWithOrganisation(previous) && /^[*_]*\p{Lu}/u.test(text) && text.length <= 80) return true;
  if (/(?: {2}|\\|<br\s*\/?>)$/.test(before.text) && /^[\s*_]*\p{Lu}/u.test(line.text)) return true;
  if (readLabelledStart(text) && !/[,;]$/.test(previous)) return true;
  return isCapitals(previous) !== isCapitals(text) && (isCapitals(previous) || isCapitals(text));
}

/** Whether a line has at least four letters and all are capitals. */
export function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /(?:\p{L}[^\p{L}]*){4}/u.test(text.slice(0, 400));
}
