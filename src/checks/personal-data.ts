import { findFullName } from './full-names.ts';

/** What a stretch of text looks like, in words that follow "looks like". */
export interface PersonalData {
  what: string;
  words: string;
}

/** Helplines that content may print: numbers that start so are free to call, and belong to no person. */
const HELPLINE = /^(?:0800|0808|116|101|111|999)/;

const DATE = String.raw`(?:\d{1,2}(?:st|nd|rd|th)?(?: of)?[ ./-](?:\d{1,2}|\p{L}{3,9})[ ./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)`;

const IDENTIFIERS: readonly { what: string; pattern: RegExp; isOne?: (words: string) => boolean }[] = [
  { what: 'an NHS number', pattern: /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g, isOne: hasNhsCheckDigit },
  { what: 'a National Insurance number', pattern: /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g },
  { what: 'a pupil number', pattern: /\b[A-HJ-NP-RT-Z]\d{11}[\dA-Z]\b/g },
  { what: 'a court number', pattern: /\b[A-Z]{2}\d{2}[A-Z]\d{5}\b/g },
  { what: 'a bank account', pattern: /(?<![\d-])\d{2}-\d{2}-\d{2}(?![\d-])[^.!?\d]{0,30}\d{8}(?!\d)/g },
  { what: 'a postcode', pattern: /\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}|[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2})\b/g },
  { what: 'a date of birth', pattern: new RegExp(String.raw`\b(?:date of birth|d\.?o\.?b\.?|born(?: on)?|birthday(?: is| was)?(?: on)?)[:,]?\s?(?:the )?${DATE}(?!\d)`, 'giu') },
  { what: 'a case or record number', pattern: /\b(?:case|record|file|person|reference|ref|court|pupil|mosaic|liquidlogic)(?: (?:number|no\.?|id|ref(?:erence)?))?(?::| is|\.| #|#)? ?(?:[A-Z]{1,4}[-/]?)?\d{4,}(?:[/-]\d{1,10})?\b/gi },
  { what: 'a telephone number', pattern: /(?<![\d.])(?:\(0\d{2,4}\)|(?:\+44|\b44|0)[ -]?\d{2,4})[ -]?\d{3,4}[ -]?\d{3,4}\b/g, isOne: (words) => !HELPLINE.test(words) },
  { what: 'an email address', pattern: /(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z\d.-]{1,100}[A-Za-z]/g, isOne: (words) => words.includes('.', words.indexOf('@')) },
  { what: 'an email address', pattern: /(?<![\w.+-])[\w.+-]{1,64} ?[([]at[)\]] ?[A-Za-z\d-]{1,60}\.[A-Za-z.]{2,20}/g },
  { what: 'a street address', pattern: /\b\d{1,4}[a-z]?,? \p{Lu}\p{Ll}+ (?:Street|Road|Lane|Avenue|Close|Drive|Court|Terrace|Crescent|Way|Grove|Gardens)\b/gu },
];
const ANY_SIGN = /\d{2}|@|[([]at[)\]]|\d[a-z]?,? \p{Lu}|\d[A-Za-z]{2}\b/u;

/**
 * Finds what could point to a real person. Careful rather than clever: a number that is no NHS number by its check digit, and
 * a helpline, are left alone; a full name counts where an identifier stands in the same text.
 */
export function findPersonalData(text: string): PersonalData[] {
  if (!ANY_SIGN.test(text)) return [];
  const found = IDENTIFIERS.flatMap(({ what, pattern, isOne = () => true }) => [...text.matchAll(pattern)].map(([words]) => words).filter(isOne).map((words) => ({ what, words })));
  // What the first kind has found, a wider one may find again.
  const single = found.filter(({ words }, index) => !found.slice(0, index).some((earlier) => earlier.words.includes(words) || words.includes(earlier.words)));
  const rest = single.reduce((left, { words }) => left.replaceAll(words, '·'), text);
  const name = single.length === 0 ? undefined : findFullName(rest);
  return name === undefined ? single : [...single, { what: 'a full name beside something that says whose it is', words: name }];
}

/** The last of ten digits is a check digit, modulus 11 (NHS Data Dictionary, NHS number). */
function hasNhsCheckDigit(words: string): boolean {
  const digits = [...words.replace(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === digits[9];
}
