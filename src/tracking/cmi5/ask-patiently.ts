import { delayBeforeRetry, noteFailure, type Outage } from '../lrs/backoff.ts';
import type { Failure } from '../lrs/client.ts';
import type { Clock } from '../lrs/clock.ts';

/** How often something is asked for while the learner waits for the page: all in all for some seconds. */
export const TRIES_AT_START = 4;

/** Seconds of `Retry-After` are not waited out while a page starts. */
const LONGEST_WAIT = 5_000;

/** Asks until there is an answer that asking again would not change, or `tries` are used up. */
export async function askPatiently<Answer extends { kind: string }>(ask: () => Promise<Answer | Failure>, { clock, random, tries = TRIES_AT_START }: { clock: Clock; random: () => number; tries?: number }): Promise<Answer | Failure> {
  let outage: Outage | undefined;
  for (let left = tries - 1; ; left -= 1) {
    const answer = await ask();
    if (left <= 0 || (answer.kind !== 'busy' && answer.kind !== 'unreachable')) return answer;
    outage = noteFailure(outage, clock.now());
    const wait = Math.min(LONGEST_WAIT, delayBeforeRetry(outage, { now: clock.now(), random, retryAfter: 'retryAfter' in answer ? answer.retryAfter : undefined }));
    await new Promise<void>((resolve) => void clock.after(wait, resolve));
  }
}
