import type { Place } from '../framework/problem.ts';

/** Where a part of a value stands in its file's text. Offsets are UTF-16, the end exclusive. */
export interface SourceRange {
  start: number;
  end: number;
}

/** A value may be folded, indented, escaped or marked up in its file, but its words stand there in their order. This many signs may stand between two of them: an address in a link is the longest. */
const MAX_BETWEEN = 400;

/**
 * Finds the part `from` to `to` of a value in the text that holds it, by walking both word by word.
 * @param start offset of the value, or of anything before it that holds none of its words.
 * @returns `undefined` where the words are written in another way, such as with character codes.
 */
export function rangeInSource(source: string, start: number, value: string, from: number, to: number): SourceRange | undefined {
  let reached = start;
  let first: number | undefined;
  for (const { 0: word, index } of value.matchAll(/\S+/g)) {
    const found = findWord(source, word, reached);
    if (found !== undefined) reached = found.end;
    const end = index + word.length;
    if (end <= from) continue;
    if (found === undefined) return undefined;
    first ??= found.start + offsetInWritten(word.slice(0, Math.max(0, from - index)), found.written, word);
    if (end >= to) return { start: first, end: found.start + offsetInWritten(word.slice(0, to - index), found.written, word) };
  }
  return undefined;
}

/** Offset of a line and column, both from 1. */
export function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) {
    if (line <= 1) break;
    line -= 1;
    at = index + end.length;
  }
  return at + column - 1;
}

/** Line and column of an offset, both from 1. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n?|\n/);
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function findWord(source: string, word: string, reached: number): { start: number; end: number; written: string } | undefined {
  let nearest: { start: number; end: number; written: string } | undefined;
  for (const written of new Set([word, doubleSingleQuotes(word), escapeDoubleQuotes(word)])) {
    const start = source.indexOf(written, reached);
    if (start === -1 || start > reached + MAX_BETWEEN || (nearest !== undefined && start > nearest.start)) continue;
    if (nearest?.start === start && nearest.written.length > written.length) continue;
    nearest = { start, end: start + written.length, written };
  }
  return nearest;
}

/** How far the written form of a word's beginning reaches. */
function offsetInWritten(beginning: string, written: string, word: string): number {
  if (written === word) return beginning.length;
  return (written === doubleSingleQuotes(word) ? doubleSingleQuotes(beginning) : escapeDoubleQuotes(beginning)).length;
}

const doubleSingleQuotes = (word: string) => word.replaceAll("'", "''");
const escapeDoubleQuotes = (word: string) => word.replace(/[\\"]/g, '\\$&');
