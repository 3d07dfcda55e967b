import type { TextBlock } from './text-blocks.ts';

const SAME_LEVEL = 1.04;

/** Ranks the sizes of all headings: the largest is level 1, and sizes that hardly differ share a level. */
export function rankHeadings(blocks: readonly TextBlock[]): (block: TextBlock) => number {
  const sizes = [...new Set(blocks.filter(({ type }) => type === 'heading').map(({ size }) => size))].sort((a, b) => b - a);
  const levels = new Map<number, number>();
  let level = 0;
  let largest = Infinity;
  for (const size of sizes) {
    if (size * SAME_LEVEL < largest) {
      level += 1;
      largest = size;
    }
    levels.set(size, Math.min(6, level));
  }
  return ({ size }) => levels.get(size) ?? 6;
}
