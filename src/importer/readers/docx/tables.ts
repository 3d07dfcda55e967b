import { countWords } from '../../quoted-text.ts';
import { canBeSeen, textOfRuns } from '../runs.ts';
import { readRole } from './role.ts';
import type { WordBlock, WordCell, WordParagraph, WordTable } from './word-blocks.ts';

/** Lays a table's cells out in columns: a cell that takes several stands in the first. */
export function layOut(table: WordTable): (readonly WordBlock[])[][] {
  return table.rows.map((row) => row.flatMap(({ blocks, span }) => [blocks, ...Array.from({ length: span - 1 }, () => [])]));
}

/** Whether a table only sets things side by side or in a box: it is one cell, or its cells hold headings with text under them. */
export function isLayout({ rows }: WordTable): boolean {
  const filled = rows.map((row) => row.filter(isFilled)).filter((row) => row.length > 0);
  if (filled.length <= 1 && (filled[0]?.length ?? 0) <= 1) return true;
  const cells = filled.flat();
  if (rows.every((row) => row.length <= 1)) return cells.some((cell) => cell.blocks.filter(isSeen).length > 1 || holdsHeading(cell));
  const holding = cells.filter((cell) => holdsHeading(cell) && cell.blocks.filter(isSeen).length > 1);
  return holding.length > 0 && holding.length >= cells.length * 0.3;
}

const isFilled = (cell: WordCell) => cell.blocks.some(isSeen);

function isSeen(block: WordBlock): boolean {
  return block.type === 'table' ? block.rows.flat().some(isFilled) : block.lines.some(({ runs }) => canBeSeen(runs));
}

function holdsHeading({ blocks }: WordCell): boolean {
  return blocks.some((block) => block.type === 'paragraph' && readRole(block).type === 'heading' && isShort(block));
}

const isShort = ({ lines }: WordParagraph) => countWords(textOfRuns(lines.flatMap(({ runs }) => runs))) <= 40;
