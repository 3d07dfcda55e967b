import type { PageText, Piece, TextItem } from './page-text.ts';

/** A gap of this many letter heights parts two columns or two cells; words of a justified line stand closer. */
const PART_GAP = 0.7;
const SPACE_GAP = 0.15;
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
      const isRaised = item.text.trim().length <= 4 && below.some((other) => item.size <= other.size * 0.8 && other.y - item.y <= other.size * 0.6 && Math.abs(item.left - other.right) <= other.size * 0.25);
      if (!isRaised || row.some((other) => other !== item && other.size > item.size)) continue;
      row.splice(row.indexOf(item), 1);
      below.push(item);
    }
    below.sort((a, b) => a.left - b.left);
  }
}

function partRow(items: readonly TextItem[]): TextItem[][] {
  const parts: TextItem[][] = [];
  let right = -Infinity;
  for (const item of [...items].sort((a, b) => a.left - b.left)) {
    const part = parts.at(-1);
    if (part && item.left - right <= PART_GAP * item.size) part.push(item);
    else parts.push([item]);
    right = Math.max(item.right, part?.includes(item) ? right : -Infinity);
  }
  return parts;
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
