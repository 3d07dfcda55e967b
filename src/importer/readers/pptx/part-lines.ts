import { countWords } from '../../quoted-text.ts';
import { canBeSeen, readTypedMarker, textOfRuns } from '../runs.ts';
import type { Run } from '../text-writer.ts';
import { joinLines, type SlideLine } from './slide-text.ts';

/** Text that a person sees as a paragraph: a line of a paragraph, or several that were broken to fit. */
export interface Piece {
  runs: Run[];
  /** In hundredths of a point. */
  size: number;
}

/**
 * Parts a paragraph at the line breaks that part thoughts. Other breaks only make a line fit: where the next line goes on with a small
 * letter, where a line ends on a word that ends nothing, and in names of two short lines.
 */
export function partLines(lines: readonly SlideLine[]): Piece[] {
  const seen = lines.filter(({ runs }) => canBeSeen(runs));
  let isList = startsSmall(seen[0]);
  const isName = seen.length === 2 && seen.every((line) => /^[^.!?:;]*$/.test(textOfLine(line)) && !readTypedMarker(line.runs)) && seen.reduce((sum, line) => sum + countWords(textOfLine(line)), 0) <= 6 && !looksChange(seen[0], seen[1]);
  const pieces: SlideLine[][] = [];
  for (const line of seen) {
    const before = pieces.at(-1)?.at(-1);
    const goesOn = before && !readTypedMarker(line.runs) && !looksChange(before, line) && (isName || (startsSmall(line) && !isList && !endsThought(before)) || endsOpen(before));
    if (goesOn) pieces.at(-1)?.push(line);
    else pieces.push([line]);
    // Lines under "We will:" begin small because they go on with it, not with each other.
    if (textOfLine(line).endsWith(':')) isList = true;
  }
  return pieces.map((piece) => ({ runs: joinLines(piece), size: piece[0]?.size ?? 0 }));
}

const textOfLine = (line: SlideLine) => textOfRuns(line.runs).trim();
const startsSmall = (line: SlideLine | undefined) => line !== undefined && /^[("'“‘]?\p{Ll}/u.test(textOfLine(line));
const endsThought = (line: SlideLine) => /[.!?:;]["'”’)]?$/.test(textOfLine(line));
const endsOpen = (line: SlideLine) => /(?:,|&|\b(?:the|a|an|and|or|of|to|in|with|our|their|your|for|by|from|that|is|are|on|as))$/i.test(textOfLine(line));

/** Whether one line is bold and the other isn't, or one is clearly larger. */
function looksChange(before: SlideLine | undefined, line: SlideLine | undefined): boolean {
  const isStrong = ({ runs }: SlideLine) => runs.every((run) => run.isStrong === true || run.text.trim() === '');
  return before !== undefined && line !== undefined && (isStrong(before) !== isStrong(line) || Math.abs(before.size - line.size) > line.size * 0.1);
}
