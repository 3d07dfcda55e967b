import type { Problem } from '../framework/problem.ts';
import { byPlace } from './by-place.ts';
import type { Content } from './content.ts';
import { RULES } from './rules.ts';

/**
 * Holds content against every rule.
 * @param today year-month-day.
 * @returns what is wrong with single files and with how they fit together, ordered by file and line.
 */
export function checkContent(content: Content, today: string): Problem[] {
  return [...content.problems, ...RULES.flatMap((rule) => rule.check(content, today))].sort(byPlace);
}
