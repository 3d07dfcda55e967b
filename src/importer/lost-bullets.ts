import type { Block, ItemBlock, ParagraphBlock } from './outline.ts';
import { countWords, isAllStrong } from './quoted-text.ts';
import { isCapitals } from './readers/text-lines.ts';
import { findSentences } from './sentences.ts';
import { isDuty, readLabelledStart } from './vocabulary.ts';

const MAX_ITEM_WORDS = 70;
const DATED = /\b(?:19|20)\d\d\b/;

/**
 * Makes list items of bare lines whose bullets were lost: two or more after a lead-in that ends with a colon, or lines of one block of
 * text that each say what somebody does.
 */
export function restoreLostBullets(blocks: readonly Block[]): Block[] {
  const restored = [...blocks];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    const count = block === undefined ? 0 : endsStem(block) ? countAfterStem(blocks, at + 1) : countDutyLines(blocks, at);
    const from = block !== undefined && endsStem(block) ? at + 1 : at;
    for (let item = from; item < from + count; item += 1) {
      const paragraph = blocks[item];
      if (paragraph?.type === 'paragraph') restored[item] = toItem(paragraph);
    }
    if (count > 0) at = from + count - 1;
  }
  return restored;
}

const endsStem = (block: Block) => (block.type === 'paragraph' || block.type === 'heading') && /:[*_]*$/.test(block.content.text);

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

/** Two or more lines of one block of text, each a duty of its own. */
function countDutyLines(blocks: readonly Block[], from: number): number {
  const first = blocks[from];
  if (first?.type !== 'paragraph' || first.isQuotation) return 0;
  let count = 0;
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.type !== 'paragraph' || block.chunk !== first.chunk || !isDuty(block.content.text) || countWords(block.content.text) < 3 || endsStem(block) || findSentences(block.content.text).length > 1) break;
    count += 1;
  }
  return count >= 2 ? count : 0;
}

function toItem({ content, line, isAfterBreak, isQuotation, depth }: ParagraphBlock): ItemBlock {
  return { type: 'item', marker: { kind: 'lost', value: '' }, content, line, isAfterBreak, isQuotation, depth };
}
