/**
 * When to try again.
 *
 * While sending fails the wait is drawn at random, so that clients that failed together don't come back together:
 * - for the first minute from nothing to 0.5 s, 1 s, 2 s, 4 s, then 5 s: after a short fault everybody is through within 10 s. Who has
 *   no more to send than one request holds can leave it until later within these 10 s: the wait goes up to 9 s, and is then the later
 *   half of that, so that those whose sending failed only lately do not come all in one second;
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
/** For who is through with one request. */
const SHORT_WINDOW_FOR_FEW = 9_000;
const LONGEST_RETRY_AFTER = 3_600_000;
const ONLINE_WINDOW = 2_000;
/** No wait is longer, so one that is was made by a clock that was set since. */
export const LONGEST_WAIT = LONGEST_RETRY_AFTER + LONGEST_RETRY_AFTER / 2;

export const noteFailure = (outage: Outage | undefined, now: number): Outage => ({ since: outage?.since ?? now, failures: (outage?.failures ?? 0) + 1 });

/** Over how many milliseconds those come back who have failed for `failingFor` milliseconds. */
export const returnWindow = (failingFor: number): number => Math.min(LONGEST_WINDOW, Math.max(SHORT_WINDOW, failingFor - SHORT_OUTAGE));

interface Retry {
  now: number;
  /** 0 to 1, without 1. */
  random: () => number;
  /** Milliseconds. */
  retryAfter?: number | undefined;
  /** One request will do for all that waits. */
  isFew?: boolean;
}

/** Milliseconds to wait. */
export function delayBeforeRetry(outage: Outage, { now, random, retryAfter = 0, isFew = false }: Retry): number {
  const shortest = isFew ? SHORT_WINDOW_FOR_FEW : SHORT_WINDOW;
  const window = Math.max(shortest, returnWindow(now - outage.since));
  const isLong = window > shortest;
  const growing = isLong ? window : Math.min(shortest, FIRST_WINDOW * 2 ** Math.min(outage.failures - 1, 10));
  const asked = Math.min(retryAfter, LONGEST_RETRY_AFTER);
  if (asked > 0) return asked + random() * Math.max(growing, asked / 2);
  return isLong || growing === SHORT_WINDOW_FOR_FEW ? growing / 2 + (random() * growing) / 2 : random() * growing;
}

/** Milliseconds to wait once the browser says that the device is online again. */
export const delayOnceOnline = (random: () => number): number => random() * ONLINE_WINDOW;
