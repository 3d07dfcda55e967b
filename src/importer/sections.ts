import { readHeadingLabel, type HeadingLabel } from './heading-label.ts';
import { isFormatted, type Block, type HeadingBlock, type ParagraphBlock } from './outline.ts';
import { joinQuotes } from './quoted-text.ts';
import { isCapitals } from './readers/text-lines.ts';
import { isBackMatter, isExplainer, isGroupHeading, isRationale } from './vocabulary.ts';

/** A heading with what stands under it. The root has no heading. */
export interface Section {
  heading: HeadingBlock | undefined;
  label: HeadingLabel | undefined;
  body: Block[];
  children: Section[];
  parent: Section | undefined;
}

interface Ranked {
  heading: HeadingBlock;
  label: HeadingLabel;
  rank: number;
}

/** Headings that carry no level of their own stand below the marked ones, in this order. */
const UNMARKED_RANK = { marked: 0, sized: 5, labelled: 10, capitals: 12, numbered: 13, bold: 14, bare: 15 } as const;

/** Builds the tree of sections from headings whose levels are marked, numbered, or only to be guessed from how they look. */
export function buildSections(blocks: readonly Block[]): Section {
  const merged = mergeNumberLines(blocks);
  const ranks = rankHeadings(merged.filter((block) => block.type === 'heading'), merged.filter((block) => block.type === 'paragraph').filter(({ content }) => content.text.endsWith(':')).map(keyOf));
  const root: Section = { heading: undefined, label: undefined, body: [], children: [], parent: undefined };
  const path: { section: Section; rank: number }[] = [{ section: root, rank: -1 }];
  for (const block of merged) {
    const top = path.at(-1)?.section ?? root;
    if (block.type !== 'heading') {
      top.body.push(block);
      continue;
    }
    const { label, rank } = ranks.get(block) ?? { label: readHeadingLabel(block), rank: 1 };
    while (path.length > 1 && (path.at(-1)?.rank ?? -1) >= rank) path.pop();
    const parent = path.at(-1)?.section ?? root;
    const section: Section = { heading: block, label, body: [], children: [], parent };
    parent.children.push(section);
    path.push({ section, rank });
  }
  return root;
}

/** "Standard 3" on a line of its own takes the next heading as its name. */
function mergeNumberLines(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  const tags = findTags(blocks);
  for (const block of blocks) {
    const before = merged.at(-1);
    const isName = block.type === 'heading' && before?.type === 'heading' && !readHeadingLabel(block).number && readHeadingLabel(before).isBareNumber && !isGroupHeading(block.content.text);
    if (isName && tags.has(block)) merged[merged.length - 1] = { ...block, line: before.line, isAfterBreak: before.isAfterBreak, content: joinQuotes([before.content, block.content]) };
    else if (isName && (!isFormatted(block) || isFormatted(before))) merged[merged.length - 1] = { ...before, content: joinQuotes([before.content, block.content]) };
    else merged.push(block);
  }
  return merged;
}

/** Headings of one level that stand, twice or more, right under a small "STANDARD 3" tag: the tag is part of them. */
function findTags(blocks: readonly Block[]): Set<Block> {
  const tagged = blocks.filter((block, at) => {
    const before = blocks[at - 1];
    return block.type === 'heading' && isFormatted(block) && before?.type === 'heading' && !isFormatted(before) && readHeadingLabel(before).isBareNumber;
  });
  const counts = new Map<number | undefined, number>();
  for (const block of tagged) if (block.type === 'heading') counts.set(block.level, (counts.get(block.level) ?? 0) + 1);
  return new Set(tagged.filter((block) => block.type === 'heading' && (counts.get(block.level) ?? 0) >= 2));
}

