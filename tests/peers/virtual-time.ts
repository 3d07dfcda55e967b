import type { Clock } from '../../src/tracking/lrs/clock.ts';

/** A clock that goes from one timer to the next, and stands still while anything is under way. */
export class VirtualTime implements Clock {
  #now: number;
  #timers: { at: number; run: () => void }[] = [];
  readonly #isBusy: () => boolean;

  /** @param isBusy whether something in the real world, such as a request, has still to come back */
  constructor(start: number, isBusy: () => boolean = () => false) {
    this.#now = start;
    this.#isBusy = isBusy;
  }

  readonly now = (): number => this.#now;

  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.#now + Math.max(0, ms), run };
    const place = this.#timers.findLastIndex(({ at }) => at <= timer.at) + 1;
    this.#timers.splice(place, 0, timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** Lets time pass up to `end`. */
  async runUntil(end: number): Promise<void> {
    for (;;) {
      await this.#settle();
      const [next] = this.#timers;
      if (!next || next.at > end) break;
      this.#timers.shift();
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
  }

  async #settle(): Promise<void> {
    do {
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.#isBusy());
  }
}
