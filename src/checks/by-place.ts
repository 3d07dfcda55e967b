import type { Problem } from '../framework/problem.ts';

/** Orders problems by file, then by line and column, so that two runs report alike. */
export function byPlace({ place: a }: Problem, { place: b }: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
