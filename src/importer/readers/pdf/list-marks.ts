import type { Marker } from '../../outline.ts';
import { readListMarker } from '../list-marker.ts';
import type { Box, Line, TextItem } from './page-text.ts';

export interface LineMark {
  /** As the document writes it; empty for a bullet that is drawn. */
  text: string;
  marker: Marker;
  /** Where the mark stands. */
  left: number;
  /** Where the text after it begins. */
  textLeft: number;
  /** How many characters of the line's items the mark takes, spaces left out. */
  length: number;
}

/** Glyphs of symbol fonts that stand for bullets: squares, ticks, arrows, pointing hands, and private codes for them. */
const SYMBOL = /^(?:[\uf000-\uf0ff\u25a0-\u25ff\u2700-\u27bf\u2190-\u21ff\u2b00-\u2bff\u2043\u204c\u204d\u29be\u29bf\u00a7\u00d8\u00fc]|\u00b7|o)$/;

/** Reads the list mark that a line begins with: a written or drawn bullet, a number or a letter. */
export function readLineMark(line: Line, dots: readonly Box[]): LineMark | undefined {
  const [first, second] = line.items;
  if (!first) return undefined;
  if (second && SYMBOL.test(first.text.trim())) return toMark(line, first.text.trim(), { kind: 'bullet', value: '' });
  const found = readListMarker(line.text);
  if (found && (found.marker.kind !== 'bullet' || !/^[-–—*+]\S/.test(line.text))) {
    const text = line.text.slice(0, found.contentAt).trim();
    return toMark(line, text, found.marker);
  }
  const dot = dots.find((box) => isBeside(box, line));
  return dot && { text: '', marker: { kind: 'bullet', value: '' }, left: dot.left, textLeft: line.left, length: 0 };
}

/** A drawn bullet stands a little to the left of its line, about as high as small letters. */
function isBeside(box: Box, { left, y, size }: Line): boolean {
  const middle = (box.top + box.bottom) / 2;
  return box.right <= left + 1 && left - box.right < size * 2.5 && middle < y + size * 0.1 && middle > y - size * 0.8 && box.bottom - box.top < size;
}

function toMark(line: Line, text: string, marker: Marker): LineMark {
  const length = text.replace(/\s/g, '').length;
  return { text, marker, left: line.left, textLeft: findTextLeft(line.items, length), length };
}

/** Where the first letter after so many characters stands; inside an item it is reckoned by the letters' share of its width. */
function findTextLeft(items: readonly TextItem[], length: number): number {
  let seen = 0;
  for (const item of items) {
    const count = item.text.replace(/\s/g, '').length;
    if (seen >= length && count > 0) return item.left;
    if (seen + count > length) {
      let at = 0;
      for (let passed = seen; at < item.text.length && (passed < length || /\s/.test(item.text[at] ?? '')); at += 1) if (!/\s/.test(item.text[at] ?? '')) passed += 1;
      return item.left + ((item.right - item.left) * at) / item.text.length;
    }
    seen += count;
  }
  return items.at(-1)?.right ?? 0;
}
