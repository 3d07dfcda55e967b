import type { Cell } from '../outline.ts';
import { countWords } from '../quoted-text.ts';

/** A table's header row where it is marked, or where the first row is nothing but short labels and the others are not. */
export function looksLikeHeader(rows: readonly (readonly Cell[])[]): boolean {
  const [first, ...others] = rows;
  if (!first || others.length === 0) return false;
  const longest = (cells: readonly Cell[]) => Math.max(0, ...cells.map((lines) => countWords(lines.map((line) => line.text).join(' '))));
  return first.length > 1 && first.every((lines) => lines.length <= 1) && longest(first) <= 6 && others.every((cells) => longest(cells) > longest(first));
}
