import type { Box, PageShapes, Piece } from './page-text.ts';

/** Lines that end this near to each other meet. */
const REACH = 4;

/** A table drawn with lines: rows of cells, each with its pieces; a cell that takes several places stands in the first of them. */
export interface RuledGrid {
  box: Box;
  rows: Piece[][][];
  /** Where the columns begin and end. */
  edges: number[];
}

/** Finds the tables whose cells are drawn with lines all around, and sorts the page's pieces into them. */
export function findRuledGrids(pieces: readonly Piece[], { across, down }: PageShapes): RuledGrid[] {
  const grids: RuledGrid[] = [];
  for (const { across: rules, down: posts } of groupMeetingLines(joinLines(across, 'across'), joinLines(down, 'down'))) {
    const xs = toPlaces(posts.map(({ left, right }) => (left + right) / 2));
    const ys = toPlaces(rules.map(({ top, bottom }) => (top + bottom) / 2));
    if (xs.length < 3 || ys.length < 2) continue;
    const box = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
    const inside = pieces.filter((piece) => isInside(piece, box));
    const rows = sortIntoCells(inside, xs, ys, rules, posts).filter((row) => row.some((cell) => cell.length > 0));
    if (rows.length > 0 && rows.some((row) => row.filter((cell) => cell.length > 0).length >= 2)) grids.push({ box, rows, edges: xs });
  }
  return grids;
}

function isInside(piece: Piece, box: Box): boolean {
  const [x, y] = [(piece.left + piece.right) / 2, piece.y - piece.size * 0.3];
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

/** Makes one line of strokes that lie on one another or end to end, as the borders of neighbouring cells do. */
function joinLines(lines: readonly Box[], direction: 'across' | 'down'): Box[] {
  const joined: Box[] = [];
  const isAcross = direction === 'across';
  const place = (box: Box) => (isAcross ? (box.top + box.bottom) / 2 : (box.left + box.right) / 2);
  const sorted = [...lines].sort((a, b) => Math.round(place(a) / 2) - Math.round(place(b) / 2) || (isAcross ? a.left - b.left : a.top - b.top));
  for (const line of sorted) {
    const last = joined.at(-1);
    const meets = last && Math.abs(place(last) - place(line)) <= 2 && (isAcross ? line.left - last.right : line.top - last.bottom) <= REACH;
    if (!meets) joined.push({ ...line });
    else if (isAcross) last.right = Math.max(last.right, line.right);
    else last.bottom = Math.max(last.bottom, line.bottom);
  }
  return joined;
}

/** Groups lines across and down that touch each other, directly or through others. */
function groupMeetingLines(across: readonly Box[], down: readonly Box[]): { across: Box[]; down: Box[] }[] {
  const groups: { across: Box[]; down: Box[] }[] = [];
  const left = new Set(down);
  const rest = new Set(across);
  for (const post of down) {
    if (!left.delete(post)) continue;
    const group = { across: [] as Box[], down: [post] };
    for (const member of group.down) {
      for (const rule of rest) {
        if (!meets(rule, member)) continue;
        rest.delete(rule);
        group.across.push(rule);
        for (const other of left) if (meets(rule, other)) {
          left.delete(other);
          group.down.push(other);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

function meets(rule: Box, post: Box): boolean {
  return post.left >= rule.left - REACH && post.right <= rule.right + REACH && rule.top >= post.top - REACH && rule.bottom <= post.bottom + REACH;
}

/** Places in order, those nearly the same taken once. */
function toPlaces(values: readonly number[]): number[] {
  const places: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) if (value - (places.at(-1) ?? -Infinity) > REACH) places.push(value);
  return places;
}

function sortIntoCells(pieces: readonly Piece[], xs: readonly number[], ys: readonly number[], rules: readonly Box[], posts: readonly Box[]): Piece[][][] {
  const [columns, lines] = [xs.length - 1, ys.length - 1];
  const grid: Piece[][][] = Array.from({ length: lines }, () => Array.from({ length: columns }, () => []));
  const middle = (places: readonly number[], at: number) => ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2;
  const isWall = (column: number, line: number) => posts.some((post) => Math.abs((post.left + post.right) / 2 - (xs[column] ?? 0)) <= REACH && post.top <= middle(ys, line) && post.bottom >= middle(ys, line));
  const isFloor = (column: number, line: number) => rules.some((rule) => Math.abs((rule.top + rule.bottom) / 2 - (ys[line] ?? 0)) <= REACH && rule.left <= middle(xs, column) && rule.right >= middle(xs, column));
  for (const piece of pieces) {
    const [x, y] = [piece.left + Math.min(piece.size, (piece.right - piece.left) / 2), piece.y - piece.size * 0.3];
    let column = Math.max(0, xs.findLastIndex((place) => place <= x));
    let line = Math.max(0, ys.findLastIndex((place) => place <= y));
    while (column > 0 && !isWall(column, line)) column -= 1;
    while (line > 0 && !isFloor(column, line)) line -= 1;
    grid[line]?.[column]?.push(piece);
  }
  return grid;
}
