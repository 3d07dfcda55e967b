import { looksLikeHeading } from '../../headings.ts';
import { textOfRuns } from '../runs.ts';
import type { WordRun } from './inline-reader.ts';
import { readRole } from './role.ts';
import type { WordBlock, WordParagraph } from './word-blocks.ts';

/** A heading is set in type at least this many half points larger than the text. */
const LARGER = 2;

/**
 * Finds the headings that were made by hand, by larger type rather than by a style, and their levels: where styles mark headings too, the level of
 * those that are set as large; otherwise the largest is the first.
 */
export function findSizedHeadings(blocks: readonly WordBlock[]): Map<WordParagraph, number> {
  const paragraphs = listParagraphs(blocks);
  const bodySize = findBodySize(paragraphs);
  const found = new Map<WordParagraph, number>();
  const marked = new Map<number, number>();
  let letters = 0;
  const sizes = new Map<number, { letters: number; paragraphs: WordParagraph[] }>();
  for (const paragraph of paragraphs) {
    const runs = visibleRuns(paragraph);
    if (runs.length === 0) continue;
    const text = textOfRuns(runs).trim();
    letters += text.length;
    const size = Math.min(...runs.map((run) => run.size ?? 0));
    const role = readRole(paragraph);
    if (role.type === 'heading' && !marked.has(role.level)) marked.set(role.level, size);
    if (role.type !== 'plain' || size < bodySize + LARGER) continue;
    const ofSize = sizes.get(size) ?? { letters: 0, paragraphs: [] };
    sizes.set(size, ofSize);
    ofSize.letters += text.length;
    if (isHeadingText(text) && paragraph.list?.mark.marker?.kind !== 'bullet') ofSize.paragraphs.push(paragraph);
  }
  // What fills a good part of the document is its text, whatever its size.
  const larger = [...sizes].filter((entry) => entry[1].letters <= letters * 0.25 && entry[1].paragraphs.length > 0).sort((a, b) => b[0] - a[0]);
  for (const [rank, [size, { paragraphs: headings }]] of larger.entries()) {
    const level = marked.size === 0 ? rank + 1 : levelBeside(marked, size);
    for (const heading of headings) found.set(heading, Math.min(6, level));
  }
  return found;
}

/** The level of the largest marked heading that is no larger than this size. */
function levelBeside(marked: ReadonlyMap<number, number>, size: number): number {
  const levels = [...marked].sort((a, b) => a[0] - b[0]);
  return levels.find((entry) => entry[1] <= size)?.[0] ?? (levels.at(-1)?.[0] ?? 0) + 1;
}

/** Paragraphs outside tables, which have sizes of their own. */
function listParagraphs(blocks: readonly WordBlock[]): WordParagraph[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [block, ...listParagraphs(block.boxes)] : []));
}

/** The size that most letters are set in. */
function findBodySize(paragraphs: readonly WordParagraph[]): number {
  const letters = new Map<number, number>();
  for (const paragraph of paragraphs) {
    if (readRole(paragraph).type === 'heading') continue;
    for (const run of visibleRuns(paragraph)) letters.set(run.size ?? 0, (letters.get(run.size ?? 0) ?? 0) + run.text.trim().length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function visibleRuns({ lines }: WordParagraph): WordRun[] {
  return lines.flatMap(({ runs }) => runs.filter(({ text }) => text.trim() !== ''));
}

const isHeadingText = (text: string) => /\p{L}/u.test(text) && !text.endsWith(':') && looksLikeHeading(text.replace(/\s+/g, ' '), 16);
