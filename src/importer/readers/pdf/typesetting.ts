import type { Typesetting } from './build-blocks.ts';
import type { Line } from './page-text.ts';
import { prevailing } from './pieces.ts';
import { familyOf } from './weights.ts';

/** Measures the size and typeface of the running text and the usual distance of lines in each size. */
export function measureTypesetting(lines: readonly Line[]): Typesetting {
  const bodySize = prevailing(lines.map((line) => [roundSize(line.size), line.text.length])) ?? 0;
  const distances = new Map<number, Map<number, number>>();
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before?.column !== line.column || Math.abs(before.size - line.size) > 0.5) continue;
    const distance = Math.round((line.y - before.y) * 2) / 2;
    if (distance < line.size * 0.9 || distance > line.size * 2.2) continue;
    const counts = distances.get(roundSize(line.size)) ?? new Map<number, number>();
    counts.set(distance, (counts.get(distance) ?? 0) + 1);
    distances.set(roundSize(line.size), counts);
  }
  const leading = new Map([...distances].map(([size, counts]): [number, number] => [size, findLeading(counts)]));
  const bodyFamily = familyOf(lines.filter((line) => roundSize(line.size) === bodySize));
  return { bodySize, bodyFamily, leadingOf: (size) => leading.get(roundSize(size)) ?? size * 1.25 };
}

export const roundSize = (size: number) => Math.round(size * 2) / 2;

/** The smallest distance that comes often: larger ones have a paragraph's space in them. */
function findLeading(counts: ReadonlyMap<number, number>): number {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const usual = [...counts].filter(([distance, count]) => count + (counts.get(distance + 0.5) ?? 0) + (counts.get(distance - 0.5) ?? 0) >= all * 0.15).map(([distance]) => distance);
  return Math.min(...usual);
}
