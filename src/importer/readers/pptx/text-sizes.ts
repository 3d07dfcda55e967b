import { canBeSeen, textOfRuns } from '../runs.ts';
import type { SlideShape } from './slide-shapes.ts';

/** The level of a heading that is set in a size, in hundredths of a point; `undefined` where that is the size of ordinary text. */
export type SizeJudge = (size: number, listLevel: number) => number | undefined;

/** How much larger than the text a heading is at least. */
const LARGER = 1.15;

/**
 * Judges the sizes of one slide, from the largest down; the largest has the level given. Slides of large and of small text are each read
 * for themselves, and what stands deeper in a list is no measure, since it is smaller by design.
 */
export function createSizeJudge(shapes: readonly SlideShape[], firstLevel: number): SizeJudge {
  const lines = listLines(shapes);
  const largerAt = new Map<number, number[]>();
  const findLarger = (listLevel: number) => {
    const known = largerAt.get(listLevel);
    if (known) return known;
    const measured = lines.filter(({ level }) => level <= listLevel);
    const text = findUsualSize(measured);
    const larger = [...new Set(measured.map(({ size }) => size))].filter((size) => size >= text * LARGER).sort((a, b) => b - a);
    largerAt.set(listLevel, larger);
    return larger;
  };
  return (size, listLevel) => {
    const rank = findLarger(listLevel).indexOf(size);
    return rank < 0 ? undefined : Math.min(6, firstLevel + rank);
  };
}

/** The size that most letters are set in. */
export const findTextSize = (shapes: readonly SlideShape[]): number => findUsualSize(listLines(shapes));

interface Measured {
  size: number;
  letters: number;
  /** Of the list it stands in. */
  level: number;
}

function findUsualSize(lines: readonly Measured[]): number {
  const letters = new Map<number, number>();
  for (const { size, letters: count } of lines) letters.set(size, (letters.get(size) ?? 0) + count);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The lines of text on a slide, titles and what is printed on every slide aside. */
function listLines(shapes: readonly SlideShape[]): Measured[] {
  return shapes.flatMap(({ role, content }) => {
    if (role !== 'content' || content.type !== 'text') return [];
    return content.paragraphs.flatMap(({ lines, level }) => lines.filter(({ runs }) => canBeSeen(runs)).map(({ runs, size }) => ({ size, letters: textOfRuns(runs).length, level })));
  });
}
