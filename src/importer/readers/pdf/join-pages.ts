import type { PageBlock, TableBlocks, TextBlock } from './text-blocks.ts';

/** A page's blocks, and the rows that a table repeats at the top of it. */
export interface JoinedPage {
  blocks: PageBlock[];
  repeated: string[];
}

/**
 * Joins what the end of a page or column has cut in two. A paragraph or list item goes on where the first part doesn't end like a
 * sentence, and the second is in the same size, has no mark and begins small or after a word that can't end a sentence. A table goes on
 * in one with as many columns in the same places.
 */
export function joinCutBlocks(pages: readonly PageBlock[][]): JoinedPage[] {
  let last: PageBlock | undefined;
  return pages.map((found) => {
    const blocks: PageBlock[] = [];
    const repeated: string[] = [];
    for (const block of found) {
      if (last?.type === 'table' && block.type === 'table' && last.page !== block.page && areAligned(last, block)) repeated.push(...joinTables(last, block));
      else if (last && last.type !== 'table' && block.type !== 'table' && isCut(last, block)) last.lines.push(...block.lines);
      else {
        blocks.push(block);
        last = block;
      }
    }
    return { blocks, repeated };
  });
}

function areAligned(before: TableBlocks, table: TableBlocks): boolean {
  const [first, second] = [columnsOf(before), columnsOf(table)];
  return first.length === second.length && first.every(({ left, right }, at) => {
    const other = second[at];
    return other === undefined || other.left === Infinity || left === Infinity || (other.left < right && left < other.right);
  });
}

function columnsOf({ rows }: TableBlocks): { left: number; right: number }[] {
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => {
    const lines = rows.flatMap((row) => row[at] ?? []).flatMap((block) => block.lines);
    return { left: Math.min(...lines.map((line) => line.left)), right: Math.max(...lines.map((line) => line.right)) };
  });
}

/** Adds the rows of a table's second part to the first; gives the rows back that only repeat its header. */
function joinTables(before: TableBlocks, table: TableBlocks): string[] {
  const written = new Set(before.rows.map(textOfRow));
  const [first, ...others] = table.rows;
  const isRepeated = first !== undefined && others.length > 0 && written.has(textOfRow(first));
  const rows = isRepeated ? others : table.rows;
  const [next, ...rest] = rows;
  const last = before.rows.at(-1);
  const goesOn = next && last && next.some((cell, at) => {
    const [end, start] = [last[at]?.at(-1), cell[0]];
    return end !== undefined && start !== undefined && isCut(end, start);
  });
  if (goesOn) for (const [at, cell] of next.entries()) joinCells(last[at] ?? [], cell);
  before.rows.push(...(goesOn ? rest : rows));
  return isRepeated ? [textOfRow(first)] : [];
}

function joinCells(before: TextBlock[], cell: readonly TextBlock[]): void {
  for (const [at, block] of cell.entries()) {
    const last = before.at(-1);
    if (at === 0 && last && isCut(last, block)) last.lines.push(...block.lines);
    else before.push(block);
  }
}

const textOfRow = (row: readonly TextBlock[][]) => row.flat().flatMap(({ lines }) => lines.map(({ text }) => text)).join(' ');

function isCut(before: TextBlock, block: TextBlock): boolean {
  const [last, first] = [before.lines.at(-1), block.lines[0]];
  if (!last || !first || last.column === first.column || block.type !== 'paragraph' || before.type === 'heading' || Math.abs(before.size - block.size) > before.size * 0.08) return false;
  if (/[.!?:;…]["'”’)\]]*$/.test(last.text)) return false;
  const isFull = last.right > last.column.right - (last.column.right - last.column.left) * 0.25;
  return /^[("'“‘]?\p{Ll}/u.test(first.text) || (isFull && /(?:,|\b(?:the|a|an|and|or|of|to|in|with|our|their|for|by|from|that|is|are|on|as))$/i.test(last.text));
}
