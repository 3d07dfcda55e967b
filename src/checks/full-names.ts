import { FIRST_NAMES } from './word-lists/first-names.ts';

/** A title and a surname. "Mrs Next Door" is how a child speaks of a neighbour. */
const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (?!Next\b)(?:\p{Lu}['’])?\p{Lu}\p{Ll}+/u;
/** Two capitalised words; whether the first is a name, a list tells. */
const PAIR = /\b(\p{Lu}\p{Ll}+) ((?:\p{Lu}['’])?\p{Lu}\p{Ll}+)(?:-\p{Lu}\p{Ll}+)?(?!['’]s? \p{Lu})/gu;
/** Capitalised, and no surname. */
const CALENDAR = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|Eid|Diwali)|^(?:Year|School|Street|House|Park|Road)$/;

/** A person's name with a surname, as it is written; `undefined` where the text has first names alone. */
export function findFullName(text: string): string | undefined {
  const titled = TITLED.exec(text)?.[0];
  if (titled !== undefined) return titled;
  for (const { 0: pair, 1: first = '', 2: second = '' } of text.matchAll(PAIR)) {
    if (FIRST_NAMES.has(first.toLowerCase()) && !CALENDAR.test(second) && !FIRST_NAMES.has(second.toLowerCase())) return pair;
  }
  return undefined;
}
