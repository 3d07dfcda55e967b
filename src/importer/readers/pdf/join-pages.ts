import type { PageBlock, TextBlock } from './text-blocks.ts';

/**
 * Joins a paragraph or list item that the end of a page or column has cut in two: the first part doesn't end like a sentence, and the
 * second is in the same size, has no mark and goes on with a small letter or what can't begin a sentence.
 */
export function joinCutBlocks(pages: readonly PageBlock[][]): PageBlock[][] {
  let last: PageBlock | undefined;
  return pages.map((blocks) => {
    const kept: PageBlock[] = [];
    for (const block of blocks) {
      if (last?.type === 'table' || block.type === 'table') {
        kept.push(block);
        last = block;
        continue;
      }
      if (last && isCut(last, block)) {
        last.lines.push(...block.lines);
        continue;
      }
      kept.push(block);
      last = block;
    }
    return kept;
  });
}

function isCut(before: TextBlock, block: TextBlock): boolean {
  const [last, first] = [before.lines.at(-1), block.lines[0]];
  if (!last || !first || last.column === first.column || block.type !== 'paragraph' || before.type === 'heading' || Math.abs(before.size - block.size) > before.size * 0.08) return false;
  if (/[.!?:;…]["'”’)\]]*$/.test(last.text)) return false;
  const isFull = last.right > last.column.right - (last.column.right - last.column.left) * 0.25;
  return /^[("'“‘]?\p{Ll}/u.test(first.text) || (isFull && /(?:,|\b(?:the|a|an|and|or|of|to|in|with|our|their|for|by|from|that|is|are|on|as))$/i.test(last.text));
}
