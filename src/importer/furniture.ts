import { joinQuotes, countWords, type QuotedText } from './quoted-text.ts';
import { opensList } from './lost-bullets.ts';
import type { Block } from './outline.ts';
import { comesOften, isPageNumber, toRepeatKey } from './repeated-lines.ts';
import { isGroupHeading } from './vocabulary.ts';
import { isCapitals } from './readers/text-lines.ts';

/** A block that was taken out of the outline, with the reason a person will read. */
export interface LeftOut {
  block: Block;
  reason: string;
}

/** Takes out what is printed on page after page: repeated lines and page numbers. */
export function removeFurniture(blocks: readonly Block[]): { blocks: Block[]; leftOut: LeftOut[] } {
  const keys = blocks.map((block) => (block.type === 'paragraph' || block.type === 'heading' ? toRepeatKey(block.content.text) : undefined));
  const titleAt = blocks.findIndex((block) => block.type === 'heading' || block.type === 'paragraph');
  const places = new Map<string, number[]>();
  for (const [at, key] of keys.entries()) if (key !== undefined && key !== '') places.set(key, [...(places.get(key) ?? []).slice(-200), at]);
  const furniture = new Set([...places].filter(([key, at]) => comesOften(key, at.length) && isFurniture(blocks, at, key === keys[titleAt])).map(([key]) => key));
  const kept: Block[] = [];
  const leftOut: LeftOut[] = [];
  let isCut = false;
  for (const [at, block] of blocks.entries()) {
    const isNumber = block.type === 'paragraph' && isPageNumber(block.content.text);
    if (isNumber || (furniture.has(keys[at] ?? '') && at !== titleAt)) {
      leftOut.push({ block, reason: isNumber ? 'page number' : 'repeated on many pages (header or footer)' });
      isCut = true;
    } else {
      kept.push(isCut ? { ...block, isAfterBreak: true } : block);
      isCut = false;
    }
  }
  return { blocks: kept, leftOut };
}

/** A repeated line is a footer unless it heads something each time it comes, as "What good looks like" does. */
function isFurniture(blocks: readonly Block[], places: readonly number[], isTitle: boolean): boolean {
  let heads = 0;
  let marked = 0;
  let text = '';
  for (const at of places) {
    const block = blocks[at];
    const before = blocks[at - 1];
    const after = blocks[at + 1];
    if (block?.type !== 'paragraph' && block?.type !== 'heading') continue;
    text = block.content.text;
    if (block.type === 'heading') marked += 1;
    const isHead = after && (after.type === 'item' || after.type === 'table' || (after.type === 'paragraph' && !startsSmall(after.content.text) && countWords(after.content.text) > 3));
    if (isHead) heads += 1;
    const isCut = !text.endsWith(':') && (before?.type === 'paragraph' || before?.type === 'item') && after?.type === 'paragraph' && isUnfinished(before.content.text) && startsSmall(after.content.text);
    if (isCut) return true;
  }
  if (isTitle) return marked === 0 || marked === places.length;
  if (/\b(?:council|official|confidential|version|v\d|copyright|www\.|page)\b|©|\b(?:19|20)\d\d\b/i.test(text) && marked < places.length) return true;
  if (text.endsWith(':') || isGroupHeading(text)) return false;
  return heads < places.length * 0.7;
}

/**
 * Joins a sentence that a page break, or a footer taken out since, has cut in two: the first part has no full stop and the second
 * goes on with a small letter, or the first ends with a word that can't end a sentence.
 */
export function rejoinBrokenSentences(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let isListed = false;
  for (const block of blocks) {
    const before = joined.at(-1);
    // Lines under a lead-in begin small because they go on with it, not with each other.
    isListed = before !== undefined && (opensList(before, block) || (isListed && block.type === 'paragraph' && startsSmall(block.content.text)));
    if (before && !(isListed && !block.isAfterBreak) && block.type === 'paragraph' && (before.type === 'paragraph' || before.type === 'item') && before.isQuotation === block.isQuotation && !(before.type === 'paragraph' && before.chunk === block.chunk) && goesOn(before.content, block.content, block.isAfterBreak)) {
      joined[joined.length - 1] = { ...before, content: joinQuotes([before.content, block.content]) };
    } else joined.push(block);
  }
  return joined;
}

function goesOn(before: QuotedText, after: QuotedText, isAfterBreak: boolean): boolean {
  if (!isUnfinished(before.text) || isCapitals(before.text)) return false;
  if (startsSmall(after.text)) return isAfterBreak || countWords(before.text) >= 6;
  return isAfterBreak && countWords(before.text) >= 6 && /(?:,|\b(?:the|a|an|and|or|of|to|in|with|our|their|for|by|from|that|is|are|on|as))$/i.test(before.text) && /^[\p{L}\p{N}]/u.test(after.text);
}

const startsSmall = (text: string) => /^[("'“‘]?\p{Ll}/u.test(text) && !/^(?:www\.|[a-z]\)|o\s)/.test(text);
const isUnfinished = (text: string) => !/[.!?:;…]["'”’)\]]*$/.test(text);
