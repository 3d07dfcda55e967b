import { opensUnmarkedList } from '../../vocabulary.ts';
import { groupTextLines } from '../text-lines.ts';
import { canBeSeen, readTypedMarker, textOfRuns } from '../runs.ts';
import type { Line } from './inline-reader.ts';

/** How many letters a line of a page holds at least; a break in a shorter one after a lead-in isn't there to make it fit. */
const PAGE_WIDTH = 80;
/** No line that somebody meant to end ends with these. */
const UNFINISHED = /\b(?:the|a|an|of|to|in|with|our|their|his|her|for|by|from|that|is|are|on|as|at|who|which)$/i;

/**
 * Parts a paragraph at its line breaks into the lines that say something of their own: at empty lines, list marks that somebody typed, ends of
 * sentences, changes of look, and lines that begin alike. Other breaks are judged as those of plain text are, since many only make the text fit.
 */
export function partLines(lines: readonly Line[], isAfterStem: boolean): Line[] {
  const stretches: Line[][] = [];
  let isBroken = true;
  for (const line of lines) {
    if (!canBeSeen(line.runs)) {
      isBroken = true;
      continue;
    }
    const before = stretches.at(-1)?.at(-1);
    if (isBroken || !before || partsThoughts(before, line)) stretches.push([line]);
    else stretches.at(-1)?.push(line);
    isBroken = false;
  }
  let isListed = isAfterStem;
  return stretches.flatMap((stretch) => {
    const texts = stretch.map(({ runs }) => textOf(runs));
    const groups = groupTextLines(texts.map((text, number) => ({ number, start: 0, text })), texts.some((text) => UNFINISHED.test(text)) ? 0 : PAGE_WIDTH, isListed);
    isListed ||= texts.some(opensListBelow);
    return groups.map((group) => joinLines(group.flatMap(({ number }) => stretch[number] ?? [])));
  });
}

/** Whether a list, be it without marks, may follow these words. */
export function opensListBelow(text: string): boolean {
  return text.endsWith(':') || opensUnmarkedList(text);
}

function partsThoughts(before: Line, line: Line): boolean {
  const [ended, text] = [textOf(before.runs), textOf(line.runs)];
  if (readTypedMarker(line.runs) || isStrong(before) !== isStrong(line)) return true;
  if (/^["'“‘(]?\p{Ll}/u.test(text)) return false;
  return /[.!?;]["'”’)]?$/.test(ended) || firstWord(ended) === firstWord(text);
}

const textOf = (line: Line['runs']) => textOfRuns(line).replace(/\s+/g, ' ').trim();
const firstWord = (text: string) => /^\p{L}+/u.exec(text)?.[0];
const isStrong = ({ runs }: Line) => runs.every((run) => run.isStrong === true || run.text.trim() === '');

function joinLines(lines: readonly Line[]): Line {
  return { runs: lines.flatMap(({ runs }, at) => (at === 0 ? runs : [{ text: ' ' }, ...runs])), isAfterBreak: lines.some(({ isAfterBreak }) => isAfterBreak) };
}
