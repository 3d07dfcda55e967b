import type { Marker } from '../outline.ts';

export interface FoundMarker {
  marker: Marker;
  /** Column where the mark begins. */
  indent: number;
  /** Column where the item's text begins. */
  contentAt: number;
  /** Where bold begins before the number and ends after it ("**1.** …" or "**1. Label** …"), the column of the bold mark. */
  boldAt?: number;
}

const BULLET = /(?:\\?[-*+]|[–—])(?=[\s\u00a0]|$)|[•·▪◦‣∙●○■□▫➢➤❖✓✔★►\uf0b7\uf0a7\uf0d8]|o(?=[ \t\u00a0]{2,}|\t)/y;
/** Bullets that a scanner or a lost symbol font turned into letters and signs: "e We tell", "¢ We pay", "ü share". */
const GARBLED_BULLET = /[¢«»°§ØüŸðÂ](?=[\s\u00a0]+[\p{L}“‘"'(])|[eov](?=[ \u00a0]\p{Lu}\p{Ll}*[ ,])/uy;
const CHECKBOX = /\[[ xX]\](?=\s)/y;
const DOTTED = /\(?(\d{1,2}(?:\.\d{1,2}){1,3})(?:\\?[.)])?(?=[\s\u00a0*_])/y;
const NUMBER = /(?:\((\d{1,3})\)|(\d{1,3})\\?[.)])(?=[\s\u00a0*_]|$)/y;
const ROMAN = /(?:\((i{2,3}|i[vx]|vi{0,3}|xi{0,3})\)|(i{2,3}|i[vx]|vi{1,3}|xi{1,3})\\?[.)])(?=[\s\u00a0])/iy;
const LETTER = /(?:\(([a-zA-Z])\)|([a-z])\\?[.)]|([A-Z])\\?\))(?=[\s\u00a0])/y;

/**
 * Reads the list mark at the beginning of a line: a bullet of any shape, "1.", "1.2", "(a)", "iv)", or a number after a bullet.
 * A number's first item counts; whether it is a list at all is decided later.
 */
export function readListMarker(text: string): FoundMarker | undefined {
  const indent = /^[ \t\u00a0]*/.exec(text)?.[0].length ?? 0;
  let at = indent;
  let marker: Marker | undefined;
  const bullet = matchAt(BULLET, text, at) ?? matchAt(GARBLED_BULLET, text, at);
  if (bullet) {
    marker = { kind: 'bullet', value: '' };
    at = skipSpace(text, at + bullet[0].length);
    const box = matchAt(CHECKBOX, text, at);
    if (box) at = skipSpace(text, at + box[0].length);
  }
  const bold = matchAt(/\*\*|__/y, text, at);
  const numberAt = at + (bold?.[0].length ?? 0);
  const number = readNumber(text, numberAt);
  if (number) {
    marker = number.marker;
    const after = numberAt + number.length;
    const closing = bold && text.startsWith(bold[0], after) ? bold[0].length : 0;
    const contentAt = skipSpace(text, after + closing);
    return bold && closing === 0 ? { marker, indent: columnOf(text, indent), contentAt, boldAt: at } : { marker, indent: columnOf(text, indent), contentAt };
  }
  return marker && { marker, indent: columnOf(text, indent), contentAt: at };
}

function readNumber(text: string, at: number): { marker: Marker; length: number } | undefined {
  const tries: [Marker['kind'], RegExp][] = [['number', DOTTED], ['number', NUMBER], ['roman', ROMAN], ['letter', LETTER]];
  for (const [kind, pattern] of tries) {
    const match = matchAt(pattern, text, at);
    const value = match?.slice(1).find((group) => group !== undefined);
    if (match && value !== undefined) return { marker: { kind, value }, length: match[0].length };
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && /[\s\u00a0]/.test(text[next] ?? '')) next += 1;
  return next;
}

/** The column with tabs counted as four. */
function columnOf(text: string, at: number): number {
  let column = 0;
  for (const character of text.slice(0, at)) column = character === '\t' ? column - (column % 4) + 4 : column + 1;
  return column;
}
