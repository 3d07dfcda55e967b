import type { PageText, Piece, TextItem } from './page-text.ts';

/** A gap of this many letter heights parts two columns or two cells; words of a justified line stand closer. */
const PART_GAP = 0.7;
const SPACE_GAP = 0.15;
const NOTE_MARK = /^(?:\d{1,3}|[*†‡§])$/;
const ONE_WORD = /^[^\s\p{L}]{0,2}\p{L}\S*$/u;
const MARK_GAP = 3.5;
const LONE_MARK = /^(?:[^\p{L}\p{N}\s]|o|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)])$/iu;
const SAME_LINE = 0.35;

/** Puts the items of a page together to pieces of lines, from top to bottom. */
export function findPieces(page: Pick<PageText, 'number' | 'items'>): Piece[] {
  const rows: { y: number; size: number; items: TextItem[] }[] = [];
  for (const item of withoutOverprints(page.items).sort((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && item.y - row.y <= SAME_LINE * Math.max(item.size, row.size)) row.items.push(item);
    else rows.push({ y: item.y, size: item.size, items: [item] });
  }
  joinRaisedMarks(rows.map(({ items }) => items));
  return rows.flatMap(({ items }) => joinListMarks(partRow(items)).map((part) => toPiece(part, page.number)));
}

/** Text printed twice with a slight shift, which some programs do for bold, is one text. */
function withoutOverprints(items: readonly TextItem[]): TextItem[] {
  const kept = new Map<string, TextItem[]>();
  const unique: TextItem[] = [];
  for (const item of items) {
    const same = kept.get(item.text)?.find((other) => Math.abs(other.left - item.left) < item.size * 0.12 && Math.abs(other.y - item.y) < item.size * 0.12);
    if (same) {
      same.isStrong = true;
      continue;
    }
    const copy = { ...item };
    unique.push(copy);
    kept.set(item.text, [...(kept.get(item.text) ?? []).slice(-20), copy]);
  }
  return unique;
}

/** Small raised letters and figures belong to the line whose letters they follow. */
function joinRaisedMarks(rows: TextItem[][]): void {
  for (const [at, row] of rows.entries()) {
    const below = rows[at + 1];
    if (!below) continue;
    for (const item of [...row]) {
      const isRaised = item.text.trim().length <= 4 && below.some((other) => item.size <= other.size * 0.88 && other.y - item.y > other.size * 0.15 && other.y - item.y <= other.size * 0.6 && Math.abs(item.left - other.right) <= other.size * 0.25);
      if (!isRaised || row.some((other) => other !== item && other.size > item.size)) continue;
      row.splice(row.indexOf(item), 1);
      if (NOTE_MARK.test(item.text.trim())) item.isNote = true;
      below.push(item);
    }
    below.sort((a, b) => a.left - b.left);
  }
}

function partRow(items: readonly TextItem[]): TextItem[][] {
  const sorted = [...items].sort((a, b) => a.left - b.left);
  const gaps = sorted.map((item, at) => (at === 0 ? 0 : (item.left - Math.max(...sorted.slice(Math.max(0, at - 5), at).map(({ right }) => right))) / item.size));
  const parts: TextItem[][] = [];
  for (const [at, item] of sorted.entries()) {
    const gap = gaps[at] ?? 0;
    const [before, next] = [sorted[at - 1], sorted[at + 1]];
    const isOne = before !== undefined && (gap <= PART_GAP || (areAlike(before, item) && ((areAlike(before, sorted[at - 2]) && isJustified(gap, gaps[at - 1])) || (areAlike(item, next) && isJustified(gap, gaps[at + 1])))));
    if (isOne) parts.at(-1)?.push(item);
    else parts.push([item]);
  }
  return parts;
}

/** In a justified line all words stand equally far apart. */
function isJustified(gap: number, other: number | undefined): boolean {
  return other !== undefined && gap < 3.5 && Math.abs(gap - other) < 0.06 * gap + 0.03;
}

/** Two words on one line in one size. */
function areAlike(a: TextItem, b: TextItem | undefined): boolean {
  return b !== undefined && ONE_WORD.test(a.text) && ONE_WORD.test(b.text) && Math.abs(a.y - b.y) < 0.3 && Math.abs(a.size - b.size) < 0.1;
}

/** A bullet or a number with its full stop or bracket belongs to the text after it, across the gap of a tab. */
function joinListMarks(parts: readonly TextItem[][]): TextItem[][] {
  const joined: TextItem[][] = [];
  for (const part of parts) {
    const [mark, ...others] = joined.at(-1) ?? [];
    const isMark = mark !== undefined && others.length === 0 && LONE_MARK.test(mark.text.trim());
    if (mark && isMark && (part[0]?.left ?? 0) - mark.right <= MARK_GAP * mark.size) joined[joined.length - 1] = [mark, ...part];
    else joined.push(part);
  }
  return joined;
}

/** Makes one piece of items that stand on one line, from left to right. */
export function toPiece(items: readonly TextItem[], page: number): Piece {
  const size = prevailing(items.map((item) => [item.size, item.text.length])) ?? 0;
  const base = items.find((item) => item.size === size) ?? items[0];
  let text = '';
  for (const [at, item] of items.entries()) text += (isSpaceDue(items[at - 1], item) ? ' ' : '') + item.text;
  return {
    page,
    items: [...items],
    text: text.replace(/[\s\u00a0]+/g, ' ').trim(),
    left: Math.min(...items.map((item) => item.left)),
    right: Math.max(...items.map((item) => item.right)),
    y: base?.y ?? 0,
    size,
    turn: Math.min(...items.map((item) => item.turn)),
  };
}

/** Whether white space parts two items of one line. */
export function isSpaceDue(before: TextItem | undefined, item: TextItem): boolean {
  return before !== undefined && item.left - before.right > SPACE_GAP * Math.max(before.size, item.size) && !/\s$/.test(before.text) && !/^\s/.test(item.text);
}

/** The value with the most weight; `undefined` of nothing. */
export function prevailing<Value>(weighted: readonly (readonly [value: Value, weight: number])[]): Value | undefined {
  const sums = new Map<Value, number>();
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight);
  let best: Value | undefined;
  let most = -1;
  for (const [value, weight] of sums) if (weight > most) [best, most] = [value, weight];
  return best;
}
