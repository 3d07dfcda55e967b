import { readLabelledStart } from '../vocabulary.ts';
import type { SourceLine } from './source-lines.ts';

/**
 * Parts lines that stand together without an empty line between them: wrapped prose stays one paragraph, lines that the author broke on
 * purpose become paragraphs of their own.
 *
 * A break is on purpose where the next line's first word would still have fitted, where a line ends with a colon, where a heading such as
 * "Standard 3" begins, or where capitals meet ordinary writing.
 */
export function groupTextLines(lines: readonly SourceLine[]): SourceLine[][] {
  const width = Math.max(...lines.map((line) => line.text.trimEnd().length));
  const startsAnew = (line: SourceLine) => /^[\s*_"'“‘(]*[\p{Lu}\p{N}]/u.test(line.text);
  const fits = (line: SourceLine, next: SourceLine) => line.text.trimEnd().length + 1 + (next.text.trim().split(/\s/)[0] ?? '').length <= width;
  const edges = lines.slice(1).map((next, index) => ({ line: lines[index], next })).filter((edge): edge is { line: SourceLine; next: SourceLine } => edge.line !== undefined);
  const isDeliberate = ({ line, next }: { line: SourceLine; next: SourceLine }) => startsAnew(next) && (fits(line, next) || /[.!?]["'”’*_]*\s*$/.test(line.text));
  const areLinesMeant = edges.filter(isDeliberate).length >= Math.max(1, edges.length * 0.6);
  const groups: SourceLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isApart = before === undefined || mustPart(before, line) || (areLinesMeant && startsAnew(line));
    const group = groups.at(-1);
    if (isApart || !group) groups.push([line]);
    else group.push(line);
  }
  return groups;
}

function mustPart(before: SourceLine, line: SourceLine): boolean {
  const text = line.text.trim();
  const previous = before.text.trim();
  if (/:[*_]*$/.test(previous)) return true;
  if (/(?: {2,}|\\|<br\s*\/?>)$/.test(before.text) && /^[\s*_]*\p{Lu}/u.test(line.text)) return true;
  if (readLabelledStart(text) && !/[,;]$/.test(previous)) return true;
  return isCapitals(previous) !== isCapitals(text) && (isCapitals(previous) || isCapitals(text));
}

/** Whether a line has at least four letters and all are capitals. */
export function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.join('') ?? '';
  return letters.length >= 4 && letters === letters.toUpperCase();
}
