import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delayBeforeRetry, delayOnceOnline, LONGEST_WAIT, LONGEST_WINDOW, noteFailure, returnWindow, SHORT_OUTAGE, SHORT_WINDOW, type Outage } from '../../../../src/tracking/lrs/backoff.ts';
import { seededRandom } from './timing.ts';

const randomOf = (value: number) => () => value;
const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const anyTime = fc.nat({ max: 10 * 86_400_000 });

describe('the wait', () => {
  test('in the first minute grows to 5 s, so that a short fault is over within 10 s', () => {
    const longest = [1, 2, 3, 4, 5, 20].map((failures) => delayBeforeRetry({ since: 0, failures }, { now: SHORT_OUTAGE, random: randomOf(0.9999) }));
    expect(longest.map(Math.round)).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000].map((ms) => Math.round(ms * 0.9999)));
  });

  test('is drawn from nothing to all of the window while the fault is short', () => {
    expect(delayBeforeRetry({ since: 0, failures: 9 }, { now: 10_000, random: randomOf(0) })).toBe(0);
  });

  test('of whoever is through with one request goes up to 9 s, and is then the later half of that, still within the 10 s', () => {
    const waits = (random: number) => [1, 2, 5, 6, 20].map((failures) => delayBeforeRetry({ since: 0, failures }, { now: 30_000, random: randomOf(random), isFew: true }));
    expect(waits(0)).toEqual([0, 0, 0, 4_500, 4_500]);
    expect(waits(0.9999).map(Math.round)).toEqual([500, 1_000, 7_999, 9_000, 9_000]);
  });

  test.each([
    [SHORT_OUTAGE, SHORT_WINDOW],
    [120_000, 60_000],
    [360_000, 300_000],
    [660_000, LONGEST_WINDOW],
    [7_200_000, LONGEST_WINDOW],
  ])('after %i ms of failing spreads those who come back over %i ms', (failingFor, window) => {
    expect(returnWindow(failingFor)).toBe(window);
  });

  test('in a long outage is drawn from the later half of the window, so that clients that failed at the same moment drift apart', () => {
    expect([0, 0.5].map((random) => delayBeforeRetry({ since: 0, failures: 9 }, { now: 7_200_000, random: randomOf(random) }))).toEqual([LONGEST_WINDOW / 2, (LONGEST_WINDOW * 3) / 4]);
  });

  test('is never below what the LRS asks for, and adds some spread', () => {
    fc.assert(
      fc.property(anyTime, anyTime, fc.nat({ max: 50 }), anyRandom, fc.nat({ max: 3_600_000 }), (since, lasted, failures, random, retryAfter) => {
        expect(delayBeforeRetry({ since, failures: failures + 1 }, { now: since + lasted, random: randomOf(random), retryAfter })).toBeGreaterThanOrEqual(retryAfter);
      }),
    );
  });

  test('is always finite, never negative and never above the longest, whatever the clock does', () => {
    fc.assert(
      fc.property(anyTime, anyTime, fc.nat({ max: 5_000 }), anyRandom, fc.option(fc.nat(), { nil: undefined }), (since, now, failures, random, retryAfter) => {
        const delay = delayBeforeRetry({ since, failures: failures + 1 }, { now, random: randomOf(random), retryAfter });
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(LONGEST_WAIT);
      }),
    );
  });

  test('ends within 2 s once the device is online again', () => {
    expect(delayOnceOnline(randomOf(0.9999))).toBeLessThan(2_000);
  });
});

/** When each of `clients`, who meet the outage as it begins or in the 30 s after, gets through. Milliseconds after its end. */
function returnTimes({ clients, outage, seed }: { clients: number; outage: number; seed: number }): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: clients }, () => {
    let now = random() * 30_000;
    let state: Outage | undefined;
    while (now < outage) {
      state = noteFailure(state, now);
      now += delayBeforeRetry(state, { now, random });
    }
    return now - outage;
  });
}

const busiestSecond = (times: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const time of times) counts.set(Math.floor(time / 1_000), (counts.get(Math.floor(time / 1_000)) ?? 0) + 1);
  return Math.max(...counts.values());
};

describe('many clients', () => {
  test('are all back within 10 s of the end of an outage of a minute', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(Math.max(...returnTimes({ clients: 200, outage: SHORT_OUTAGE, seed }))).toBeLessThan(10_000);
      }),
      { numRuns: 20 },
    );
  });

  test('of an outage of two hours come back over ten minutes, in no second more than three times the mean', () => {
    const times = returnTimes({ clients: 10_000, outage: 7_200_000, seed: 7 });
    expect(Math.max(...times)).toBeLessThanOrEqual(LONGEST_WINDOW);
    expect(Math.max(...times)).toBeGreaterThan(0.9 * LONGEST_WINDOW);
    expect(busiestSecond(times)).toBeLessThan((3 * times.length) / (LONGEST_WINDOW / 1_000));
  });

  test.each([120_000, 300_000, 1_200_000])('of an outage of %i ms come back in no second at more than three times the mean', (outage) => {
    // Enough of them that chance alone makes no peak.
    const times = returnTimes({ clients: 20_000, outage, seed: 11 });
    expect(Math.max(...times)).toBeLessThanOrEqual(returnWindow(outage));
    expect(busiestSecond(times)).toBeLessThan((3 * times.length) / (Math.max(...times) / 1_000));
  });
});
