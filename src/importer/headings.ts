import type { Block, HeadingBlock, HeadingEvidence, ItemBlock, ParagraphBlock } from './outline.ts';
import { countWords, isAllStrong } from './quoted-text.ts';
import { isCapitals } from './readers/text-lines.ts';
import { findSentences } from './sentences.ts';
import { isDuty, isGroupHeading, isLeadIn, readLabelledStart } from './vocabulary.ts';

/**
 * Finds the headings that the format doesn't mark: "Standard 3: …", bold lines, capitals, and short bare lines that something follows.
 * Every one keeps the evidence it was read by.
 */
export function findHeadings(blocks: readonly Block[]): Block[] {
  const marked = blocks.filter((block) => block.type === 'heading').length;
  const numbered = findNumberedHeadings(blocks);
  return blocks.map((block, at) => {
    const before = blocks[at - 1];
    const after = blocks[at + 1];
    if (block.type === 'paragraph') {
      const evidence = judgeParagraph(block, before, after, marked >= 3);
      return evidence ? toHeading(block, evidence) : block;
    }
    if (numbered.has(block) && block.type === 'item') return toHeading(block, 'numbered');
    if (block.type === 'item' && block.marker.kind !== 'number' && isHeadingItem(block, before, after)) return toHeading(block, 'bold');
    return block;
  });
}

/** Whether a text has the shape of a heading: short, begins like one, doesn't end like a sentence. */
export function looksLikeHeading(text: string, maxWords = 10): boolean {
  const words = countWords(text);
  return words > 0 && words <= maxWords && /^[\p{Lu}\p{N}"'“‘(¿]/u.test(text) && !/(?:(?<!\.\.)[.,;!]|\b(?:and|or|of|the|a|an|to|with|for|by|in|our|that))["'”’]?$/i.test(text);
}

function judgeParagraph(block: ParagraphBlock, before: Block | undefined, after: Block | undefined, hasMarkedHeadings: boolean): HeadingEvidence | undefined {
  const { text } = block.content;
  if (block.isQuotation || block.depth > 0 || /^["“].*["”]$/.test(text)) return undefined;
  const labelled = readLabelledStart(text);
  if (labelled && countWords(text) <= 20 && findSentences(text).length <= 2 && !/[,;]$/.test(text) && !(text.endsWith('.') && countWords(text) > 12)) return 'labelled';
  const plain = text.replace(/:$/, '');
  if (text.endsWith(':') && (isLeadIn(text) || !isSubject(after))) return undefined;
  if (isAllStrong(block.content) && looksLikeHeading(plain.replace(/\.$/, ''), 16) && !isDutySentence(text)) return 'bold';
  if (isCapitals(plain) && looksLikeHeading(plain, 16)) return 'capitals';
  if (!looksLikeHeading(plain) || findSentences(plain).length > 1 || isDutySentence(text)) return undefined;
  if (!hasMarkedHeadings) return 'bare';
  const isAfterWhole = before === undefined || before.type !== 'paragraph' || /[.!?:]["'”’)]?$/.test(before.content.text);
  return isAfterWhole && isSubject(after) && !endsStem(before) ? 'bare' : undefined;
}

/** "We listen to every child" is something people do, not a heading; a heading may still begin with "We" where nothing else is short. */
function isDutySentence(text: string): boolean {
  return /\b(?:will|must|should|shall)\b/i.test(text) && isDuty(text) && !/^(?:what|how|if|when)\b/i.test(text) && countWords(text) > 4;
}

/** Whether a block could be what a heading announces. */
function isSubject(block: Block | undefined): boolean {
  return block !== undefined && block.type !== 'heading' && block.type !== 'aside';
}

const endsStem = (block: Block | undefined) => block?.type === 'paragraph' && block.content.text.endsWith(':');

/** A short item of a list that prose follows rather than the next item: "1. Timely help" and then a paragraph. */
function isHeadingItem(block: ItemBlock, before: Block | undefined, after: Block | undefined): boolean {
  const { text } = block.content;
  if (block.depth > 0 || block.isQuotation || !looksLikeHeading(text.replace(/:$/, ''), 12) || isDutySentence(text) || isLeadIn(text)) return false;
  if (after?.type === 'paragraph') return (countWords(after.content.text) > countWords(text) || (block.marker.kind === 'number' && after.content.text.endsWith(':'))) && (block.marker.kind !== 'bullet' || before?.type !== 'item' || isAllStrong(block.content)) && after.depth === 0;
  if (after?.type !== 'item') return after?.type === 'definition' || after?.type === 'table';
  const isNumbered = block.marker.kind === 'number';
  return isNumbered && (after.depth > block.depth || after.marker.kind !== block.marker.kind || isDeeperNumber(block.marker.value, after.marker.value)) && !isGroupHeading(text);
}

/** The numbered items between two headings are headings themselves where most of them look so. */
function findNumberedHeadings(blocks: readonly Block[]): Set<Block> {
  const found = new Set<Block>();
  let candidates: Block[] = [];
  let others = 0;
  const close = () => {
    if (candidates.length >= others * 1.5) for (const block of candidates) found.add(block);
    candidates = [];
    others = 0;
  };
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'heading') close();
    if (block.type !== 'item' || block.depth > 0 || block.marker.kind !== 'number' || block.marker.value.includes('.')) continue;
    if (isHeadingItem(block, blocks[at - 1], blocks[at + 1])) candidates.push(block);
    else others += 1;
  }
  close();
  for (const block of findDottedHeadings(blocks)) found.add(block);
  return found;
}

/** "4.1 Visits" over a paragraph of its own, and most of its fellows "4.2", "4.3" too, are headings rather than statements. */
function findDottedHeadings(blocks: readonly Block[]): Block[] {
  const families = new Map<string, { candidates: Block[]; others: number }>();
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'item' || block.depth > 0 || block.marker.kind !== 'number' || !block.marker.value.includes('.')) continue;
    const parent = block.marker.value.replace(/\.\d+$/, '');
    const family = families.get(parent) ?? { candidates: [], others: 0 };
    families.set(parent, family);
    const after = blocks[at + 1];
    const isOverItems = after?.type === 'item' && after.marker.kind !== 'number';
    if (isHeadingItem(block, blocks[at - 1], after) && (after?.type !== 'item' || isOverItems)) family.candidates.push(block);
    else family.others += 1;
  }
  return [...families.values()].flatMap(({ candidates, others }) => (candidates.length >= 2 && candidates.length >= others * 1.5 ? candidates : []));
}

/** Whether the second of two numbers stands under the first: "1" and "1.1". */
export function isDeeperNumber(outer: string, inner: string): boolean {
  return inner.startsWith(`${outer}.`);
}

/** Whether the second of two numbers comes right after the first on the same level: "3.1" and "3.2". */
export function isNextNumber(before: string, after: string): boolean {
  const [first, second] = [before.split('.'), after.split('.')];
  return first.length === second.length && first.slice(0, -1).join('.') === second.slice(0, -1).join('.') && Number(second.at(-1)) === Number(first.at(-1)) + 1;
}

function toHeading(block: ParagraphBlock | ItemBlock, evidence: HeadingEvidence): HeadingBlock {
  const { content, line, isAfterBreak, isQuotation, depth } = block;
  return { type: 'heading', level: undefined, evidence, content, line, isAfterBreak, isQuotation, depth, ...(block.type === 'item' && block.marker.value !== '' ? { number: block.marker.value } : {}) };
}
