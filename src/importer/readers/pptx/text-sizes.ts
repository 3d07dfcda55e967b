import { canBeSeen, textOfRuns } from '../runs.ts';
import type { SlideShape } from './slide-shapes.ts';

/** The level of a heading that is set in a size, in hundredths of a point; `undefined` where that is the size of ordinary text. */
export type SizeJudge = (size: number) => number | undefined;

/** How much larger than the text a heading is at least. */
const LARGER = 1.15;

/** Judges the sizes of one slide, from the largest down; the largest has the level given. Slides of large and of small text are each read for themselves. */
export function createSizeJudge(shapes: readonly SlideShape[], firstLevel: number): SizeJudge {
  const letters = countLetters(shapes);
  const text = findTextSize(shapes);
  const larger = [...letters.keys()].filter((size) => size >= text * LARGER).sort((a, b) => b - a);
  return (size) => (larger.includes(size) ? Math.min(6, firstLevel + larger.indexOf(size)) : undefined);
}

/** The size that most letters are set in. */
export function findTextSize(shapes: readonly SlideShape[]): number {
  return [...countLetters(shapes)].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The size that most of a shape's own letters are set in. */
export const sizeOfShape = (shape: SlideShape): number => findTextSize([shape]);

/** How many letters are set in each size, titles and what is printed on every slide aside. */
function countLetters(shapes: readonly SlideShape[]): Map<number, number> {
  const letters = new Map<number, number>();
  for (const { role, content } of shapes) {
    if (role !== 'content' || content.type !== 'text') continue;
    for (const { lines } of content.paragraphs) {
      for (const { runs, size } of lines) if (canBeSeen(runs)) letters.set(size, (letters.get(size) ?? 0) + textOfRuns(runs).length);
    }
  }
  return letters;
}