/** `stems` are lead-ins, by their words: a heading that elsewhere is one of them is repeated all the same. */
function rankHeadings(headings: readonly HeadingBlock[], stems: readonly string[]): Map<HeadingBlock, Ranked> {
  const ranked = headings.map((heading): Ranked => ({ heading, label: readHeadingLabel(heading), rank: 0 }));
  const words: string[] = [];
  const levelOfWord = new Map<string, number>();
  for (const { heading, label } of ranked) {
    if (label.word === undefined) continue;
    if (!words.includes(label.word)) words.push(label.word);
    if (heading.level !== undefined && !levelOfWord.has(label.word)) levelOfWord.set(label.word, heading.level);
  }
  const counts = new Map<string, number>();
  for (const key of [...headings.map(keyOf), ...stems]) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const entry of ranked) {
    const { heading, label } = entry;
    const numberDepth = label.number === undefined ? 0 : label.number.split('.').length - 1;
    const wordRank = label.word === undefined ? undefined : words.indexOf(label.word);
    const count = counts.get(keyOf(heading)) ?? 1;
    const isGroup = count >= 2 && (isGroupHeading(heading.content.text) || isRationale(heading.content.text) || count >= 3) && wordRank === undefined;
    const level = heading.level ?? (label.word === undefined ? undefined : levelOfWord.get(label.word));
    entry.rank = (level ?? UNMARKED_RANK[heading.evidence] + (wordRank ?? 0) / 20) + numberDepth / 10 + (isGroup ? 0.5 : 0);
    // References and the like belong to the document and not to its last standard, unless every standard has them.
    if (level === undefined && count === 1 && isBackMatter(heading.content.text)) entry.rank = Math.min(entry.rank, UNMARKED_RANK.labelled);
    // Under a bare or bold heading a group heading of any look stands deeper.
    if (isGroup && level === undefined) entry.rank = 20;
  }
  raiseNumberedParts(ranked);
  demoteStrays(ranked);
  return new Map(ranked.map((entry) => [entry.heading, entry]));
}

/** "1 INTRODUCTION", "2 THE STANDARDS", "3 MONITORING" part the whole document where they begin before its first "Standard 1". */
function raiseNumberedParts(ranked: readonly Ranked[]): void {
  const firstNamed = ranked.findIndex(({ heading, label }) => heading.level === undefined && label.word !== undefined);
  if (firstNamed < 0) return;
  for (const evidence of ['capitals', 'numbered', 'bold'] as const) {
    const numbered = ranked.filter(({ heading, label }) => heading.level === undefined && label.word === undefined && heading.evidence === evidence && (/^\d$/.test(heading.number ?? '') || /^\d[.)]?\s+\p{Lu}/u.test(heading.content.text)));
    const isCounting = numbered.every(({ heading }, at) => (heading.number ?? heading.content.text.charAt(0)) === String(at + 1));
    if (numbered.length < 3 || !isCounting || ranked.findIndex((entry) => numbered.includes(entry)) > firstNamed) continue;
    for (const entry of numbered) entry.rank = Math.min(entry.rank, UNMARKED_RANK.labelled - 1);
  }
}

/**
 * Where the headings of one level are in capitals, one in ordinary writing that follows the deeper headings of a section that holds
 * nothing itself has lost its level, and goes on with that section.
 */
function demoteStrays(ranked: readonly Ranked[]): void {
  const levels = new Set(ranked.filter(({ heading }) => heading.level !== undefined).map(({ rank }) => rank));
  for (const level of levels) {
    const peers = ranked.filter(({ rank, heading }) => rank === level && heading.level !== undefined);
    const capitals = peers.filter(({ heading }) => isCapitals(heading.content.text));
    if (peers.length < 4 || capitals.length < 3 || capitals.length < peers.length * 0.5) continue;
    let container: Ranked | undefined;
    for (const [at, entry] of ranked.entries()) {
      if (entry.rank < level) container = undefined;
      else if (entry.rank === level && isCapitals(entry.heading.content.text)) {
        const next = ranked[at + 1];
        const isHolder = next !== undefined && next.rank > level && !isExplainer(entry.label.label.text) && entry.heading.content.text.endsWith(':');
        container = isHolder ? entry : undefined;
      } else if (entry.rank === level && container) entry.rank = level + 1;
    }
  }
}

const keyOf = (heading: HeadingBlock | ParagraphBlock) => heading.content.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
