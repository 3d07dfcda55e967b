import type { Block, Cell } from '../../outline.ts';
import type { QuotedText } from '../../quoted-text.ts';
import { readInlineText } from './inline-text.ts';
import { splitSourceLines, type SourceLine } from '../source-lines.ts';

const OPENING = /^\s{0,8}<(table|ul|ol|dl|h[1-6])\b/i;
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]{0,20})(?:\s[^<>]{0,2000})?\/?>|<!--/g;
const CELL_TAGS = new Set(['td', 'th']);
const BREAKING = new Set(['li', 'p', 'div', 'br', 'tr', 'dt', 'dd', 'ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'caption', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'hr', 'blockquote']);

/** The name of the HTML block that begins on this line, where it is a table, a list or a heading. */
export function readHtmlOpening(text: string): string | undefined {
  return OPENING.exec(text)?.[1]?.toLowerCase();
}

/** The number of lines an HTML block of this name takes, from the first of `lines` to its closing tag; an unclosed one ends at an empty line. */
export function countHtmlLines(lines: readonly SourceLine[], from: number, name: string): number {
  let depth = 0;
  const edge = new RegExp(`<(/?)${name}\\b`, 'gi');
  for (let at = from; at < lines.length; at += 1) {
    for (const match of (lines[at]?.text ?? '').matchAll(edge)) depth += match[1] === '/' ? -1 : 1;
    if (depth <= 0) return at - from + 1;
  }
  let end = from + 1;
  while (end < lines.length && (lines[end]?.text ?? '').trim() !== '') end += 1;
  return end - from;
}

/** Reads tables, lists, definition lists and headings written as HTML. Reads tags as they come and never recurses. */
export function readHtmlBlock(documentText: string, lines: readonly SourceLine[]): Block[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return [];
  const base = first.start;
  const html = documentText.slice(base, last.start + last.text.length);
  const toLines = (from: number, to: number): SourceLine[] =>
    splitSourceLines(html.slice(from, to)).map((line) => ({ ...line, start: line.start + base + from }));
  const lineAt = (offset: number) => (lines.findLast((line) => line.start <= base + offset) ?? first).number;

  const blocks: Block[] = [];
  const common = (at: number) => ({ line: lineAt(at), isAfterBreak: false, isQuotation: false, depth: 0 });
  let rows: Cell[][] = [];
  let row: Cell[] | undefined;
  let cell: QuotedText[] | undefined;
  let hasHeader = false;
  let tableAt = 0;
  let tableDepth = 0;
  let term: QuotedText | undefined;
  let holder = '';
  const lists: { isOrdered: boolean; count: number }[] = [];

  /** How many rows a cell still reaches down, by column. */
  const reaching = new Map<number, number>();
  let rowSpan = 1;

  const skipReached = () => {
    for (let left = reaching.get(row?.length ?? 0) ?? 0; left > 0; left = reaching.get(row?.length ?? 0) ?? 0) {
      reaching.set(row?.length ?? 0, left - 1);
      (row ??= []).push([]);
    }
  };
  const endCell = () => {
    if (!cell) return;
    skipReached();
    if (rowSpan > 1) reaching.set(row?.length ?? 0, rowSpan - 1);
    (row ??= []).push(cell);
    cell = undefined;
  };
  const endRow = () => {
    endCell();
    if (row && row.length > 0) rows.push(row);
    row = undefined;
  };
  const endTable = () => {
    endRow();
    if (rows.length > 0) blocks.push({ ...common(tableAt), type: 'table', hasHeader, rows });
    rows = [];
    reaching.clear();
    hasHeader = false;
  };
  const take = (from: number, to: number) => {
    const content = readInlineText(toLines(from, to));
    if (content.text === '') return;
    if (cell) cell.push(content);
    else if (/^h[1-6]$/.test(holder)) blocks.push({ ...common(from), type: 'heading', level: Number(holder.slice(1)), evidence: 'marked', content });
    else if (holder === 'li') {
      const list = lists.at(-1);
      if (list) list.count += 1;
      const marker = list?.isOrdered ? ({ kind: 'number', value: String(list.count) } as const) : ({ kind: 'bullet', value: '' } as const);
      blocks.push({ ...common(from), type: 'item', marker, depth: Math.max(0, lists.length - 1), content });
    } else if (holder === 'dt') term = content;
    else if (holder === 'dd' && term) {
      blocks.push({ ...common(from), type: 'definition', term, content });
    } else blocks.push({ ...common(from), type: 'paragraph', content, chunk: lineAt(from) });
  };

  let from = 0;
  const lastCommentEnd = html.lastIndexOf('-->');
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    if (match[0] === '<!--') {
      const end = match.index > lastCommentEnd ? -1 : html.indexOf('-->', match.index + 4);
      if (end >= 0) TAG.lastIndex = end + 3;
      continue;
    }
    const name = (match[2] ?? '').toLowerCase();
    if (!BREAKING.has(name)) continue;
    const isClosing = match[1] === '/';
    take(from, match.index);
    from = match.index + match[0].length;
    if (name === 'table') {
      tableDepth += isClosing ? -1 : 1;
      if (isClosing) endTable();
      else if (tableDepth <= 1) tableAt = match.index;
    } else if (name === 'tr') endRow();
    else if (CELL_TAGS.has(name)) {
      endCell();
      if (!isClosing) {
        cell = [];
        rowSpan = Math.min(100, Number(/\browspan\s*=\s*["']?(\d{1,3})/i.exec(match[0])?.[1] ?? 1));
        if (name === 'th' && rows.length === 0) hasHeader = true;
      }
    } else if (name === 'ul' || name === 'ol') {
      if (isClosing) lists.pop();
      else lists.push({ isOrdered: name === 'ol', count: 0 });
      holder = isClosing && lists.length > 0 ? holder : '';
    } else if (name !== 'br' && name !== 'p' && name !== 'div') holder = isClosing ? '' : name;
  }
  take(from, html.length);
  endTable();
  return blocks;
}
