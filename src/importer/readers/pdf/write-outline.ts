import type { Block, Cell, Outline } from '../../outline.ts';
import { looksLikeHeader } from '../table-header.ts';
import { EMPTY_QUOTE, joinQuotes, type QuotedText } from '../../quoted-text.ts';
import { TextWriter } from '../text-writer.ts';
import { toRuns, type HyphenRule, type TextRun } from './join-lines.ts';
import type { Furniture } from './page-furniture.ts';
import type { PageBlock, TableBlocks, TextBlock } from './text-blocks.ts';
import { isAllStrong } from './weights.ts';

/** A page in the order of reading. */
export interface PageBlocks {
  blocks: PageBlock[];
  furniture: Furniture[];
  apart: { text: string; reason: string }[];
  /** There is something to see on it, and no text but headers and footers. */
  isPicture: boolean;
}

export interface Styles {
  levelOf: (block: TextBlock) => number;
  judgeHyphen: HyphenRule;
}

/** Writes the blocks down, a block to a line and page after page. */
export function writeOutline(pages: readonly PageBlocks[], metadata: Record<string, string>, { levelOf, judgeHyphen }: Styles): Outline {
  const writer = new TextWriter();
  const blocks: Block[] = [];
  const firstLines: number[] = [];
  const notes: { line: number; text: string; reason: string }[] = [];
  let chunk = 0;
  let isAfterBreak = false;
  const common = () => ({ line: writer.line, isAfterBreak, isQuotation: false });
  const writeAside = (text: string, reason: string) => {
    const block: Block = { ...common(), depth: 0, type: 'aside', reason, content: writer.write([{ text }]) };
    if (block.content.text !== '') blocks.push(block);
    writer.endLine();
  };
  for (const { blocks: found, furniture, apart, isPicture } of pages) {
    firstLines.push(writer.line);
    isAfterBreak = firstLines.length > 1;
    if (isPicture) {
      const text = `Page ${firstLines.length}`;
      notes.push({ line: writer.line, text, reason: 'page without text, a picture or a scan: nothing of it was read' });
      // Written down so that the page has a line of its own, which tells it from the next one.
      writer.writeMark(`[${text} holds no text]`);
      writer.endLine();
    }
    for (const { text, reason } of furniture.filter(({ isAtTop }) => isAtTop)) writeAside(text, reason);
    for (const block of found) {
      if (block.type === 'table') {
        const line = common();
        const rows = writeRows(writer, block, judgeHyphen);
        if (rows.length > 0) blocks.push({ ...line, type: 'table', depth: 0, hasHeader: looksLikeHeader(rows) || isFirstRowStrong(block), rows });
        chunk += 1;
        isAfterBreak = false;
        continue;
      }
      if (block.isApart || block.type !== 'paragraph') chunk += 1;
      const base = { ...common(), depth: block.depth, isQuotation: isSetInAsQuotation(block) };
      if (block.mark) writer.writeMark(`${'  '.repeat(block.depth)}${block.mark.text || '•'} `);
      const content = writeText(writer, toRuns(block, judgeHyphen));
      writer.endLine();
      if (content.text === '') continue;
      if (block.type === 'heading') blocks.push({ ...base, type: 'heading', level: levelOf(block), evidence: 'sized', content });
      else if (block.mark) blocks.push({ ...base, type: 'item', marker: block.mark.marker, content });
      else blocks.push({ ...base, type: 'paragraph', chunk, content });
      isAfterBreak = false;
    }
    for (const { text, reason } of [...furniture.filter(({ isAtTop }) => !isAtTop), ...apart]) writeAside(text, reason);
  }
  return { documentText: writer.text, metadata, blocks, parts: { unit: 'page', firstLines }, ...(notes.length > 0 ? { notes } : {}) };
}

function writeRows(writer: TextWriter, table: TableBlocks, judgeHyphen: HyphenRule): Cell[][] {
  const rows = table.rows.map((cells) => {
    const row = cells.map((lines, at): Cell => {
      if (at > 0) writer.writeMark('\t');
      return lines.map((line, index) => {
        if (index > 0) writer.endLine();
        if (line.mark) writer.writeMark(`${line.mark.text || '•'} `);
        return writeText(writer, toRuns(line, judgeHyphen));
      }).filter((quote) => quote.text !== '');
    });
    writer.endLine();
    return row;
  });
  return rows.filter((row) => row.some((cell) => cell.length > 0));
}

/** Set in from the left, and in quotation marks. */
function isSetInAsQuotation({ type, lines: [first] }: TextBlock): boolean {
  return type === 'paragraph' && first !== undefined && first.left > first.column.left + first.size && /^["“]/.test(first.text);
}

/** A first row in bold over one that isn't heads the columns. */
function isFirstRowStrong({ rows }: TableBlocks): boolean {
  const areStrong = (row: readonly TextBlock[][] | undefined) => (row ?? []).flat().flatMap(({ lines }) => lines).every(isAllStrong);
  return rows.length > 1 && areStrong(rows[0]) && !areStrong(rows[1]);
}

/** Writes what a block says; the marks of footnotes are written as "[^1]", which quotations leave out. */
function writeText(writer: TextWriter, runs: readonly TextRun[]): QuotedText {
  let written = EMPTY_QUOTE;
  let waiting: TextRun[] = [];
  const flush = () => {
    const isParted = /^\s/.test(waiting.map(({ text }) => text).join(''));
    if (isParted && written.text !== '') writer.writeMark(' ');
    const quote = writer.write(waiting);
    written = isParted ? joinQuotes([written, quote]) : append(written, quote);
    waiting = [];
  };
  for (const run of runs) {
    if (!run.isNote) waiting.push(run);
    else {
      flush();
      writer.writeMark(`[^${run.text.trim()}]`);
    }
  }
  flush();
  return written;
}

function append(before: QuotedText, after: QuotedText): QuotedText {
  if (before.text === '') return after;
  const strong = after.strong.map(({ from, to }) => ({ from: from + before.text.length, to: to + before.text.length }));
  return { text: before.text + after.text, starts: [...before.starts, ...after.starts], ends: [...before.ends, ...after.ends], strong: [...before.strong, ...strong] };
}
