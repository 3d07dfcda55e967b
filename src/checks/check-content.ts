import type { Problem } from '../framework/problem.ts';
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

function byPlace({ place: a }: Problem, { place: b }: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
