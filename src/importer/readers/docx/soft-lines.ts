import { opensUnmarkedList, readLabelledStart } from '../../vocabulary.ts';
import { canBeSeen, readTypedMarker, textOfRuns } from '../runs.ts';
import type { Line } from './inline-reader.ts';

/** As wide as a page is ever set; longer lines were not broken to fit. */
const WIDEST = 130;

/**
 * Parts a paragraph at its line breaks into the lines that say something of their own. A break only made the text fit where the next line goes on in small letters, or where the
 * lines are all about as wide as a page, as in a document made of a PDF.
 */
export function partLines(lines: readonly Line[], isAfterStem: boolean): Line[] {
  const width = Math.max(...lines.map(({ runs }) => textOfRuns(runs).trim().length));
  const parted: Line[] = [];
  let isListed = isAfterStem;
  let isBroken = true;
  for (const line of lines) {
    if (!canBeSeen(line.runs)) {
      isBroken = true;
      continue;
    }
    const last = parted.at(-1);
    const before = lines[lines.indexOf(line) - 1];
    if (!isBroken && last && before && !partsThoughts(before, line, isListed, lines.length >= 3 ? width : 0)) last.runs.push({ text: ' ' }, ...line.runs);
    else parted.push({ runs: [...line.runs], isAfterBreak: line.isAfterBreak });
    isBroken = false;
    isListed ||= opensListBelow(textOfRuns(line.runs).trim());
  }
  return parted;
}

/** Whether a list, be it without marks, may follow these words. */
export function opensListBelow(text: string): boolean {
  return text.endsWith(':') || opensUnmarkedList(text);
}

function partsThoughts(before: Line, line: Line, isListed: boolean, width: number): boolean {
  const [ended, text] = [textOfRuns(before.runs).trim(), textOfRuns(line.runs).trim()];
  if (isListed || readTypedMarker(line.runs) || readLabelledStart(text) || isStrong(before) !== isStrong(line)) return true;
  if (/[.!?:;]["'”’)]?$/.test(ended)) return true;
  if (/^["'“‘(]?\p{Ll}/u.test(text)) return false;
  return !(width > 0 && width <= WIDEST && ended.length >= 60 && ended.length >= width * 0.75);
}

const isStrong = ({ runs }: Line) => runs.every((run) => run.isStrong === true || run.text.trim() === '');
