import { delayBeforeRetry, delayOnceOnline, noteFailure, type Outage } from '../lrs/backoff.ts';
import type { Failure } from '../lrs/client.ts';
import type { Clock } from '../lrs/clock.ts';

interface PatienceOptions {
  clock: Clock;
  /** 0 to 1, without 1. */
  random: () => number;
  /** Hears that the LMS does not answer for now, and that it does again. */
  onTrouble: (isInTrouble: boolean) => void;
}

/** How long to go on asking. `longestWait`: milliseconds between two tries, whatever the LMS asks for. */
export interface Limits {
  tries: number;
  longestWait: number;
}

/** For what the learner waits for while the page starts: all in all some seconds. */
export const AT_START: Limits = { tries: 4, longestWait: 5_000 };
const NONE: Limits = { tries: Infinity, longestWait: Infinity };

/** Asks an LMS again while it does not answer: after waits that grow, are spread at random, and are cut short where there is a reason to. */
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

  /** Asks until there is an answer that asking again would not change, or the tries are used up. `undefined`: nothing is to be tried any more. */
  async ask<Answer extends { kind: string }>(ask: () => Promise<Answer | Failure>, { tries, longestWait }: Limits = NONE): Promise<Answer | Failure | undefined> {
    for (let left = tries - 1; !this.#isOver; left -= 1) {
      const answer = await ask();
      if (!isWorthAnotherTry(answer)) {
        this.#noteAnswer();
        return answer;
      }
      if (left <= 0) return answer;
      await this.#waitAfterFailure(answer.kind === 'busy' ? answer.retryAfter : undefined, longestWait);
    }
    return undefined;
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

  #noteAnswer(): void {
    if (!this.#outage) return;
    this.#outage = undefined;
    this.#options.onTrouble(false);
  }

  async #waitAfterFailure(retryAfter: number | undefined, longestWait: number): Promise<void> {
    const { clock, random, onTrouble } = this.#options;
    if (this.#isOver) return;
    const isNew = this.#outage === undefined;
    this.#outage = noteFailure(this.#outage, clock.now());
    if (isNew) onTrouble(true);
    await this.#wait(Math.min(longestWait, delayBeforeRetry(this.#outage, { now: clock.now(), random, retryAfter })));
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

/** No answer, or one that says nothing of what was asked. */
export function isWorthAnotherTry(answer: { kind: string }): answer is Extract<Failure, { kind: 'busy' | 'unreachable' }> {
  return answer.kind === 'busy' || answer.kind === 'unreachable';
}
