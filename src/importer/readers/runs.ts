import { readListMarker } from './list-marker.ts';
import type { Marker } from '../outline.ts';
import type { Run } from './text-writer.ts';

/** All that the runs say, with their white space as it is. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Whether there is anything to read in the runs. */
export function canBeSeen(runs: readonly Run[]): boolean {
  return runs.some(({ text }) => /[^\s\u00a0\u00ad\u200b\u2060\ufeff]/.test(text));
}

/** The runs without their first `count` characters. */
export function cutRuns(runs: readonly Run[], count: number): Run[] {
  let left = count;
  return runs.flatMap((run) => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    return cut === run.text.length ? [] : [{ ...run, text: run.text.slice(cut) }];
  });
}

/** A list mark that somebody typed at the beginning of a line, and the runs after it; `undefined` where there is none. */
export function readTypedMarker(runs: readonly Run[]): { marker: Marker; written: string; rest: Run[] } | undefined {
  const text = textOfRuns(runs);
  const found = readListMarker(text);
  if (!found) return undefined;
  const rest = cutRuns(runs, found.contentAt);
  return canBeSeen(rest) ? { marker: found.marker, written: text.slice(0, found.contentAt).trim(), rest } : undefined;
}
