import { isDeeperNumber, isNextNumber, looksLikeHeading } from './headings.ts';
import type { ItemBlock, Marker, ParagraphBlock } from './outline.ts';
import type { QuotedStatement } from './quoted-statement.ts';
import { countWords, isAllStrong, joinQuotes, sliceQuote, type QuotedText } from './quoted-text.ts';
import { isDuty, isLeadIn } from './vocabulary.ts';

/** A list item with the items under it. */
export interface ListItem {
  marker: Marker;
  content: QuotedText;
  children: ListItem[];
  line: number;
}

/** Nests the items of one list by their indentation and, where that is lost, by the kind of their marks ("1." holds "a)" and "•"). */
export function nestItems(blocks: readonly (ItemBlock | ParagraphBlock)[]): ListItem[] {
  const top: ListItem[] = [];
  const path: { item: ListItem; depth: number }[] = [];
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      const owner = path.at(-1)?.item;
      if (owner) owner.content = joinQuotes([owner.content, block.content]);
      continue;
    }
    for (const { marker, content } of splitRunOnItem(block)) {
      const item: ListItem = { marker, content, children: [], line: block.line };
      while (path.length > 0 && !standsUnder(path.at(-1), item, block.depth)) path.pop();
      const parent = path.at(-1);
      (parent?.item.children ?? top).push(item);
      path.push({ item, depth: block.depth });
    }
  }
  return top;
}

function standsUnder(outer: { item: ListItem; depth: number } | undefined, inner: ListItem, depth: number): boolean {
  if (!outer || depth < outer.depth) return false;
  if (isDeeperNumber(outer.item.marker.value, inner.marker.value) && outer.item.marker.value !== '') return true;
  if (depth > outer.depth) return true;
  // "(i)" may be a letter; what follows tells.
  if (outer.item.marker.value === 'i' && inner.marker.value === 'ii') return false;
  const [outerKind, innerKind] = [outer.item.marker.kind, inner.marker.kind];
  if (outerKind === innerKind || innerKind === 'number') return false;
  const isLetterAfterNumber = outerKind === 'number' && (innerKind === 'letter' || innerKind === 'roman');
  const isRomanAfterLetter = outerKind === 'letter' && innerKind === 'roman' && inner.marker.value === 'i' && outer.item.marker.value !== 'h';
  return isLetterAfterNumber || isRomanAfterLetter || (outerKind !== 'bullet' && outerKind !== 'lost') || (outer.item.content.text.endsWith(':') && outer.item.children.length === 0);
}

/** An item whose text runs on with further marks ("… a) … b) …") taken apart into the items it holds. */
function splitRunOnItem(block: ItemBlock): { marker: Marker; content: QuotedText }[] {
  const runOn = splitRunOnList(block.content, block.marker.value);
  if (!runOn) return [{ marker: block.marker, content: block.content }];
  const kind = runOn.items[0]?.marker.kind;
  if (runOn.lead === undefined || kind === block.marker.kind) return [{ marker: block.marker, content: runOn.lead ?? block.content }, ...runOn.items].filter(({ content }) => content.text !== '');
  return [{ marker: block.marker, content: runOn.lead }, ...runOn.items];
}

/**
 * Finds a list that was written on in one line: "The nurse will: a) introduce herself; b) wash her hands; c) …" or bullets one after
 * another. `undefined` where there are not at least two marks in their order, counting `before`, the number that the text itself stands at.
 */
export function splitRunOnList(quote: QuotedText, before = ''): { lead: QuotedText | undefined; items: { marker: Marker; content: QuotedText }[] } | undefined {
  if (isImprint(quote.text)) return undefined;
  const series = findSeries(quote.text, /(?:^|\s)\(?([a-h]|i{1,3}|iv|vi{0,3}|\d)\)\s+(?=\S)/g) ?? findDottedNumbers(quote.text, before) ?? findBullets(quote.text);
  const [first] = series ?? [];
  if (!series || !first) return undefined;
  const lead = sliceQuote(quote, 0, first.from);
  const items = series.map((mark, index) => ({ marker: mark.marker, content: sliceQuote(quote, mark.to, series[index + 1]?.from ?? quote.text.length) }));
  return { lead: lead.text === '' ? undefined : lead, items };
}

