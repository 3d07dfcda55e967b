import { JUDGEMENT_WEIGHTS, type Judgement } from './judgement.ts';

/** Scores are compared and sent with four decimals. */
const POINTS = 10_000;

/** A scaled score with four decimals. */
export const roundScore = (score: number): number => Math.round(score * POINTS) / POINTS;

/**
 * The scaled score, 0 to 1 with four decimals: the mean over decisions and check items, each counting once.
 * `undefined` where there is neither: 0 is a score, nothing is not.
 */
export function scoreAnswers(decisions: readonly Judgement[], correct: readonly boolean[]): number | undefined {
  const count = decisions.length + correct.length;
  if (count === 0) return undefined;
  // Whole points: a sum of fractions would depend on the order in which it is added.
  const weights = [...decisions.map((judgement) => JUDGEMENT_WEIGHTS[judgement]), ...correct.map(Number)];
  const points = weights.reduce((sum, weight) => sum + Math.round(weight * POINTS), 0);
  return Math.round(points / count) / POINTS;
}
