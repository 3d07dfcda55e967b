/** Milliseconds. Nobody looks at a page for longer without anything being told of it: the device slept. */
const LONGEST_LOOK = 30 * 60_000;

/** How long a page was in sight, in milliseconds: what SCORM calls the session's time. A clock put back adds nothing, one put forward half an hour at most. */
export class TimeInSight {
  readonly #now: () => number;
  #time = 0;
  #since: number | undefined;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number, isInSight: boolean) {
    this.#now = now;
    if (isInSight) this.#since = now();
  }

  /** Notes whether the page is in sight from now on, and returns the time so far. */
  note(isInSight: boolean): number {
    const now = this.#now();
    if (this.#since !== undefined) this.#time += Math.min(Math.max(now - this.#since, 0), LONGEST_LOOK);
    this.#since = isInSight ? now : undefined;
    return this.#time;
  }
}
