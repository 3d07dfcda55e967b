import { looksLikeHeading } from './headings.ts';
import type { Block, Cell, HeadingBlock, TableBlock } from './outline.ts';
import { joinQuotes } from './quoted-text.ts';
import { looksLikeHeader } from './readers/table-header.ts';
import { namesColumns } from './table-statements.ts';

/** A name across the whole width of a table's first row heads what the table holds: it becomes a heading over the rest. */
export function liftTableTitles(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'table') return [block];
    const [title, ...rows] = block.rows;
    const filled = (title ?? []).filter((cell) => cell.length > 0);
    const [only] = filled;
    if (!title || title.length < 2 || !only || filled.length > 1 || only.length > 1 || rows.length === 0 || holdsSpanningRows(rows)) return [block];
    const content = joinQuotes(only);
    if (!looksLikeHeading(content.text.replace(/:$/, ''), 14)) return [block];
    const heading: HeadingBlock = { type: 'heading', level: undefined, evidence: 'bold', content, line: block.line, isAfterBreak: block.isAfterBreak, isQuotation: false, depth: 0 };
    const rest: TableBlock = { ...block, isAfterBreak: false, rows, hasHeader: namesColumns(rows[0]) || looksLikeHeader(rows) };
    return [heading, rest];
  });
}

/** Where more rows hold one name each, the table has parts, and its first row names the first of them. */
function holdsSpanningRows(rows: readonly (readonly Cell[])[]): boolean {
  return rows.slice(0, -1).some((row) => row.length >= 2 && row.filter((cell) => cell.length > 0).length === 1 && looksLikeHeading(row.flat().map(({ text }) => text).join(' '), 14));
}
