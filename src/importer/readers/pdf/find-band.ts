import { findBeside } from './beside.ts';
import { bottomOf, type Piece, topOf } from './page-text.ts';
import type { Row } from './rows.ts';
import { isShared, isTabular, trimBand } from './table-bands.ts';

const MIN_LINES = 3;
/** Where only one line begins at the right of a gutter, this many others must keep clear of it. */
const MANY_LINES = 12;
/** What stands more rows away from a heading says nothing about it. */
const FAR_ROWS = 30;
export const MIN_GUTTER = 5;

/** Rows that an empty strip down the page parts in two. */
interface Band {
  from: number;
  to: number;
  gutter: number;
  isTable: boolean;
}

/**
 * The tallest band of rows that a gutter parts into columns, or else into the cells of a table. Lines and headings that reach across end a
 * band. A gutter that is `known` to part columns above or below needs fewer lines to be one again.
 */
export function findBand(rows: readonly Row[], known: readonly number[]): Band | undefined {
  let best: Band | undefined;
  const supported = new Set(findColumnStarts(rows, 2));
  for (const gutter of findColumnStarts(rows, 1)) {
    const isKnown = known.some((other) => Math.abs(other - gutter) <= 2);
    let from = 0;
    for (let at = 0; at <= rows.length; at += 1) {
      const row = rows[at];
      if (row && !crosses(row, gutter) && !isHeadingAcross(rows, from, at, gutter)) continue;
      const fewest = best ? best.to - best.from : isKnown ? 0 : 1;
      const band = at - from > fewest ? judgeBand(rows, from, at, gutter, { isSupported: supported.has(gutter), isKnown }) : undefined;
      if (band && band.to - band.from > fewest) best = band;
      from = at + 1;
    }
  }
  return best;
}

function judgeBand(rows: readonly Row[], from: number, to: number, gutter: number, { isSupported, isKnown }: { isSupported: boolean; isKnown: boolean }): Band | undefined {
  const inside = rows.slice(from, to);
  if (!inside.some((row) => isShared(row, gutter)) && !((isSupported || isKnown || inside.length >= MANY_LINES) && standBeside(inside, gutter))) return undefined;
  if (!isListOfMarks(inside, gutter) && isTabular(inside, gutter)) {
    if (!isSupported || isInsideText(rows, from, to, gutter)) return undefined;
    const trimmed = trimBand(inside, gutter);
    return { from: from + trimmed.from, to: from + trimmed.to, gutter, isTable: true };
  }
  const isCertain = isSupported || inside.length >= MANY_LINES || (isWrittenApart(inside, gutter) && inside.filter((row) => isShared(row, gutter)).length > MIN_LINES);
  return isKnown || (isCertain && isParted(inside, gutter)) ? { from, to, gutter, isTable: false } : undefined;
}

/** Whether most lines of the shorter side of a gutter have lines of the other beside them. */
function standBeside(rows: readonly Row[], gutter: number): boolean {
  const least = (pieces: readonly Piece[]) => Math.min(pieces.filter(({ left }) => left < gutter).length, pieces.filter(({ left }) => left >= gutter).length);
  const fewest = Math.max(2, least(rows.flatMap((row) => row.pieces)) / 2);
  return rows.length > fewest && least([...findBeside(rows, gutter)]) >= fewest;
}

/** Two or three lines of a paragraph whose words happen to stand one below the other, far apart, are no table. */
function isInsideText(rows: readonly Row[], from: number, to: number, gutter: number): boolean {
  const shared = rows.slice(from, to).filter((row) => isShared(row, gutter));
  if (shared.length > 3) return false;
  const isNarrow = shared.some(({ pieces }) => pieces.some((piece, at) => piece.left >= gutter && (pieces[at - 1]?.left ?? gutter) < gutter && piece.left - (pieces[at - 1]?.right ?? 0) < piece.size * 1.5));
  const touches = (a: Row | undefined, b: Row | undefined) => a !== undefined && b !== undefined && b.y - a.y < (b.pieces[0]?.size ?? 0) * 1.6 && Math.abs((a.pieces[0]?.left ?? 0) - (b.pieces[0]?.left ?? 0)) < 3;
  const [isAtTop, isAtBottom] = [touches(rows[from - 1], rows[from]), touches(rows[to - 1], rows[to])];
  return (isAtTop && isAtBottom) || (isNarrow && (isAtTop || isAtBottom));
}

