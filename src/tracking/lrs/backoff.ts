/**
 * When to try again.
 *
 * While sending fails the wait is drawn at random, so that clients that failed together don't come back together:
 * - for the first minute from nothing to 0.5 s, 1 s, 2 s, 4 s, then 5 s: after a short fault everybody is through within 10 s;
 * - from then on over a window as long as the failing has lasted beyond its first minute, up to ten minutes. The wait is drawn
 *   from the later half of the window: the busiest second of the return then has about twice the mean, where waits from nothing
 *   to all of it give two and a half times. An LRS that was down for hours meets its backlog over ten minutes.
 * `Retry-After` is the least wait, up to an hour, with some spread behind it.
 * One success ends the outage. When the device itself was offline and is back, one try goes ahead of the wait, within 2 s.
 */

/** Since when sending fails, and how often in a row it did. */
export interface Outage {
  /** Milliseconds since 1970. */
  since: number;
  failures: number;
}

const FIRST_WINDOW = 500;
export const SHORT_WINDOW = 5_000;
export const SHORT_OUTAGE = 60_000;
export const LONGEST_WINDOW = 600_000;
const LONGEST_RETRY_AFTER = 3_600_000;
const ONLINE_WINDOW = 2_000;
/** No wait is longer, so one that is was made by a clock that was set since. */
export const LONGEST_WAIT = LONGEST_RETRY_AFTER + LONGEST_RETRY_AFTER / 2;

export const noteFailure = (outage: Outage | undefined, now: number): Outage => ({ since: outage?.since ?? now, failures: (outage?.failures ?? 0) + 1 });

/** Over how many milliseconds those come back who have failed for `failingFor` milliseconds. */
export const returnWindow = (failingFor: number): number => Math.min(LONGEST_WINDOW, Math.max(SHORT_WINDOW, failingFor - SHORT_OUTAGE));

/** Milliseconds to wait. @param random gives 0 to 1, without 1. */
export function delayBeforeRetry(outage: Outage, { now, random, retryAfter = 0 }: { now: number; random: () => number; retryAfter?: number | undefined }): number {
  const window = returnWindow(now - outage.since);
  const isLong = window > SHORT_WINDOW;
  const growing = isLong ? window : Math.min(SHORT_WINDOW, FIRST_WINDOW * 2 ** Math.min(outage.failures - 1, 10));
  const asked = Math.min(retryAfter, LONGEST_RETRY_AFTER);
  if (asked > 0) return asked + random() * Math.max(growing, asked / 2);
  return isLong ? window / 2 + (random() * window) / 2 : random() * growing;
}

/** Milliseconds to wait once the browser says that the device is online again. */
export const delayOnceOnline = (random: () => number): number => random() * ONLINE_WINDOW;
