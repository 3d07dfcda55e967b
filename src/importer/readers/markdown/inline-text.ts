import { decodeEntityAt } from '../../../framework/entities.ts';
import type { QuotedText, Span } from '../../quoted-text.ts';
import { HTML_ELEMENTS } from './html-elements.ts';
import type { SourceLine } from '../source-lines.ts';

/** The visible units, each with the place it was written at; three lists rather than one of objects, for long documents. */
interface Units {
  texts: string[];
  starts: number[];
  ends: number[];
}

/** A run of `*`, `_` or `~` that may begin or end emphasis. */
interface Run {
  mark: string;
  at: number;
  length: number;
  canOpen: boolean;
  canClose: boolean;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;
const TAG = /<\/?([a-zA-Z][a-zA-Z0-9-]{0,20})(?:\s[^<>]{0,2000})?\/?>/y;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000}|[^\s<>@]{1,100}@[^\s<>@]{1,200})>/y;
const FOOTNOTE = /\[\^[^\]\s]{1,50}\]/y;
const DESTINATION = /\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)/y;
const SPACING_TAGS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'td', 'th', 'tr', 'table', 'thead', 'tbody', 'tfoot', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'hr']);

/**
 * Reads the words of some lines as a person sees them: emphasis, code, links, HTML tags and entities are read as marks, white space is
 * collapsed, and every remaining unit keeps its place. One pass, whose time grows with the length alone.
 */
export function readInlineText(lines: readonly SourceLine[]): QuotedText {
  let source = '';
  const offsets: number[] = [];
  for (const line of lines) {
    if (source !== '') {
      source += '\n';
      offsets.push(offsets.at(-1) ?? line.start);
    }
    for (let at = 0; at < line.text.length; at += 1) offsets.push(line.start + at);
    source += line.text;
  }
  const { units, runs } = scan(source, offsets);
  const strong = resolveEmphasis(units, runs);
  return collapse(units, strong);
}

function scan(source: string, offsets: readonly number[]): { units: Units; runs: Run[] } {
  const units: Units = { texts: [], starts: [], ends: [] };
  const runs: Run[] = [];
  const startOf = (at: number) => offsets[at] ?? 0;
  const endOf = (at: number) => (offsets[at - 1] ?? 0) + 1;
  const emit = (text: string, from: number, to: number) => {
    units.texts.push(text);
    units.starts.push(startOf(from));
    units.ends.push(endOf(to));
  };
  const brackets = matchBrackets(source);
  const codeEnds = findCodeSpans(source);
  const lastCommentEnd = source.lastIndexOf('-->');
  for (let at = 0; at < source.length; ) {
    const character = source[at] ?? '';
    const next = source[at + 1] ?? '';
    if (character === '\\' && PUNCTUATION.test(next)) {
      emit(next, at, at + 2);
      at += 2;
    } else if (character === '`') {
      const length = runLength(source, at, '`');
      const close = codeEnds.get(at);
      for (let inner = at + length; close !== undefined && inner < close; inner += 1) emit(source[inner] ?? '', inner, inner + 1);
      if (close === undefined) for (let mark = at; mark < at + length; mark += 1) emit('`', mark, mark + 1);
      at = close === undefined ? at + length : close + length;
    } else if (character === '&') {
      const entity = decodeEntityAt(source, at);
      const length = entity?.length ?? 1;
      // A character outside the basic plane takes two units; both stand at the same place.
      for (const unit of (entity?.character ?? character).split('')) emit(unit, at, at + length);
      at += length;
    } else if (character === '<') {
      at = scanTag(source, at, lastCommentEnd, emit);
    } else if (character === '!' && next === '[' && brackets.has(at + 1) && matchAt(DESTINATION, source, (brackets.get(at + 1) ?? 0) + 1)) {
      const close = (brackets.get(at + 1) ?? 0) + 1;
      at = close + (matchAt(DESTINATION, source, close)?.[0].length ?? 0);
    } else if (character === '[' && next === '^' && matchAt(FOOTNOTE, source, at)) {
      at += matchAt(FOOTNOTE, source, at)?.[0].length ?? 1;
    } else if (character === '[' || character === ']') {
      at = scanBracket(source, at, brackets, emit);
    } else if (character === '*' || character === '_' || (character === '~' && next === '~')) {
      const length = runLength(source, at, character);
      const before = source[at - 1] ?? ' ';
      const after = source[at + length] ?? ' ';
      const isInsideWord = character === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
      const isLoose = length >= 2 && character === '*';
      runs.push({ mark: character, at: units.texts.length, length, canOpen: !isInsideWord && (isLoose || /\S/.test(after)), canClose: !isInsideWord && (isLoose || /\S/.test(before)) });
      for (let mark = at; mark < at + length; mark += 1) emit(character, mark, mark + 1);
      at += length;
    } else {
      if (source.charCodeAt(at) < 128 || !INVISIBLE.test(character)) emit(character, at, at + 1);
      at += 1;
    }
  }
  return { units, runs };
}

/** Reads what begins with `<`: a comment or tag is a mark, an address in angle brackets is text, anything else a plain character. */
function scanTag(source: string, at: number, lastCommentEnd: number, emit: (text: string, from: number, to: number) => void): number {
  if (source.startsWith('<!--', at) && lastCommentEnd > at) return source.indexOf('-->', at) + 3;
  const address = matchAt(AUTOLINK, source, at);
  if (address) {
    for (let inner = at + 1; inner < at + address[0].length - 1; inner += 1) emit(source[inner] ?? '', inner, inner + 1);
    return at + address[0].length;
  }
  const tag = matchAt(TAG, source, at);
  const name = (tag?.[1] ?? '').toLowerCase();
  if (!tag || !HTML_ELEMENTS.has(name)) {
    emit('<', at, at + 1);
    return at + 1;
  }
  if (SPACING_TAGS.has(name)) emit(' ', at, at + 1);
  return at + tag[0].length;
}

