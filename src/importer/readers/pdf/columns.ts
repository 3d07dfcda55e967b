import { bottomOf, type Column, type Line, type Piece, topOf } from './page-text.ts';
import { toPiece } from './pieces.ts';

const MIN_ROWS = 3;
const MIN_GUTTER = 7;
/** A page with more pieces than this is a drawing or a map, and is read from top to bottom. */
const MAX_PIECES = 3000;

/** The pieces of one height, from left to right. */
export interface Row {
  y: number;
  pieces: Piece[];
}

/** Reads a page's pieces in the order in which people read them: columns one after the other, what spans them before or after. */
export function readInOrder(pieces: readonly Piece[]): Line[] {
  const rows = toRows(pieces);
  const band = pieces.length > MAX_PIECES ? undefined : findBand(rows);
  if (!band) return toLines(rows);
  const { from, to, gutter } = band;
  const inside = rows.slice(from, to).flatMap((row) => row.pieces);
  const isLeft = (piece: Piece) => piece.left < gutter;
  return [
    ...readInOrder(rows.slice(0, from).flatMap((row) => row.pieces)),
    ...readInOrder(inside.filter(isLeft)),
    ...readInOrder(inside.filter((piece) => !isLeft(piece))),
    ...readInOrder(rows.slice(to).flatMap((row) => row.pieces)),
  ];
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

function toLines(rows: readonly Row[]): Line[] {
  const pieces = rows.map((row) => toPiece(row.pieces.flatMap((piece) => piece.items), row.pieces[0]?.page ?? 0));
  const column: Column = { left: Math.min(...pieces.map((piece) => piece.left)), right: Math.max(...pieces.map((piece) => piece.right)) };
  return pieces.map((piece) => ({ ...piece, column }));
}

/** The rows that an empty strip down the page parts into two columns, and where the right one begins; the tallest such band. */
function findBand(rows: readonly Row[]): { from: number; to: number; gutter: number } | undefined {
  let best: { from: number; to: number; gutter: number } | undefined;
  for (const gutter of findColumnStarts(rows)) {
    let from = 0;
    for (let at = 0; at <= rows.length; at += 1) {
      const row = rows[at];
      if (row && !crosses(row, gutter) && !isHeadingAcross(rows, at, gutter)) continue;
      if (at - from > (best ? best.to - best.from : 0) && isParted(rows.slice(from, at), gutter)) best = { from, to: at, gutter };
      from = at + 1;
    }
  }
  return best;
}

/** Places where several pieces begin that have others to their left. */
function findColumnStarts(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>();
  for (const { pieces } of rows) for (const piece of pieces) counts.set(Math.round(piece.left), (counts.get(Math.round(piece.left)) ?? 0) + 1);
  const starts = [...counts.keys()].filter((left) => (counts.get(left) ?? 0) + (counts.get(left + 1) ?? 0) + (counts.get(left - 1) ?? 0) >= MIN_ROWS);
  const leftmost = Math.min(...counts.keys());
  return starts.filter((left) => left > leftmost + MIN_GUTTER * 3).map((left) => left - 1.5);
}

function crosses(row: Row, gutter: number): boolean {
  return row.pieces.some((piece) => piece.left < gutter && piece.right > gutter - MIN_GUTTER);
}

/** A larger line that ends before the gutter, with nothing beside it, heads both columns. */
function isHeadingAcross(rows: readonly Row[], at: number, gutter: number): boolean {
  const [only, ...others] = rows[at]?.pieces ?? [];
  if (!only || others.length > 0 || only.left > gutter) return false;
  const near = rows.slice(Math.max(0, at - 4), at + 5).flatMap((row) => row.pieces);
  const sizes = near.map((piece) => piece.size).sort((a, b) => a - b);
  if (only.size < (sizes[sizes.length >> 1] ?? 0) * 1.15) return false;
  return !near.some((piece) => piece.left > gutter && bottomOf(piece) > topOf(only) - only.size * 0.4 && topOf(piece) < bottomOf(only) + only.size * 0.4);
}

/** Whether both sides of a gutter hold text of several lines, and not list marks on the left and their text on the right. */
function isParted(rows: readonly Row[], gutter: number): boolean {
  const lefts = rows.flatMap((row) => row.pieces.filter((piece) => piece.left < gutter).slice(0, 1));
  const rights = rows.flatMap((row) => row.pieces.filter((piece) => piece.left >= gutter).slice(0, 1));
  if (lefts.length < MIN_ROWS || rights.length < MIN_ROWS) return false;
  const letters = lefts.reduce((sum, piece) => sum + piece.text.length, 0);
  return letters / lefts.length > 6;
}
