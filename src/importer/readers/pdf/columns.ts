import { bottomOf, type Box, type Flow, type Line, type PageShapes, type Piece, topOf } from './page-text.ts';
import { toLines, toRows, type Row } from './rows.ts';
import { findRuledGrids } from './ruled-grids.ts';
import { isShared, isTabular, toCells, trimBand } from './table-bands.ts';
import { isAllStrong } from './weights.ts';

const MIN_LINES = 3;
/** Where only one line begins at the right of a gutter, this many others must keep clear of it. */
const MANY_LINES = 12;
const MIN_GUTTER = 7;
/** A page with more pieces than this is a drawing or a map, and is read from top to bottom. */
const MAX_PIECES = 3000;

/** Rows that an empty strip down the page parts in two. */
interface Band {
  from: number;
  to: number;
  gutter: number;
  isTable: boolean;
}

/** Reads a page in the order in which people read it: tables cell by cell, columns one after the other, what spans them in between. */
export function readInOrder(pieces: readonly Piece[], shapes: PageShapes): Flow {
  if (pieces.length > MAX_PIECES) return toLines(pieces);
  const grids = findRuledGrids(pieces, shapes);
  const gridded = new Set(grids.flatMap(({ rows }) => rows.flat(2)));
  const stands = grids.map(({ rows, box, edges }): Piece => {
    const inner = rows.flat(2);
    const bounds = edges.slice(0, -1).map((left, at) => ({ left: left + 4, right: (edges[at + 1] ?? left) - 4 }));
    const turn = Math.min(...inner.map((piece) => piece.turn));
    return { page: inner[0]?.page ?? 0, items: [], text: '', left: box.left, right: box.right, y: box.top + (inner[0]?.size ?? 10), size: inner[0]?.size ?? 10, turn, flow: toTableFlow(rows, (column) => bounds[column], shapes.across) };
  });
  return readColumns([...pieces.filter((piece) => !gridded.has(piece)), ...stands], shapes.across);
}

function readColumns(pieces: readonly Piece[], across: readonly Box[]): Flow {
  const rows = toRows(pieces);
  const band = findBand(rows);
  if (!band) return readRows(rows);
  const { from, to, gutter, isTable } = band;
  const read = (part: readonly Row[]) => readColumns(part.flatMap((row) => row.pieces), across);
  const inside = rows.slice(from, to);
  if (isTable) return [...read(rows.slice(0, from)), ...readTable(inside, gutter, across), ...read(rows.slice(to))];
  const isLeft = (piece: Piece) => piece.left < gutter;
  const all = inside.flatMap((row) => row.pieces);
  return [...read(rows.slice(0, from)), ...readColumns(all.filter(isLeft), across), ...readColumns(all.filter((piece) => !isLeft(piece)), across), ...read(rows.slice(to))];
}

/** Lines of one column, with the tables that stand between them. */
function readRows(rows: readonly Row[]): Flow {
  const flow: (Line | Flow[number])[] = [];
  let waiting: Piece[] = [];
  const plain = rows.flatMap((row) => row.pieces.filter((piece) => !piece.flow));
  const column = { left: Math.min(...plain.map((piece) => piece.left)), right: Math.max(...plain.map((piece) => piece.right)) };
  const flush = () => {
    flow.push(...toLines(waiting, column));
    waiting = [];
  };
  for (const piece of rows.flatMap((row) => row.pieces)) {
    if (piece.flow) {
      flush();
      flow.push(...piece.flow);
    } else waiting.push(piece);
  }
  flush();
  return flow;
}

function readTable(rows: readonly Row[], gutter: number, across: readonly Box[]): Flow {
  const gutters = [gutter, ...findColumnStarts(rows, 2)].filter((start) => rows.every((row) => !crosses(row, start)) && rows.filter((row) => isShared(row, start)).length >= 2).sort((a, b) => a - b);
  const unique = gutters.filter((start, at) => start - (gutters[at - 1] ?? -Infinity) > MIN_GUTTER * 2 && rows.some((row) => row.pieces.some((piece) => piece.left >= (gutters[at - 1] ?? -Infinity) && piece.left < start)));
  return toTableFlow(toCells(rows, unique, across), () => undefined, across);
}

