import type { Cell } from '../../outline.ts';
import { readInlineText } from './inline-text.ts';
import { cutLine, type SourceLine } from '../source-lines.ts';

const DELIMITER_CELL = /^\s*:?-+:?\s*$/;

/** Whether a line is the row of dashes under the header of a pipe table. */
export function isDelimiterRow(text: string): boolean {
  return text.includes('-') && text.includes('|') && splitAtPipes(text).every(({ from, to }) => DELIMITER_CELL.test(text.slice(from, to)));
}

/** Whether a line is a row with a pipe at both ends. */
export function isFramedRow(text: string): boolean {
  return /^\s*\|.*\|\s*$/.test(text) && splitAtPipes(text).length >= 2;
}

/** The cells of a pipe table's row; `\|` is text. */
export function readPipeRow(line: SourceLine): Cell[] {
  return splitAtPipes(line.text).map(({ from, to }) => readCell(cutLine(line, from, to)));
}

/** The cells of a row whose columns are parted by tabs. */
export function readTabRow(line: SourceLine): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const part of line.text.split('\t')) {
    cells.push(readCell(cutLine(line, from, from + part.length)));
    from += part.length + 1;
  }
  return cells;
}

/** How many columns tabs part the line into; 1 for prose, a contents line or a list item. */
export function countTabColumns(text: string): number {
  if (/\.(?:\s*\.){2,}/.test(text)) return 1;
  return text.trim().split('\t').filter((part) => part.trim() !== '').length;
}

/** A cell's lines: parted where it holds a line break, a list item, or bullets one after another. */
export function readCell(line: SourceLine): Cell {
  const parts: Cell[number][] = [];
  const boundary = /<br\s*\/?>|<\/?(?:li|p|div)\b[^<>]{0,500}>|[•▪·●]\s/gi;
  let from = 0;
  for (let match = boundary.exec(line.text); match; match = boundary.exec(line.text)) {
    parts.push(readInlineText([cutLine(line, from, match.index)]));
    from = match.index + match[0].length;
  }
  parts.push(readInlineText([cutLine(line, from)]));
  return parts.filter((part) => part.text !== '');
}

function splitAtPipes(text: string): { from: number; to: number }[] {
  const cells: { from: number; to: number }[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (at === text.length || text[at] === '|') {
      cells.push({ from, to: at });
      from = at + 1;
    }
  }
  const isEmpty = (cell: { from: number; to: number } | undefined) => cell !== undefined && text.slice(cell.from, cell.to).trim() === '';
  if (isEmpty(cells[0]) && /^\s*\|/.test(text)) cells.shift();
  if (isEmpty(cells.at(-1)) && /\|\s*$/.test(text)) cells.pop();
  return cells;
}