/** A link keeps its words and loses its address; other brackets are text. */
function scanBracket(source: string, at: number, brackets: ReadonlyMap<number, number>, emit: (text: string, from: number, to: number) => void): number {
  const isOpening = source[at] === '[';
  const close = isOpening ? brackets.get(at) : at;
  const destination = close === undefined || (!isOpening && !brackets.has(-at)) ? null : matchAt(DESTINATION, source, close + 1);
  if (destination) return isOpening ? at + 1 : at + 1 + destination[0].length;
  emit(source[at] ?? '', at, at + 1);
  return at + 1;
}

/** Pairs of square brackets: opening → closing, and the closing one's negative as a sign that it is paired. */
function matchBrackets(source: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (character === '[') open.push(at);
    else if (character === ']') {
      const start = open.pop();
      if (start === undefined) continue;
      pairs.set(start, at);
      pairs.set(-at, start);
    }
  }
  return pairs;
}

/** Code spans: where a run of backticks opens → where the run of the same length that closes it begins. */
function findCodeSpans(source: string): Map<number, number> {
  const runs: { at: number; length: number }[] = [];
  for (let at = source.indexOf('`'); at >= 0; at = source.indexOf('`', at)) {
    const length = runLength(source, at, '`');
    runs.push({ at, length });
    at += length;
  }
  const nextOfLength = new Map<number, number>();
  const following: (number | undefined)[] = [];
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const run = runs[index];
    if (!run) continue;
    following[index] = nextOfLength.get(run.length);
    nextOfLength.set(run.length, index);
  }
  const spans = new Map<number, number>();
  for (let index = 0; index < runs.length; index += 1) {
    const closing = following[index];
    const open = runs[index];
    const close = closing === undefined ? undefined : runs[closing];
    if (!open || !close || closing === undefined) continue;
    spans.set(open.at, close.at);
    index = closing;
  }
  return spans;
}

/** Pairs the runs, blanks the marks that were paired, and says which units are bold. */
function resolveEmphasis(units: Units, runs: readonly Run[]): Uint8Array {
  const edges = new Int32Array(units.texts.length + 1);
  const open = new Map<string, { run: Run; left: number }[]>();
  for (const run of runs) {
    const stack = open.get(run.mark) ?? [];
    open.set(run.mark, stack);
    let left = run.length;
    while (run.canClose && left > 0) {
      const top = stack.at(-1);
      if (!top || (left < 2) !== (top.left < 2 || left < 2)) break;
      const used = Math.min(left, top.left, 2);
      for (let mark = 0; mark < used; mark += 1) {
        blank(units, top.run.at + top.left - 1 - mark);
        blank(units, run.at + run.length - left + mark);
      }
      if (used === 2 && run.mark !== '~') {
        edges[top.run.at] = (edges[top.run.at] ?? 0) + 1;
        edges[run.at] = (edges[run.at] ?? 0) - 1;
      }
      left -= used;
      top.left -= used;
      if (top.left === 0) stack.pop();
      else if (used < 2 && left === 0) break;
    }
    if (left > 0 && run.canOpen) stack.push({ run: { ...run, at: run.at + run.length - left, length: left }, left });
  }
  // A bold mark whose partner was lost in a conversion is still a mark; a single star may be the document's own.
  for (const stack of open.values()) {
    for (const { run, left } of stack) if (left >= 2 && run.mark === '*') for (let mark = 0; mark < left; mark += 1) blank(units, run.at + mark);
  }
  const strong = new Uint8Array(units.texts.length);
  let level = 0;
  for (let at = 0; at < units.texts.length; at += 1) {
    level += edges[at] ?? 0;
    strong[at] = level > 0 ? 1 : 0;
  }
  return strong;
}

function blank(units: Units, at: number): void {
  units.texts[at] = '';
}

function collapse(units: Units, strong: Uint8Array): QuotedText {
  const starts: number[] = [];
  const ends: number[] = [];
  const spans: Span[] = [];
  const characters: string[] = [];
  let space = -1;
  for (let at = 0; at < units.texts.length; at += 1) {
    const text = units.texts[at] ?? '';
    if (text === '') continue;
    if (isSpace(text)) {
      if (space < 0) space = at;
      continue;
    }
    if (space >= 0 && characters.length > 0) {
      characters.push(' ');
      starts.push(units.starts[space] ?? 0);
      ends.push(units.ends[space] ?? 0);
    }
    space = -1;
    if (strong[at] === 1) {
      const last = spans.at(-1);
      if (last && last.to >= characters.length - 1) last.to = characters.length + 1;
      else spans.push({ from: characters.length, to: characters.length + 1 });
    }
    characters.push(text);
    starts.push(units.starts[at] ?? 0);
    ends.push(units.ends[at] ?? 0);
  }
  return { text: characters.join(''), starts, ends, strong: spans };
}

function isSpace(text: string): boolean {
  const code = text.charCodeAt(0);
  return code === 32 || (code >= 9 && code <= 13) || (code >= 160 && /[\s\u00a0]/.test(text));
}

function runLength(source: string, at: number, mark: string): number {
  let end = at;
  while (source[end] === mark) end += 1;
  return end - at;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