/** A table, or the cells one after the other where the grid only sets texts with headings of their own side by side. */
function toTableFlow(cells: readonly Piece[][][], boundsOf: (column: number) => { left: number; right: number } | undefined, across: readonly Box[]): Flow {
  const filled = cells.flat().filter((cell) => cell.length > 0);
  if (isLayout(cells)) return filled.flatMap((cell) => readColumns(cell, across));
  const columns = Math.max(...cells.map((row) => row.length));
  const bounds = Array.from({ length: columns }, (_, column) => {
    const pieces = cells.flatMap((row) => row[column] ?? []);
    return boundsOf(column) ?? { left: Math.min(...pieces.map((piece) => piece.left)), right: Math.max(...pieces.map((piece) => piece.right)) };
  });
  return [{ page: filled[0]?.[0]?.page ?? 0, rows: cells.map((row) => row.map((cell, column) => toLines(cell, bounds[column]))) }];
}

/** Whether many cells hold a heading with text under it, or all of it is one row of long texts. */
function isLayout(cells: readonly Piece[][][]): boolean {
  const filled = cells.flat().filter((cell) => cell.length > 0);
  if (cells.length === 1) return filled.some((cell) => toRows(cell).length >= MIN_LINES);
  const holding = filled.filter((cell) => {
    const [first, ...others] = toRows(cell);
    const head = first?.pieces[0];
    return head !== undefined && others.length >= 2 && first?.pieces.every(isAllStrong) && !others.every((row) => row.pieces.every(isAllStrong));
  });
  return holding.length >= Math.max(2, filled.length * 0.4);
}

/** The tallest band of rows that a gutter parts into columns, or else into the cells of a table. */
function findBand(rows: readonly Row[]): Band | undefined {
  let best: Band | undefined;
  const supported = new Set(findColumnStarts(rows, 2));
  for (const gutter of findColumnStarts(rows, 1)) {
    let from = 0;
    for (let at = 0; at <= rows.length; at += 1) {
      const row = rows[at];
      if (row && !crosses(row, gutter) && !isHeadingAcross(rows, at, gutter)) continue;
      const band = at - from > (best ? best.to - best.from : 1) ? judgeBand(rows, from, at, gutter, supported.has(gutter)) : undefined;
      if (band && band.to - band.from > (best ? best.to - best.from : 1)) best = band;
      from = at + 1;
    }
  }
  return best;
}

function judgeBand(rows: readonly Row[], from: number, to: number, gutter: number, canBeTable: boolean): Band | undefined {
  const inside = rows.slice(from, to);
  if (!inside.some((row) => isShared(row, gutter))) return undefined;
  if (!isListOfMarks(inside, gutter) && isTabular(inside, gutter)) {
    if (!canBeTable || isInsideText(rows, from, to, gutter)) return undefined;
    const trimmed = trimBand(inside, gutter);
    return { from: from + trimmed.from, to: from + trimmed.to, gutter, isTable: true };
  }
  return isParted(inside, gutter) && (canBeTable || inside.length >= MANY_LINES) ? { from, to, gutter, isTable: false } : undefined;
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
function findColumnStarts(rows: readonly Row[], least: number): number[] {
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
  return !near.some((piece) => piece.left > gutter && bottomOf(piece) > topOf(only) - only.size * 0.1 && topOf(piece) < bottomOf(only) + only.size * 0.1);
}

/** List marks on the left of their text make no columns. */
function isListOfMarks(rows: readonly Row[], gutter: number): boolean {
  const lefts = rows.flatMap((row) => row.pieces.filter((piece) => piece.left < gutter).slice(-1));
  return lefts.filter((piece) => /^(?:[^\p{L}\p{N}]{1,2}|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]?|o)$/iu.test(piece.text)).length > lefts.length * 0.5;
}

/** Whether both sides of a gutter hold text of several lines. */
function isParted(rows: readonly Row[], gutter: number): boolean {
  const lefts = rows.filter((row) => row.pieces.some((piece) => piece.left < gutter)).length;
  const rights = rows.filter((row) => row.pieces.some((piece) => piece.left >= gutter)).length;
  return lefts >= MIN_LINES && rights >= MIN_LINES && !isListOfMarks(rows, gutter);
}
