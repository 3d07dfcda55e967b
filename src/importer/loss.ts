import { quotesOf, type Block } from './outline.ts';
import type { QuotedText } from './quoted-text.ts';
import { shorten } from './shorten.ts';

/** Text of the document that the draft does not hold. */
export interface Loss {
  reason: string;
  line: number;
  /** Shortened for reading; `start` and `end` say where all of it stands. */
  text: string;
  start: number;
  end: number;
}

/** The "a)" of a list written on in one line, or the number of a heading that was taken: a mark, not words. */
const LIST_MARK = /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2}){0,3})[.):]{0,2}$/i;

/** Lists every stretch of visible text that none of the `taken` quotes covers, in the order of the document. */
export function findLosses(blocks: readonly Block[], taken: Iterable<QuotedText>, reasonOf: (block: Block) => string, documentLength: number): Loss[] {
  const isTaken = new Uint8Array(documentLength);
  for (const quote of taken) for (const start of quote.starts) isTaken[start] = 1;
  const losses: Loss[] = [];
  for (const block of blocks) {
    for (const quote of quotesOf(block)) {
      for (const [from, to] of findGaps(quote, isTaken)) {
        const text = quote.text.slice(from, to).trim();
        const isWhole = to - from === quote.text.length;
        if (!/[\p{L}\p{N}]/u.test(text) || (!isWhole && LIST_MARK.test(text))) continue;
        losses.push({ reason: reasonOf(block), line: block.line, text: shorten(text), start: quote.starts[from] ?? 0, end: quote.ends[to - 1] ?? 0 });
      }
    }
  }
  return losses.sort((a, b) => a.start - b.start);
}

function findGaps(quote: QuotedText, isTaken: Uint8Array): [number, number][] {
  const gaps: [number, number][] = [];
  let from = -1;
  for (let at = 0; at <= quote.text.length; at += 1) {
    const isGap = at < quote.text.length && isTaken[quote.starts[at] ?? 0] !== 1;
    if (isGap && from < 0) from = at;
    if (!isGap && from >= 0) {
      gaps.push([from, at]);
      from = -1;
    }
  }
  return gaps;
}
