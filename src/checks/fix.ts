/** A change to a file's text that mends a finding and nothing else. Offsets are UTF-16, the end exclusive. */
export interface Fix {
  start: number;
  end: number;
  /** What stands there: a fix for a text that has changed since is left out. */
  before: string;
  after: string;
}

/** A text with its fixes made, and which of them were. */
export interface FixedText {
  text: string;
  applied: Fix[];
}

/**
 * Makes every change that can be made in one go: those that overlap an earlier one, or whose words no longer stand there, are
 * left for the next run. Everything outside the ranges stays as it is, byte for byte.
 */
export function applyFixes(text: string, fixes: readonly Fix[]): FixedText {
  const applied: Fix[] = [];
  let reached = 0;
  for (const fix of fixes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (fix.start < reached || fix.end <= fix.start || fix.before.length !== fix.end - fix.start || text.slice(fix.start, fix.end) !== fix.before) continue;
    applied.push(fix);
    reached = fix.end;
  }
  const fixed = applied.reduceRight((result, { start, end, after }) => result.slice(0, start) + after + result.slice(end), text);
  return { text: fixed, applied };
}
