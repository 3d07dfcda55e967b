import { sliceQuote, type QuotedText, type Span } from './quoted-text.ts';

const ABBREVIATION = /(?:^|[\s(‘“'"])(?:e\.g|i\.e|etc|mr|mrs|ms|dr|prof|st|no|nos|p|pp|para|paras|fig|vs|cf|ch|sec|reg|regs|art|sch|approx|dept|incl|esp|ed|eds|vol|al|viz|ibid|inc|ltd|tel|ext|min|max|hon|rev|cllr|sgt|insp|supt|sr|jr|\p{Lu})\.$/iu;
const END = /[.!?…]["'”’)\]]*(?=\s)|(?<=\p{Ll})[.!?](?=\p{Lu}\p{Ll}|(?:We|I)\s)/gu;

/**
 * Parts prose into sentences. A full stop ends none after an abbreviation, an initial, inside a number, or before a small letter;
 * one that lost its space ("timely.We will") does.
 */
export function findSentences(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length;
    let mark = match.index;
    while (mark > from && /[.!?…]/.test(text[mark - 1] ?? '')) mark -= 1;
    if (!isSentenceEnd(text, from, mark, to)) continue;
    spans.push({ from, to });
    from = to;
    while (text[from] === ' ') from += 1;
  }
  if (from < text.length) spans.push({ from, to: text.length });
  return spans;
}

/** The sentences of a quotation, each in its place. */
export function splitSentences(quote: QuotedText): QuotedText[] {
  return findSentences(quote.text).map(({ from, to }) => sliceQuote(quote, from, to));
}

function isSentenceEnd(text: string, from: number, at: number, to: number): boolean {
  const next = /^\s*(["'“‘([]*)([^\s])/.exec(text.slice(to, to + 8))?.[2] ?? '';
  if (next === '' || !/[\p{Lu}\p{N}]/u.test(next)) return false;
  const mark = text[at];
  if (mark === '.' && text[at + 1] !== '.' && ABBREVIATION.test(text.slice(Math.max(from, at - 8), at + 1))) {
    // "We are I." and "etc." before a capital may still end a sentence; only etc. commonly does.
    return /\betc\.$/i.test(text.slice(from, at + 1)) && /\p{Lu}/u.test(next);
  }
  if (mark === '.' && /\p{N}/u.test(next) && /\b(?:no|section|paragraph|page|figure|table)\.?$/i.test(text.slice(from, at))) return false;
  // "1." at the very beginning is a number, not a sentence.
  return !/^\(?[\p{N}a-zA-Z]{1,3}$/u.test(text.slice(from, at));
}
