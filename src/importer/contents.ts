import type { LeftOut } from './furniture.ts';
import { isFormatted, quotesOf, type Block } from './outline.ts';
import { countWords } from './quoted-text.ts';

const LEADER = /(?:\.\s?){4,}\s*\d*$|(?:\.\s?){5,}|(?<!…)…{2,}\s*\d*$|(?<![_·-])[_·-]{4,}\s*\d+$/;
const CONTENTS_HEADING = /^(?:table of )?contents(?: page)?[.:]?$|^in this (?:document|guide|booklet|framework)[.:]?$|^agenda[.:]?$/i;

/** Takes out tables of contents: lines with dot leaders, lines under "Contents", and lists of the document's own headings. */
export function removeContents(blocks: readonly Block[]): { blocks: Block[]; leftOut: LeftOut[] } {
  const lastSeen = new Map<string, number>();
  const lastEnding = new Map<string, number>();
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'heading' && block.type !== 'paragraph') continue;
    const key = toKey(block.content.text);
    lastSeen.set(key, at);
    const words = key.split(' ');
    for (let from = 1; from < words.length && words.length <= 14; from += 1) if (words.length - from >= 2) lastEnding.set(words.slice(from).join(' '), at);
  }
  const reappears = (text: string, at: number) => (lastSeen.get(toKey(text)) ?? -1) > at;
  const endsHeading = (text: string, at: number) => (lastEnding.get(toKey(text)) ?? -1) > at;
  const isContents = new Set<Block>();
  for (const [at, block] of blocks.entries()) {
    const text = quotesOf(block)[0]?.text ?? '';
    if ((block.type === 'paragraph' || block.type === 'item') && LEADER.test(text)) isContents.add(block);
    if ((block.type === 'heading' || block.type === 'paragraph') && CONTENTS_HEADING.test(text)) {
      isContents.add(block);
      for (const line of takeListed(blocks, at + 1, reappears)) isContents.add(line);
    }
  }
  for (const list of findLists(blocks)) {
    const named = list.filter(({ block, at }) => reappears(quotesOf(block)[0]?.text ?? '', at) || endsHeading(quotesOf(block)[0]?.text ?? '', at)).length;
    // Two bare lines may be a title and its like.
    if (list.length >= (list[0]?.block.type === 'item' ? 2 : 3) && named >= list.length * 0.6) for (const { block } of list) isContents.add(block);
  }
  return {
    blocks: blocks.filter((block) => !isContents.has(block)),
    leftOut: blocks.filter((block) => isContents.has(block)).map((block) => ({ block, reason: 'table of contents' })),
  };
}

function takeListed(blocks: readonly Block[], from: number, reappears: (text: string, at: number) => boolean): Block[] {
  const taken: Block[] = [];
  for (let at = from; at < Math.min(blocks.length, from + 100); at += 1) {
    const block = blocks[at];
    if (!block || (block.type === 'heading' && isFormatted(block))) break;
    const text = quotesOf(block).map((quote) => quote.text).join(' ');
    if (!LEADER.test(text) && !/\s\d{1,3}$/.test(text) && !reappears(text, at)) break;
    taken.push(block);
  }
  return taken;
}

/** Runs of list items, or of bare short lines, with nothing in between. */
function findLists(blocks: readonly Block[]): { block: Block; at: number }[][] {
  const lists: { block: Block; at: number }[][] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'item' && !isBareLine(block)) continue;
    const last = lists.at(-1);
    if (last?.at(-1)?.at === at - 1 && last.at(-1)?.block.type === block.type) last.push({ block, at });
    else lists.push([{ block, at }]);
  }
  return lists;
}

const isBareLine = (block: Block) => block.type === 'paragraph' && countWords(block.content.text) <= 14 && !/[.:;,!?]$/.test(block.content.text);

/** Words alone, without a number before or a page number after. */
function toKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*\d{1,2}(?: \d{1,2})* |\s\d{1,3}\s*$/g, ' ')
    .trim();
}
