import type { Clock } from './clock.ts';

/** As in `navigator.locks`. */
export interface TabLocks {
  request(name: string, options: { signal?: AbortSignal; steal?: boolean }, work: () => Promise<void>): Promise<unknown>;
}

/** Far beyond what one turn takes. A tab that hangs never gives its lock back. */
export const STEAL_AFTER = 60_000;

interface OneTabOptions {
  /** Left out, or refused by the browser: tabs may work at the same time. */
  locks?: TabLocks | undefined;
  name: string;
  clock: Clock;
}

/**
 * Does `work` while no other tab does the same, as far as browsers can promise: a tab that was taken for hung may still be
 * at it. Keep turns short, and make what is sent safe to arrive twice.
 */
export async function inOneTab<Value>({ locks, name, clock }: OneTabOptions, work: () => Promise<Value>): Promise<Value> {
  let working: Promise<Value> | undefined;
  const begin = async () => {
    working ??= work();
    await working.catch(() => undefined);
  };
  if (locks) {
    const patience = new AbortController();
    const relax = clock.after(STEAL_AFTER, () => patience.abort());
    const granted = () => {
      relax();
      return begin();
    };
    try {
      await locks.request(name, { signal: patience.signal }, granted);
    } catch {
      // Waited too long; or, once at work, another tab took over: the work is finished all the same.
      if (patience.signal.aborted && !working) await locks.request(name, { steal: true }, begin).catch(() => undefined);
    } finally {
      relax();
    }
  }
  return working ?? work();
}
