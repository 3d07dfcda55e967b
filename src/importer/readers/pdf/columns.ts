import { crosses, findBand, findColumnStarts, MIN_GUTTER } from './find-band.ts';
import type { Box, Flow, Line, PageShapes, Piece } from './page-text.ts';
import { toLines, toRows, type Row } from './rows.ts';
import { findRuledGrids } from './ruled-grids.ts';
import { isShared, toCells } from './table-bands.ts';
import { isAllStrong } from './weights.ts';

/** A cell with as many lines as this holds running text. */
const MANY_LINES = 3;
/** A page with more pieces than this is a drawing or a map, and is read from top to bottom. */
const MAX_PIECES = 3000;

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

function readColumns(pieces: readonly Piece[], across: readonly Box[], known: readonly number[] = []): Flow {
  const rows = toRows(pieces);
  const band = findBand(rows, known);
  if (!band) return readRows(rows);
  const { from, to, gutter, isTable } = band;
  const gutters = isTable ? known : [...known, gutter];
  const read = (part: readonly Row[]) => readColumns(part.flatMap((row) => row.pieces), across, gutters);
  const inside = rows.slice(from, to);
  if (isTable) return [...read(rows.slice(0, from)), ...readTable(inside, gutter, across), ...read(rows.slice(to))];
  const isLeft = (piece: Piece) => piece.left < gutter;
  const all = inside.flatMap((row) => row.pieces);
  const [left, right] = [all.filter(isLeft), all.filter((piece) => !isLeft(piece))];
  const columns = goesOnUnder(left.at(-1), rows[to]) ? [right, left] : [left, right];
  return [...read(rows.slice(0, from)), ...columns.flatMap((column) => readColumns(column, across)), ...read(rows.slice(to))];
}

/** A box on the right of a paragraph that goes on under it is read before the paragraph, not in the middle of its sentence. */
function goesOnUnder(last: Piece | undefined, { pieces: [next] }: Row = { y: 0, pieces: [] }): boolean {
  if (!last || !next || Math.abs(next.left - last.left) > 1 || Math.abs(next.size - last.size) > 0.2) return false;
  return next.y - last.y < last.size * 1.6 && !/[.!?:;]["'”’)\]]*$/.test(last.text);
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
  const gutters = [gutter, ...findColumnStarts(rows, 2)].filter((start) => rows.every((row) => !crosses(row, start)) && (start === gutter || rows.filter((row) => isShared(row, start)).length >= 2)).sort((a, b) => a - b);
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
  if (cells.length === 1) return filled.some((cell) => toRows(cell).length >= MANY_LINES);
  const holding = filled.filter((cell) => {
    const [first, ...others] = toRows(cell);
    const head = first?.pieces[0];
    return head !== undefined && others.length >= 2 && first?.pieces.every(isAllStrong) && !others.every((row) => row.pieces.every(isAllStrong));
  });
  return holding.length >= Math.max(2, filled.length * 0.4);
}
