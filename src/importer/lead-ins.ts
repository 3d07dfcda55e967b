import { trimLabel } from './heading-label.ts';
import { countWords, sliceQuote, type QuotedText } from './quoted-text.ts';
import { findSentences } from './sentences.ts';
import { isLeadIn, readLabelledStart } from './vocabulary.ts';

/** A name and what is said under it, from one item or paragraph: "**Respect** – we …", "Respect: we …". */
export interface LeadIn {
  label: QuotedText;
  content: QuotedText;
  evidence: 'bold' | 'colon' | 'dash' | 'opening';
}

/**
 * Reads the names that the members of a run begin with. A run has names when at least two members, and most of them, begin with one of the same
 * kind; a member whose bold was lost is cut where its text begins as the others' do. `undefined` where the run has none.
 */
export function readLeadIns(quotes: readonly QuotedText[]): (LeadIn | undefined)[] | undefined {
  for (const read of [readBoldLeadIn, readColonLeadIn, readDashLeadIn]) {
    const found = quotes.map(read);
    const count = found.filter((leadIn) => leadIn !== undefined).length;
    if (count < 2 || count < quotes.length * 0.7) continue;
    const opening = findCommonOpening(found.flatMap((leadIn) => (leadIn ? [leadIn.content.text] : [])));
    return found.map((leadIn, at) => leadIn ?? cutAtOpening(quotes[at], opening));
  }
  return undefined;
}

/** A name in bold before ordinary text. */
export function readBoldLeadIn(quote: QuotedText): LeadIn | undefined {
  const [bold] = quote.strong;
  if (!bold || bold.from > 2 || bold.to >= quote.text.length) return undefined;
  const label = trimLabel(sliceQuote(quote, 0, bold.to));
  const content = sliceQuote(quote, skipJoint(quote.text, bold.to));
  return (isLabel(label.text, 14) || isNumberedLabel(label.text)) && countWords(content.text) >= 2 ? { label, content, evidence: 'bold' } : undefined;
}

function readColonLeadIn(quote: QuotedText): LeadIn | undefined {
  const match = /^([^:.;!?]{2,70}?)\s?:\s+(?=\S)/.exec(quote.text);
  return match ? toLeadIn(quote, match[1]?.length ?? 0, match[0].length, 8, 'colon') : undefined;
}

function readDashLeadIn(quote: QuotedText): LeadIn | undefined {
  const match = /^([^:.;!?–—]{2,60}?)\s[–—-]\s(?=\S)/.exec(quote.text);
  return match ? toLeadIn(quote, match[1]?.length ?? 0, match[0].length, 6, 'dash') : undefined;
}

function toLeadIn(quote: QuotedText, labelEnd: number, contentAt: number, maxWords: number, evidence: LeadIn['evidence']): LeadIn | undefined {
  const label = trimLabel(sliceQuote(quote, 0, labelEnd));
  const content = sliceQuote(quote, contentAt);
  return isLabel(label.text, maxWords) && !isLeadIn(label.text) && countWords(content.text) >= 2 ? { label, content, evidence } : undefined;
}

function isLabel(text: string, maxWords: number): boolean {
  const words = countWords(text);
  if (words === 0 || words > maxWords || findSentences(text).length > 1) return false;
  return !/\s(?:we|will|must|should|they|is|are|was|has|have|do|does)\b/.test(text) || /^(?:we|i)\b/i.test(text);
}

/** "Principle one: Stay with the parent who is not abusive." */
function isNumberedLabel(text: string): boolean {
  return readLabelledStart(text) !== undefined && countWords(text) <= 20 && findSentences(text).length === 1;
}

function skipJoint(text: string, from: number): number {
  return from + (/^[\s:.–—-]*/.exec(text.slice(from))?.[0].length ?? 0);
}

/** The two words that most of the texts begin with. */
function findCommonOpening(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const opening = text.split(' ').slice(0, 2).join(' ');
    counts.set(opening, (counts.get(opening) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= texts.length * 0.5 ? best[0] : undefined;
}

function cutAtOpening(quote: QuotedText | undefined, opening: string | undefined): LeadIn | undefined {
  const at = quote === undefined || opening === undefined ? -1 : quote.text.indexOf(` ${opening} `);
  if (!quote || at <= 0) return undefined;
  const label = trimLabel(sliceQuote(quote, 0, at));
  return countWords(label.text) <= 15 && findSentences(label.text).length === 1 ? { label, content: sliceQuote(quote, at + 1), evidence: 'opening' } : undefined;
}
