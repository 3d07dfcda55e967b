/** Milliseconds between two looks at the clock while the page is shown. */
export const TIMER_STEP = 20_000;

/** Milliseconds. Between two looks no more than this counts: the device slept. */
const LONGEST_STEP = 60_000;

/**
 * How long the learner was at a session. The rule: time counts while the page is shown to the learner, measured by a clock that
 * nobody can put back. Time in which the page is hidden (another tab, a locked screen), in which the device sleeps, and between
 * two loads of the page does not count.
 */
export class SessionTimer {
  readonly #monotonic: () => number;
  #counted: number;
  #since: number | undefined;

  /** @param counted milliseconds counted before a reload. @param monotonic milliseconds from any start. */
  constructor(monotonic: () => number, { counted, isShown }: { counted: number; isShown: boolean }) {
    this.#monotonic = monotonic;
    this.#counted = counted;
    if (isShown) this.#since = monotonic();
  }

  /** Said when the page is shown or hidden. */
  setShown(isShown: boolean): void {
    this.read();
    this.#since = isShown ? this.#monotonic() : undefined;
  }

  /** Milliseconds so far. Call it every `TIMER_STEP`: between two calls a minute counts at most. */
  read(): number {
    if (this.#since === undefined) return this.#counted;
    const now = this.#monotonic();
    this.#counted += Math.min(Math.max(now - this.#since, 0), LONGEST_STEP);
    this.#since = now;
    return this.#counted;
  }
}
