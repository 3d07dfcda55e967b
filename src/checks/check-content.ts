import { byPlace } from './by-place.ts';
import type { Content } from './content.ts';
import type { FindingProblem, Occasion } from './rule.ts';
import { RULES } from './rules.ts';

/**
 * Holds content against every rule.
 * @returns what is wrong with single files and with how they fit together, ordered by file and line.
 */
export function checkContent(content: Content, occasion: Occasion): FindingProblem[] {
  return [...content.problems, ...RULES.flatMap((rule) => rule.check(content, occasion))].sort(byPlace);
}
