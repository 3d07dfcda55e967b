import type { Marker } from '../../outline.ts';

/** A list mark that the program counts, and how it stands on the slide. */
export interface CountedMark {
  marker: Marker;
  written: string;
}

/** The mark of the `count`th item under a numbering scheme of DrawingML such as `arabicPeriod` or `romanLcParenR`. */
export function writeCountedMark(scheme: string, count: number): CountedMark {
  const kind = scheme.startsWith('alpha') ? 'letter' : scheme.startsWith('roman') ? 'roman' : 'number';
  const small = kind === 'letter' ? toLetters(count) : kind === 'roman' ? toRoman(count) : String(count);
  const value = /^(?:alpha|roman)Uc/.test(scheme) ? small.toUpperCase() : small;
  const written = scheme.endsWith('ParenBoth') ? `(${value})` : scheme.endsWith('ParenR') ? `${value})` : scheme.endsWith('Plain') ? value : `${value}.`;
  return { marker: { kind, value }, written };
}

/** 1 → a, 26 → z, 27 → aa. */
function toLetters(count: number): string {
  let letters = '';
  for (let left = count; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(97 + ((left - 1) % 26)) + letters;
  return letters;
}

const ROMAN: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];

function toRoman(count: number): string {
  let left = Math.min(count, 3999);
  let numeral = '';
  for (const [value, letters] of ROMAN) {
    for (; left >= value; left -= value) numeral += letters;
  }
  return numeral;
}