/** "Version 3 • Agreed March 2025 • Review: March 2027" says when, and asks nothing of anybody. */
function isImprint(text: string): boolean {
  return countWords(text) <= 30 && /\b(?:19|20)\d\d\b/.test(text) && /\b(?:version|reviewed|review(?: date)?:|approved|agreed|adopted|published|issued|updated)/i.test(text) && !isDuty(text);
}

interface Mark {
  from: number;
  to: number;
  marker: Marker;
}

const SERIES: readonly (readonly [Marker['kind'], readonly string[]])[] = [
  ['letter', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ['roman', ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii']],
  ['number', ['1', '2', '3', '4', '5', '6', '7', '8', '9']],
];

function findSeries(text: string, pattern: RegExp): Mark[] | undefined {
  const marks = [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length, value: match[1] ?? '' }));
  for (const [kind, values] of SERIES) {
    const found: Mark[] = [];
    for (const mark of marks) if (mark.value === values[found.length]) found.push({ from: mark.from, to: mark.to, marker: { kind, value: mark.value } });
    if (found.length >= 2) return found;
  }
  return undefined;
}

/** "3.1 We read. 3.2 We go. 3.3 We ask.": numbers of one level in their order, each at the beginning or after the end of a sentence. */
function findDottedNumbers(text: string, before: string): Mark[] | undefined {
  const isCounting = before.includes('.');
  const found: Mark[] = [];
  for (const match of text.matchAll(/(?:^|(?<=[.;:!?)”"’'])\s)(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=["“‘(]?\p{L})/gu)) {
    const value = match[1] ?? '';
    const last = found.at(-1)?.marker.value ?? (isCounting ? before : undefined);
    if (last === undefined || isNextNumber(last, value)) found.push({ from: match.index, to: match.index + match[0].length, marker: { kind: 'number', value } });
  }
  return found.length >= (isCounting ? 1 : 2) ? found : undefined;
}

function findBullets(text: string): Mark[] | undefined {
  const marks = [...text.matchAll(/(?:^|\s)[•▪·●◦‣■□➢✓✔](?:\s+|(?=\p{Lu}))/gu)].map((match): Mark => ({ from: match.index, to: match.index + match[0].length, marker: { kind: 'bullet', value: '' } }));
  return marks.length >= 2 || (marks.length === 1 && (marks[0]?.from ?? 0) > 0 && text[(marks[0]?.from ?? 0) - 1] === ':') ? marks : undefined;
}

/**
 * The statements of a list. An item is one statement, with its sub-items folded in; where it is only a lead-in or a name for them, they
 * are the statements and it is their stem.
 */
export function readItemStatements(items: readonly ListItem[], stems: readonly QuotedText[]): QuotedStatement[] {
  return items.flatMap((item): QuotedStatement[] => {
    const origin = item.marker.kind === 'lost' ? 'unmarked-item' : 'item';
    if (item.children.length === 0) return [{ quote: item.content, stems, origin }];
    if (!isWholeWithParts(item) && (item.content.text.endsWith(':') || isLeadIn(item.content.text) || isName(item))) return readItemStatements(item.children, [...stems, item.content]);
    return [{ quote: joinQuotes([item.content, ...flatten(item.children)]), stems, origin }];
  });
}

/** "We review the plan every six weeks, and ask: what is better; what is worse": a duty whose parts are too short to be read without it. */
function isWholeWithParts({ content, children }: ListItem): boolean {
  const isSentence = content.text.endsWith(':') && !/\b(?:will|must|should|shall|also|not|to|by|includes?|including|means?|following|are|is|be|that|we|you|they|i):$/i.test(content.text) && countWords(content.text) >= 6;
  const words = children.reduce((sum, child) => sum + countWords(child.content.text), 0) / Math.max(1, children.length);
  return isSentence && words <= 6 && children.every((child) => child.children.length === 0);
}

/** Whether an item only names the items under it. */
function isName(item: ListItem): boolean {
  return item.children.length >= 2 && couldName(item);
}

/** Whether an item could be the name of what stands under it: a short one in bold, or one of few words that is no duty. */
export function couldName({ content }: ListItem): boolean {
  return looksLikeHeading(content.text, 8) && (isAllStrong(content) || (countWords(content.text) <= 4 && !isDuty(content.text)));
}

function flatten(items: readonly ListItem[]): QuotedText[] {
  return items.flatMap((item) => [item.content, ...flatten(item.children)]);
}
