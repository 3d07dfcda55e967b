import { bottomOf, type Piece, topOf } from './page-text.ts';
import type { Row } from './rows.ts';

/** So many rows at most are near enough to stand beside one piece of text. */
const NEAR_ROWS = 6;

/** The pieces that have text beside them across a gutter: in columns and in cells set to the middle, baselines needn't meet. */
export function findBeside(rows: readonly Row[], gutter: number): Set<Piece> {
  const beside = new Set<Piece>();
  for (const [at, { pieces }] of rows.entries()) {
    const near = rows.slice(at, at + NEAR_ROWS).flatMap((row) => row.pieces);
    for (const piece of pieces) {
      for (const other of near) {
        if (piece.left < gutter === other.left < gutter || !overlapsDown(piece, other)) continue;
        beside.add(piece).add(other);
      }
    }
  }
  return beside;
}

/** Whether two pieces take up the same height of the page, if only a part of it. */
export const overlapsDown = (a: Piece, b: Piece) => Math.min(bottomOf(a), bottomOf(b)) - Math.max(topOf(a), topOf(b)) > 0.1 * Math.min(a.size, b.size);
