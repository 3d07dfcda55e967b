const ONES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS: Readonly<Record<string, string>> = { one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth', twelve: 'twelfth' };
const ROMAN: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];

/** A number as Word's number format of this name shows it (ECMA-376 Part 1, 17.18.59); formats of other scripts are shown in digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return toLetters(value);
    case 'upperLetter':
      return toLetters(value).toUpperCase();
    case 'lowerRoman':
      return toRoman(value);
    case 'upperRoman':
      return toRoman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'ordinal':
      return `${value}${/(?<!1)[123]$/.test(String(value)) ? (['st', 'nd', 'rd'][(value % 10) - 1] ?? 'th') : 'th'}`;
    case 'cardinalText':
      return toSentenceCase(toWords(value));
    case 'ordinalText':
      return toSentenceCase(toWords(value).replace(/(?<![a-z])[a-z]+$/, (last) => ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)));
    case 'none':
      return '';
    default:
      return String(value);
  }
}

/** a … z, aa, bb, … as Word counts on. */
function toLetters(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(10, Math.ceil(value / 26)));
}

function toRoman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  let roman = '';
  for (const [worth, letters] of ROMAN) {
    while (left >= worth) {
      roman += letters;
      left -= worth;
    }
  }
  return roman;
}

function toWords(value: number): string {
  if (value < 0 || value > 99) return String(value);
  if (value < 20) return ONES[value] ?? '';
  return `${TENS[Math.floor(value / 10)] ?? ''}${value % 10 === 0 ? '' : `-${ONES[value % 10] ?? ''}`}`;
}

const toSentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
