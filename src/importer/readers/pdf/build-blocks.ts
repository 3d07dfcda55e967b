import { countWords } from '../../quoted-text.ts';
import { readLineMark, type LineMark } from './list-marks.ts';
import { isTable, type Box, type Flow, type Line } from './page-text.ts';
import type { PageBlock, TextBlock } from './text-blocks.ts';
import { familyOf, isAllStrong } from './weights.ts';

/** What of a document's typesetting tells blocks apart. */
export interface Typesetting {
  bodySize: number;
  bodyFamily: string;
  /** The usual distance between two lines of one paragraph in a size. */
  leadingOf: (size: number) => number;
}

const LARGER = 1.09;
const SAME_SIZE = 0.08;
const INDENT = 0.7;

/** Puts what one page holds together to headings, paragraphs, list items and tables. */
export function buildPageBlocks(flow: Flow, typesetting: Typesetting, dots: readonly Box[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  let waiting: Line[] = [];
  const flush = () => {
    blocks.push(...buildBlocks(waiting, typesetting, dots));
    waiting = [];
  };
  for (const part of flow) {
    if (!isTable(part)) waiting.push(part);
    else {
      flush();
      blocks.push({ type: 'table', page: part.page, rows: part.rows.map((row) => row.map((cell) => buildBlocks(cell, typesetting, dots))) });
    }
  }
  flush();
  return blocks;
}

function buildBlocks(lines: readonly Line[], typesetting: Typesetting, dots: readonly Box[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  /** Where the marks of the list items stand that are still open, outermost first. */
  let open: { left: number; textLeft: number }[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const mark = readLineMark(line, dots);
    const block = blocks.at(-1);
    const isNewColumn = before?.column !== line.column;
    if (isNewColumn) open = [];
    const isApart = before === undefined || isNewColumn || line.y - before.y > typesetting.leadingOf(line.size) * 1.22 + 0.5;
    const isLarge = isSetAsHeading(line, typesetting);
    if (block && before && !isNewColumn && goesOn(block, before, line, mark, isApart, isLarge)) {
      block.lines.push(line);
      if (block.type === 'item' && block.lines.length === 2 && line.left > block.textLeft - line.size * INDENT) block.textLeft = line.left;
    } else if (mark && !isLarge) {
      while (open.length > 0 && (open.at(-1)?.left ?? 0) >= mark.left - line.size * 0.35) open.pop();
      blocks.push({ type: 'item', page: line.page, lines: [line], size: line.size, mark, textLeft: mark.textLeft, depth: open.length, isApart });
      if (hasTextAfter(line, mark)) open.push(mark);
    } else {
      while (open.length > 0 && line.left < (open.at(-1)?.textLeft ?? 0) - line.size * INDENT) open.pop();
      blocks.push({ type: isLarge ? 'heading' : 'paragraph', page: line.page, lines: [line], size: line.size, textLeft: line.left, depth: isLarge ? 0 : open.length, isApart });
    }
    before = line;
  }
  return blocks.map((block) => (block.type === 'heading' && !isHeadingText(block) ? { ...block, type: 'paragraph' as const } : block));
}

/** Type larger than the text, or bold type of a family that the text is not set in. */
function isSetAsHeading(line: Line, { bodySize, bodyFamily }: Typesetting): boolean {
  return line.size > bodySize * LARGER || (line.size > bodySize * 0.95 && isAllStrong(line) && familyOf([line]) !== bodyFamily);
}

/** Large type over many words is an introduction or a quotation. */
function isHeadingText({ lines }: TextBlock): boolean {
  const text = lines.map((line) => line.text).join(' ');
  return countWords(text) <= 24 && lines.length <= 4 && /[\p{L}\p{N}]/u.test(text) && !(/[.;,]$/.test(text) && countWords(text) > 9);
}

const hasTextAfter = (line: Line, mark: LineMark) => line.text.replace(/\s/g, '').length > mark.length;

/** Whether a line goes on with the block that the line before it belongs to. */
function goesOn(block: TextBlock, before: Line, line: Line, mark: LineMark | undefined, isApart: boolean, isLarge: boolean): boolean {
  if (mark && !(isLarge && block.type === 'heading' && mark.text === '')) return false;
  if (Math.abs(line.size - block.size) > block.size * SAME_SIZE) return false;
  const isBold = isAllStrong(line);
  if (block.type === 'heading') return isLarge && line.y - before.y <= line.size * 1.75 && isBold === isAllStrong(before) && !endsHeading(before);
  if (isApart) return false;
  const isFull = !hadRoomFor(line, before);
  if (isBold !== isAllStrong(before) && !(isFull && startsSmall(line))) return false;
  if (block.type === 'item' && line.left < block.textLeft - line.size * INDENT && !(isFull && !endsSentence(before))) return false;
  if (block.type === 'paragraph' && line.left < block.textLeft - line.size * INDENT && (block.lines.length > 1 || !isFull || endsSentence(before))) return false;
  if (line.left > block.textLeft + line.size * INDENT && block.lines.length > 1) return false;
  if (line.left > block.textLeft + line.size * INDENT * 2.5) return false;
  return isFull || (startsSmall(line) && !endsSentence(before)) || endsWithHyphen(before);
}

/** A line that stopped although the next line's first word would have fitted was ended on purpose. */
function hadRoomFor(line: Line, before: Line): boolean {
  const [word = ''] = line.text.split(' ');
  const width = ((line.right - line.left) * word.length) / Math.max(1, line.text.length);
  return before.column.right - before.right > width + line.size * 0.9;
}

const startsSmall = (line: Line) => /^[("'“‘[]?\p{Ll}/u.test(line.text);
const endsSentence = (line: Line) => /[.!?:;]["'”’)\]]*$/.test(line.text);
const endsWithHyphen = (line: Line) => /\p{L}[-\u00ad]$/u.test(line.text);
const endsHeading = (line: Line) => /[.!?]$/.test(line.text);
