/** A stretch of a text, end exclusive. */
export interface Span {
  from: number;
  to: number;
}

/**
 * Words of the document as they are read, without markup and with white space collapsed, that know where they stand:
 * unit `i` of `text` was written between `starts[i]` and `ends[i]` of the decoded document (UTF-16 offsets).
 */
export interface QuotedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The parts in bold. */
  readonly strong: readonly Span[];
}

export const EMPTY_QUOTE: QuotedText = { text: '', starts: [], ends: [], strong: [] };

/** The part between `from` and `to` of the text, without white space at its ends. */
export function sliceQuote(quote: QuotedText, from: number, to = quote.text.length): QuotedText {
  let start = Math.max(0, from);
  let end = Math.min(quote.text.length, to);
  while (start < end && quote.text[start] === ' ') start += 1;
  while (end > start && quote.text[end - 1] === ' ') end -= 1;
  if (start === 0 && end === quote.text.length) return quote;
  const strong = quote.strong
    .map((span) => ({ from: Math.max(span.from, start) - start, to: Math.min(span.to, end) - start }))
    .filter((span) => span.to > span.from);
  return { text: quote.text.slice(start, end), starts: quote.starts.slice(start, end), ends: quote.ends.slice(start, end), strong };
}

/** The quotes one after the other with a space between them. */
export function joinQuotes(quotes: readonly QuotedText[]): QuotedText {
  const parts = quotes.filter((quote) => quote.text !== '');
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const starts: number[] = [];
  const ends: number[] = [];
  const strong: Span[] = [];
  let text = '';
  for (const part of parts) {
    if (text !== '') {
      const gap = ends.at(-1) ?? 0;
      text += ' ';
      starts.push(gap);
      ends.push(gap);
    }
    for (const span of part.strong) strong.push({ from: span.from + text.length, to: span.to + text.length });
    text += part.text;
    for (const start of part.starts) starts.push(start);
    for (const end of part.ends) ends.push(end);
  }
  return { text, starts, ends, strong };
}

/** Offsets of the quote in the document; an empty quote stands nowhere. */
export function boundsOf(quote: QuotedText): { start: number; end: number } {
  return { start: quote.starts[0] ?? 0, end: quote.ends.at(-1) ?? 0 };
}

/** Whether all of the quote's letters are bold. */
export function isAllStrong(quote: QuotedText): boolean {
  const bold = quote.strong.reduce((sum, span) => sum + span.to - span.from, 0);
  return quote.text !== '' && bold >= quote.text.replace(/(?<![\s\d.:)–-])[\s\d.:)–-]+$/, '').length - 1 && bold > 0;
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
