import { afterEach, beforeEach, vi } from 'vitest';
import type { Clock } from '../../../../src/tracking/lrs/clock.ts';

export const NINE = Date.parse('2026-03-02T09:00:00.000Z');

/** Time of the test's own: it stands still until `pass`. */
export const clock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Lets `ms` milliseconds go by, with all that happens in them. */
export const pass = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
};

export function stopTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NINE });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** Repeats for the same seed: a small linear congruential generator. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
