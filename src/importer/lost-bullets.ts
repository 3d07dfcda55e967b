import type { Block, ItemBlock, ParagraphBlock } from './outline.ts';
import { countWords, isAllStrong, sliceQuote } from './quoted-text.ts';
import { isCapitals } from './readers/text-lines.ts';
import { findSentences } from './sentences.ts';
import { isDuty, opensUnmarkedList, readLabelledStart } from './vocabulary.ts';

const MAX_ITEM_WORDS = 70;
const DATED = /\b(?:19|20)\d\d\b/;

/**
 * Makes list items of bare lines whose bullets were lost: two or more after a lead-in that ends with a colon, or lines of one block of
 * text that each say what somebody does.
 */
export function restoreLostBullets(found: readonly Block[]): Block[] {
  const blocks = restoreLostDots(found);
  const restored = [...blocks];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    const opens = block !== undefined && opensList(block, blocks[at + 1]);
    const count = block === undefined ? 0 : opens ? countAfterStem(blocks, at + 1) : Math.max(countDutyLines(blocks, at), countShortParagraphs(blocks, at));
    const from = opens ? at + 1 : at;
    for (let item = from; item < from + count; item += 1) {
      const paragraph = blocks[item];
      if (paragraph?.type === 'paragraph') restored[item] = toItem(paragraph);
    }
    if (count > 0) at = from + count - 1;
  }
  return restored;
}

const endsStem = (block: Block) => (block.type === 'paragraph' || block.type === 'heading') && /:[*_]*$/.test(block.content.text);

/** A lead-in that lost its colon opens a list where the next line goes on with its sentence. */
export function opensList(block: Block, next: Block | undefined): boolean {
  if (endsStem(block)) return true;
  return block.type === 'paragraph' && opensUnmarkedList(block.content.text) && next?.type === 'paragraph' && /^\p{Ll}/u.test(next.content.text);
}

/** "1 A named worker", "2 Copies of reports", "3 …" one after the other: a numbered list whose full stops were lost. */
function restoreLostDots(blocks: readonly Block[]): Block[] {
  const restored = [...blocks];
  const read = (block: Block | undefined) => (block?.type === 'paragraph' && !block.isQuotation && block.depth === 0 ? /^(\d{1,2})\s+(?=\p{Lu})/u.exec(block.content.text) : null);
  for (let at = 0; at < blocks.length; at += 1) {
    let count = 0;
    while (read(blocks[at + count])?.[1] === String(count + 1)) count += 1;
    if (count < 3) continue;
    for (let item = at; item < at + count; item += 1) {
      const block = blocks[item];
      const mark = read(block);
      if (block?.type === 'paragraph' && mark) restored[item] = { ...toItem(block), marker: { kind: 'number', value: mark[1] ?? '' }, content: sliceQuote(block.content, mark[0].length) };
    }
    at += count - 1;
  }
  return restored;
}

function countAfterStem(blocks: readonly Block[], from: number): number {
  const run: ParagraphBlock[] = [];
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.type !== 'paragraph' || block.isQuotation || endsStem(block) || !goesOnWithList(run, block)) break;
    run.push(block);
  }
  // One paragraph after a colon is prose; dates make a timeline.
  return run.length < 2 || run.filter(({ content }) => DATED.test(content.text)).length >= Math.max(2, run.length * 0.3) ? 0 : run.length;
}

function goesOnWithList(run: readonly ParagraphBlock[], block: ParagraphBlock): boolean {
  const { text } = block.content;
  const words = countWords(text);
  if (words === 0 || words > MAX_ITEM_WORDS || findSentences(text).length > 2 || readLabelledStart(text) || isCapitals(text) || isAllStrong(block.content)) return false;
  const last = run.at(-1)?.content.text;
  if (last === undefined) return true;
  const areSmall = run.every(({ content }) => /^\p{Ll}/u.test(content.text));
  if (areSmall && !/^\p{Ll}/u.test(text)) return false;
  // After "…; and" comes the last item, which ends the list with a full stop.
  if (/\.$/.test(last) && run.slice(0, -1).some(({ content }) => /[;,]$/.test(content.text))) return false;
  const mean = run.reduce((sum, { content }) => sum + countWords(content.text), 0) / run.length;
  const isHeadingLike = words <= 8 && words * 2 <= mean && !/[.;,]$/.test(text);
  const isOtherProse = words > mean * 3 && words > 25 && run.length >= 2;
  return !isHeadingLike && !isOtherProse;
}

/** Two or more lines of one block of text, or bare lines without a full stop one after the other, each a duty of its own. */
function countDutyLines(blocks: readonly Block[], from: number): number {
  const first = blocks[from];
  if (first?.type !== 'paragraph' || first.isQuotation) return 0;
  let count = 0;
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.type !== 'paragraph' || !(block.chunk === first.chunk || (isBareLine(first) && isBareLine(block))) || !isDuty(block.content.text) || countWords(block.content.text) < 3 || endsStem(block) || findSentences(block.content.text).length > 1) break;
    count += 1;
  }
  return count >= 2 ? count : 0;
}

/** Three or more paragraphs right under a heading, each one short sentence and nothing else till the next heading: a list without its marks. */
function countShortParagraphs(blocks: readonly Block[], from: number): number {
  const heading = blocks[from - 1];
  if (heading?.type !== 'heading') return 0;
  let count = 0;
  for (let block = blocks[from]; block && block.type !== 'heading'; block = blocks[from + count]) {
    if (block.type !== 'paragraph' || block.isQuotation || !isShortSentence(block.content.text)) return 0;
    count += 1;
  }
  return count >= 3 ? count : 0;
}

const isShortSentence = (text: string) => countWords(text) >= 3 && countWords(text) <= 25 && /^\p{Lu}[^]*\.$/u.test(text) && findSentences(text).length === 1 && !DATED.test(text);

const isBareLine = ({ content, isQuotation }: ParagraphBlock) => !isQuotation && countWords(content.text) <= 20 && !/[.!?:]$/.test(content.text) && !isAllStrong(content);

function toItem({ content, line, isAfterBreak, isQuotation, depth }: ParagraphBlock): ItemBlock {
  return { type: 'item', marker: { kind: 'lost', value: '' }, content, line, isAfterBreak, isQuotation, depth };
}
