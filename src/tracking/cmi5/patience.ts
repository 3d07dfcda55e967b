import { delayBeforeRetry, delayOnceOnline, noteFailure, type Outage } from '../lrs/backoff.ts';
import type { Clock } from '../lrs/clock.ts';

interface PatienceOptions {
  clock: Clock;
  /** 0 to 1, without 1. */
  random: () => number;
  /** Hears that the LMS does not answer for now, and that it does again. */
  onTrouble: (isInTrouble: boolean) => void;
}

/** Waits between tries while an LMS does not answer: longer with every try, spread at random, and cut short where there is a reason to. */
export class Patience {
  readonly #options: PatienceOptions;
  readonly #waiting = new Set<{ hurry: () => void; end: () => void }>();
  #outage: Outage | undefined;
  #isOver = false;

  constructor(options: PatienceOptions) {
    this.#options = options;
  }

  /** Whether nothing is to be tried any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** The LMS answered. */
  noteAnswer(): void {
    if (!this.#outage) return;
    this.#outage = undefined;
    this.#options.onTrouble(false);
  }

  /** Waits until it is time for another try. @param retryAfter milliseconds that the LMS asked for */
  async waitAfterFailure(retryAfter?: number): Promise<void> {
    const { clock, random, onTrouble } = this.#options;
    if (this.#isOver) return;
    const isNew = this.#outage === undefined;
    this.#outage = noteFailure(this.#outage, clock.now());
    if (isNew) onTrouble(true);
    await this.#wait(delayBeforeRetry(this.#outage, { now: clock.now(), random, retryAfter }));
  }

  /** What waits is tried now, spread over a moment. */
  hurry(): void {
    for (const { hurry } of this.#waiting) hurry();
  }

  /** Ends all waiting, for good. */
  end(): void {
    this.#isOver = true;
    for (const { end } of this.#waiting) end();
  }

  #wait(milliseconds: number): Promise<void> {
    const { clock, random } = this.#options;
    return new Promise((resolve) => {
      const end = () => {
        callOff();
        this.#waiting.delete(wait);
        resolve();
      };
      let callOff = clock.after(milliseconds, end);
      const hurry = () => {
        callOff();
        callOff = clock.after(delayOnceOnline(random), end);
      };
      const wait = { hurry, end };
      this.#waiting.add(wait);
    });
  }
}
