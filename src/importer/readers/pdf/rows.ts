import type { Column, Line, Piece } from './page-text.ts';
import { toPiece } from './pieces.ts';

/** The pieces of one height, from left to right. */
export interface Row {
  y: number;
  pieces: Piece[];
}

export function toRows(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && piece.y - row.y <= 0.35 * piece.size) row.pieces.push(piece);
    else rows.push({ y: piece.y, pieces: [piece] });
  }
  for (const row of rows) row.pieces.sort((a, b) => a.left - b.left);
  return rows;
}

/** Reads the pieces of one column or cell as lines; its bounds are those of its text where nothing else says them. */
export function toLines(pieces: readonly Piece[], bounds?: Column): Line[] {
  const rows = toRows(pieces);
  const lines = rows.map((row) => toPiece(row.pieces.flatMap((piece) => piece.items), row.pieces[0]?.page ?? 0));
  const column: Column = bounds ?? { left: Math.min(...lines.map((line) => line.left)), right: Math.max(...lines.map((line) => line.right)) };
  return lines.map((line) => ({ ...line, column }));
}
