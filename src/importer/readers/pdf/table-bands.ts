import type { Box, Piece } from './page-text.ts';
import { bottomOf, topOf } from './page-text.ts';
import type { Row } from './rows.ts';

/** Distances between lines above this share of the smallest usual one have space in them. */
const SPACED = 1.22;

/**
 * Whether rows that a gutter parts are the rows of a table rather than the lines of two columns. A page is written in the order of
 * reading: columns are written one after the other, a table's rows one after the other. Where every line is written across the gutter,
 * as some programs do with columns too, lines that fill their column and stand evenly are columns.
 */
export function isTabular(rows: readonly Row[], gutter: number): boolean {
  const pieces = rows.flatMap((row) => row.pieces).sort((a, b) => a.turn - b.turn);
  let returns = 0;
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    if (before && before.left >= gutter && piece.left < gutter) returns += 1;
  }
  if (returns === 0) return false;
  const shared = rows.filter((row) => isShared(row, gutter));
  if (shared.length < 2) return false;
  const isLineByLine = returns >= shared.length * 0.8 - 1;
  return !(isLineByLine && shared.length >= 5 && isEven(rows) && fillsColumns(rows, gutter));
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
  const sorted = [...distances].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.2)] ?? 0;
}

/** Leaves out what stands above and below a table on one side of it only, with space between. */
export function trimBand(rows: readonly Row[], gutter: number): { from: number; to: number } {
  let [from, to] = [0, rows.length];
  const leading = Math.max(...rows.slice(0, 1).flatMap((row) => row.pieces.map((piece) => piece.size))) * 1.35;
  const firstShared = rows.findIndex((row) => isShared(row, gutter));
  for (let at = firstShared; at > 0; at -= 1) {
    from = at;
    if ((rows[at]?.y ?? 0) - (rows[at - 1]?.y ?? 0) > leading) break;
    from = at - 1;
  }
  const lastShared = rows.findLastIndex((row) => isShared(row, gutter));
  for (let at = lastShared; at < rows.length - 1; at += 1) {
    to = at + 1;
    const size = Math.max(...(rows[at]?.pieces ?? []).map((piece) => piece.size));
    if ((rows[at + 1]?.y ?? 0) - (rows[at]?.y ?? 0) > size * 1.6) break;
    to = at + 2;
  }
  return { from: firstShared <= 0 ? 0 : from, to: lastShared === rows.length - 1 ? rows.length : to };
}

/** Sorts the lines of a table without drawn cells into rows and columns. */
export function toCells(rows: readonly Row[], gutters: readonly number[], across: readonly Box[]): Piece[][][] {
  const columnOf = (piece: Piece) => gutters.filter((gutter) => piece.left >= gutter).length;
  const rules = across.filter((rule) => gutters.some((gutter) => rule.left < gutter && rule.right > gutter));
  const isRuled = (at: number) => rules.some((rule) => isBetween(rule, rows[at - 1], rows[at]));
  const ruled = rows.filter((_, at) => at > 0 && isRuled(at)).length;
  const distances = distancesOf(rows);
  const usual = usualDistance(distances);
  const spaced = distances.filter((distance) => distance > usual * SPACED).length;
  const writesCells = rows.some((row, at) => at > 0 && Math.min(...turnsOf(row)) < Math.max(...turnsOf(rows[at - 1])));
  const cells: Piece[][][] = [];
  let latest = -Infinity;
  for (const [at, row] of rows.entries()) {
    const isNew = Math.min(...turnsOf(row)) > latest;
    const isSpaced = (distances[at - 1] ?? 0) > usual * SPACED;
    const begins = row.pieces.some((piece) => columnOf(piece) === 0);
    const opens = ruled >= 2 ? isRuled(at) : isRuled(at) || (isNew && (isSpaced || (begins && (writesCells || spaced < 2))));
    if (at === 0 || opens) cells.push(Array.from({ length: gutters.length + 1 }, () => []));
    for (const piece of row.pieces) cells.at(-1)?.[columnOf(piece)]?.push(piece);
    latest = Math.max(latest, ...turnsOf(row));
  }
  return cells;
}

const turnsOf = (row: Row | undefined) => (row?.pieces ?? []).map((piece) => piece.turn);

function isBetween(rule: Box, above: Row | undefined, below: Row | undefined): boolean {
  if (!above || !below) return false;
  const middle = (rule.top + rule.bottom) / 2;
  return middle > Math.max(...above.pieces.map(bottomOf)) - 3 && middle < Math.min(...below.pieces.map(topOf)) + 3;
}
