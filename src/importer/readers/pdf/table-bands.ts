import { findBeside, overlapsDown } from './beside.ts';
import { bottomOf, type Box, type Piece, topOf } from './page-text.ts';
import type { Row } from './rows.ts';

/** Distances between lines above this share of the smallest usual one have space in them. */
const SPACED = 1.22;
/** Lines of one cell stand no farther apart than this many letter heights. */
const WIDEST_LEADING = 1.45;

/**
 * Whether rows that a gutter parts are the rows of a table rather than the lines of two columns. A page is written in the order of
 * reading: columns are written one after the other, a table's rows one after the other. Where every line is written across the gutter,
 * as some programs do with columns too, lines that fill their column and stand evenly are columns.
 */
export function isTabular(rows: readonly Row[], gutter: number): boolean {
  const parts = splitAtReturns(rows, gutter);
  const returns = parts.length - 1;
  if (returns === 0) return false;
  const shared = rows.filter((row) => isShared(row, gutter));
  // One return alone may be a line that was written after everything else; the rows of a table stand one under the other.
  if (returns === 1 || shared.length < 2) return shared.length + returns > 2 && areStacked(parts);
  const isLineByLine = returns >= shared.length * 0.8 - 1;
  return !(isLineByLine && shared.length >= 5 && isEven(rows) && fillsColumns(rows, gutter));
}

/** The pieces as they are written, parted where the text goes back over the gutter. */
function splitAtReturns(rows: readonly Row[], gutter: number): Piece[][] {
  const parts: Piece[][] = [[]];
  let before: Piece | undefined;
  for (const piece of rows.flatMap((row) => row.pieces).sort((a, b) => a.turn - b.turn)) {
    if (before && before.left >= gutter && piece.left < gutter) parts.push([]);
    parts.at(-1)?.push(piece);
    before = piece;
  }
  return parts;
}

/** Whether each part stands under the one before, as the rows of a table do. */
function areStacked(parts: readonly Piece[][]): boolean {
  return parts.every((part, at) => at === 0 || Math.min(...part.map(topOf)) > Math.max(...(parts[at - 1] ?? []).map(bottomOf)));
}

export const isShared = (row: Row, gutter: number) => row.pieces.some((piece) => piece.left < gutter) && row.pieces.some((piece) => piece.left >= gutter);

function isEven(rows: readonly Row[]): boolean {
  const distances = distancesOf(rows);
  return distances.filter((distance) => distance > usualDistance(distances) * SPACED).length < distances.length * 0.25;
}

/** Running text fills most of its lines to the end. */
function fillsColumns(rows: readonly Row[], gutter: number): boolean {
  const sides = [rows.flatMap((row) => row.pieces.filter((piece) => piece.left < gutter)), rows.flatMap((row) => row.pieces.filter((piece) => piece.left >= gutter))];
  return sides.every((pieces) => {
    const left = Math.min(...pieces.map((piece) => piece.left));
    const right = Math.max(...pieces.map((piece) => piece.right));
    return pieces.filter((piece) => piece.right > left + (right - left) * 0.75).length >= pieces.length * 0.6;
  });
}

const distancesOf = (rows: readonly Row[]) => rows.slice(1).map((row, at) => row.y - (rows[at]?.y ?? 0));

function usualDistance(distances: readonly number[]): number {
  return Math.min(...distances);
}

/** Leaves out what stands above and below a table on one side of it only, with space between. */
export function trimBand(rows: readonly Row[], gutter: number): { from: number; to: number } {
  let [from, to] = [0, rows.length];
  const leading = Math.max(...rows.slice(0, 1).flatMap((row) => row.pieces.map((piece) => piece.size))) * 1.35;
  const beside = findBeside(rows, gutter);
  const hasTextBeside = (row: Row) => row.pieces.some((piece) => beside.has(piece));
  const first = rows.findIndex(hasTextBeside);
  for (let at = first; at > 0; at -= 1) {
    from = at;
    if ((rows[at]?.y ?? 0) - (rows[at - 1]?.y ?? 0) > leading) break;
    from = at - 1;
  }
  const last = rows.findLastIndex(hasTextBeside);
  for (let at = last; at < rows.length - 1; at += 1) {
    to = at + 1;
    const size = Math.max(...(rows[at]?.pieces ?? []).map((piece) => piece.size));
    if ((rows[at + 1]?.y ?? 0) - (rows[at]?.y ?? 0) > size * 1.6) break;
    to = at + 2;
  }
  return { from: first <= 0 ? 0 : from, to: last === rows.length - 1 ? rows.length : to };
}

/** Sorts the lines of a table without drawn cells into rows and columns. */
export function toCells(rows: readonly Row[], gutters: readonly number[], across: readonly Box[]): Piece[][][] {
  const columnOf = (piece: Piece) => gutters.filter((gutter) => piece.left >= gutter).length;
  const rules = across.filter((rule) => gutters.some((gutter) => rule.left < gutter && rule.right > gutter));
  const isRuled = rows.map((row, at) => at > 0 && rules.some((rule) => isBetween(rule, rows[at - 1], row)));
  const distances = measureDistances(rows, columnOf);
  const size = rows[0]?.pieces[0]?.size ?? 0;
  const usual = Math.min(size * WIDEST_LEADING, ...distances.filter((distance) => distance >= size * 0.9));
  const isSpaced = distances.map((distance) => distance > usual * SPACED);
  const areRuled = isRuled.filter(Boolean).length >= 3;
  const areSpaced = isSpaced.filter(Boolean).length >= 3;
  const cells: Piece[][][] = [];
  const isWhole = findWholeRows(rows);
  for (const [at, row] of rows.entries()) {
    const begins = row.pieces.some((piece) => columnOf(piece) === 0);
    const isApart = !row.pieces.some((piece) => rows[at - 1]?.pieces.some((other) => overlapsDown(piece, other)));
    const opens = at === 0 || isRuled[at] || (isApart && isWhole[at] && !areRuled && (isSpaced[at] || (begins && !areSpaced)));
    if (opens) cells.push(Array.from({ length: gutters.length + 1 }, () => []));
    for (const piece of row.pieces) cells.at(-1)?.[columnOf(piece)]?.push(piece);
  }
  return cells;
}

/** For each line of a table whether all that stands above it was written before all that follows: cells are written one after the other. */
function findWholeRows(rows: readonly Row[]): boolean[] {
  const firstTurn = Array.from<number>({ length: rows.length });
  let first = Infinity;
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    first = Math.min(first, ...(rows[at]?.pieces ?? []).map((piece) => piece.turn));
    firstTurn[at] = first;
  }
  let latest = -Infinity;
  return rows.map((row, at) => {
    const isWhole = (firstTurn[at] ?? 0) > latest;
    latest = Math.max(latest, ...row.pieces.map((piece) => piece.turn));
    return isWhole;
  });
}

/** How far each line of a table stands under the last one in its own columns, the nearest of them. */
function measureDistances(rows: readonly Row[], columnOf: (piece: Piece) => number): number[] {
  const last = new Map<number, number>();
  return rows.map((row) => {
    const distance = Math.min(...row.pieces.map((piece) => piece.y - (last.get(columnOf(piece)) ?? -Infinity)));
    for (const piece of row.pieces) last.set(columnOf(piece), piece.y);
    return distance;
  });
}

function isBetween(rule: Box, above: Row | undefined, below: Row | undefined): boolean {
  if (!above || !below) return false;
  const middle = (rule.top + rule.bottom) / 2;
  return middle > Math.max(...above.pieces.map(bottomOf)) - 3 && middle < Math.min(...below.pieces.map(topOf)) + 3;
}
