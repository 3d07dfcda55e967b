import { readLabelledStart } from './vocabulary.ts';

const PAGE_NUMBER = /^[ |–—\-•[(]{0,40}(?:page ?\|? ?)?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?[ |–—\-•\])]{0,40}(?:page)? ?$/i;

/** Whether a line is nothing but a page number: "7", "Page 3 of 12", "- 4 -", "3 | Page". */
export function isPageNumber(text: string): boolean {
  const plain = text.replace(/[*_\\]/g, '').replace(/\s+/g, ' ');
  return PAGE_NUMBER.test(plain) && !/^ ?(?:19|20)\d\d ?$/.test(plain);
}

/**
 * What stays the same where one line is printed on every page: words only, with a page number at either end masked.
 * `undefined` where the line can't be page furniture: long prose, or a numbered heading such as "Standard 2".
 */
export function toRepeatKey(text: string): string | undefined {
  const plain = text.replace(/^[#>\s]+|[*_\\]/g, '').trim();
  if (plain === '' || plain.length > 140 || readLabelledStart(plain)) return undefined;
  const key = plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const untilLetter = /^[^\p{L}]*\p{L}/u.exec(key)?.[0];
  if (untilLetter === undefined) return key;
  const masked = (untilLetter.replace(/^\d{1,3} (?=\p{L})/u, ' #') + key.slice(untilLetter.length).replace(/(?: page)? \d{1,3}(?: of \d{1,3})?(?: page)?$/, ' #')).trim();
  return masked !== key && masked.replace('#', '').trim().split(' ').length >= 2 ? masked : key;
}

/** Whether a line comes often enough to be printed on every page: three times, or twice where a page number goes with a line of several words. */
export function comesOften(key: string, count: number): boolean {
  return count >= 3 || (count === 2 && key.includes('#') && key.split(' ').length >= 5);
}

/** Keys of the lines that come often enough. */
export function findRepeatedKeys(texts: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const key = toRepeatKey(text);
    if (key !== undefined && key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([key, count]) => comesOften(key, count)).map(([key]) => key));
}
