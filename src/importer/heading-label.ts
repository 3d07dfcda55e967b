import { isFormatted, type HeadingBlock } from './outline.ts';
import { sliceQuote, type QuotedText } from './quoted-text.ts';
import { readLabelledStart } from './vocabulary.ts';

export interface HeadingLabel {
  /** The heading's own words without its number; for a bare "Standard 3" the whole heading. */
  label: QuotedText;
  number?: string;
  /** "standard" of "Standard 3: …". */
  word?: string;
  /** The heading is nothing but a word and a number. */
  isBareNumber: boolean;
}

const PLAIN_NUMBER = /^\(?(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.):]|\s*[–—-])?\s+(?=\S)/;
const NUMBERS_TOGETHER = /^\d{1,2} ?(?:and|to|&|–|-) ?\d{1,2}\b/;
const LETTER_NUMBER = /^(?:\(([a-zA-Z])\)|([a-zA-Z])[.)])\s+(?=\S)/;

/** Takes the number off a heading: "Standard 3: Assessment" → "Assessment", 3; "1.2 Visits" → "Visits", 1.2. */
export function readHeadingLabel(heading: HeadingBlock): HeadingLabel {
  const { text } = heading.content;
  // "3. Section 47 enquiries" has its number already; the word belongs to the name.
  const labelled = heading.number === undefined ? readNumberedName(heading.content) : undefined;
  if (labelled) return labelled;
  // "5 and 6. Voices" speaks of two, and has the number of neither.
  const numbered = NUMBERS_TOGETHER.test(text) ? null : PLAIN_NUMBER.exec(text) ?? LETTER_NUMBER.exec(text);
  // "10 things we promise" counts; "3. Things" and "3.1 Things" number.
  const number = numbered?.[1] ?? numbered?.[2];
  if (numbered && number !== undefined && !(/^\d+$/.test(number) && /^\d+\s/.test(numbered[0]) && !isFormatted(heading))) {
    return { label: trimLabel(sliceQuote(heading.content, numbered[0].length)), number, isBareNumber: false };
  }
  const label = trimLabel(heading.content);
  return heading.number === undefined ? { label, isBareNumber: false } : { label, number: heading.number, isBareNumber: false };
}

/** "Principle two: Hold on" → "Hold on", two; `undefined` where the name has no such beginning. */
export function readNumberedName(name: QuotedText): HeadingLabel | undefined {
  const labelled = readLabelledStart(name.text);
  if (!labelled) return undefined;
  const rest = trimLabel(sliceQuote(name, labelled.restAt));
  const isBareNumber = rest.text === '';
  return { label: isBareNumber ? trimLabel(name) : rest, number: labelled.number, word: labelled.word, isBareNumber };
}

/** A label without the colon, dash or comma that joins it to what follows, and without the letter it gives to an acronym: "C – Curious" → "Curious". */
export function trimLabel(quote: QuotedText): QuotedText {
  const from = /^(?:(\p{L})\.?\s*[:–—-]\s*(?=\1\p{L})|[\s:.–—-]*)/u.exec(quote.text)?.[0].length ?? 0;
  let end = quote.text.length;
  while (end > 0 && isJoint(quote.text, end - 1)) end -= 1;
  return from >= end ? quote : sliceQuote(quote, from, end);
}

/** A single full stop is a joint; three dots that stand for "and so on" are part of the label. */
const isJoint = (text: string, at: number) => /[\s:,;–—-]/.test(text[at] ?? '') || (text[at] === '.' && text[at - 1] !== '.');