/** Places where several pieces begin that have others to their left. */
export function findColumnStarts(rows: readonly Row[], least: number): number[] {
  const counts = new Map<number, number>();
  for (const { pieces } of rows) {
    // Names side by side head columns even where they stand out to the left of what is under them.
    const weight = pieces.length >= 3 ? least : 1;
    for (const piece of pieces) counts.set(Math.round(piece.left), (counts.get(Math.round(piece.left)) ?? 0) + weight);
  }
  const leftmost = Math.min(...counts.keys());
  const starts = [...counts.keys()].filter((left) => (counts.get(left) ?? 0) + (counts.get(left + 1) ?? 0) + (counts.get(left - 1) ?? 0) >= least);
  return starts.filter((left) => left > leftmost + MIN_GUTTER * 2).sort((a, b) => a - b).map((left) => left - 1.5);
}

export function crosses(row: Row, gutter: number): boolean {
  return row.pieces.some((piece) => piece.left < gutter && piece.right > gutter - MIN_GUTTER);
}

/** A larger line that ends before the gutter, with nothing beside it, heads both columns, unless the column on its left runs on through it. */
function isHeadingAcross(rows: readonly Row[], from: number, at: number, gutter: number): boolean {
  const [only, ...others] = rows[at]?.pieces ?? [];
  if (!only || others.length > 0 || only.left > gutter) return false;
  const near = rows.slice(Math.max(0, at - 4), at + 5).flatMap((row) => row.pieces);
  const sizes = near.map((piece) => piece.size).sort((a, b) => a - b);
  if (only.size < (sizes[sizes.length >> 1] ?? 0) * 1.15) return false;
  if (near.some((piece) => piece.left > gutter && bottomOf(piece) > topOf(only) - only.size * 0.1 && topOf(piece) < bottomOf(only) + only.size * 0.1)) return false;
  return !isInsideColumn(rows, from, at, gutter, only);
}

/** Whether the column on the left of a gutter is written on through a heading, or begins again under it where the one on the right doesn't. */
function isInsideColumn(rows: readonly Row[], from: number, at: number, gutter: number, heading: Piece): boolean {
  const isLeft = (piece: Piece) => piece.left < gutter;
  const isRight = (piece: Piece) => piece.left >= gutter;
  const above = rows.slice(Math.max(from, at - FAR_ROWS), at).flatMap((row) => row.pieces);
  const [leftAbove, rightAbove] = [above.findLast(isLeft), above.findLast(isRight)];
  const following = rows.slice(at + 1, at + 1 + FAR_ROWS);
  const end = following.findIndex((row) => crosses(row, gutter));
  const below = following.slice(0, end === -1 ? undefined : end).flatMap((row) => row.pieces);
  const [leftBelow, rightBelow] = [below.find(isLeft), below.find(isRight)];
  if (!rightAbove) return false;
  if ((leftAbove?.turn ?? -1) < heading.turn && heading.turn < Math.min(...above.filter(isRight).map(({ turn }) => turn)) && (leftBelow?.turn ?? heading.turn) < rightAbove.turn) return true;
  if (!leftAbove || !leftBelow) return false;
  if (leftAbove.turn < rightAbove.turn && rightAbove.turn < heading.turn) return false;
  return !rightBelow || topOf(rightBelow) - topOf(leftBelow) > heading.size * 2;
}

/** List marks on the left of their text make no columns. */
function isListOfMarks(rows: readonly Row[], gutter: number): boolean {
  const lefts = rows.flatMap((row) => row.pieces.filter((piece) => piece.left < gutter).slice(-1));
  return lefts.filter((piece) => /^(?:[^\p{L}\p{N}]{1,2}|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]?|o)$/iu.test(piece.text)).length > lefts.length * 0.5;
}

/** Whether both sides of a gutter hold text of several lines; two are enough where one side was written after the other. */
function isParted(rows: readonly Row[], gutter: number): boolean {
  const lefts = rows.filter((row) => row.pieces.some((piece) => piece.left < gutter)).length;
  const rights = rows.filter((row) => row.pieces.some((piece) => piece.left >= gutter)).length;
  const least = isWrittenApart(rows, gutter) ? 2 : MIN_LINES;
  return lefts >= least && rights >= least && !isListOfMarks(rows, gutter);
}

function isWrittenApart(rows: readonly Row[], gutter: number): boolean {
  const all = rows.flatMap((row) => row.pieces);
  const [lefts, rights] = [all.filter(({ left }) => left < gutter), all.filter(({ left }) => left >= gutter)].map((side) => side.map(({ turn }) => turn));
  return lefts !== undefined && rights !== undefined && (Math.max(...lefts) < Math.min(...rights) || Math.max(...rights) < Math.min(...lefts));
}
