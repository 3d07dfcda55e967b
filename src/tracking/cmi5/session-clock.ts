interface ClockState {
  /** The latest time given out before a reload, in milliseconds since 1970. */
  newest?: number;
  /** Times that statements have already. ISO 8601. */
  used?: readonly string[];
  /** Hears of every new `newest`. */
  onMove?: (newest: number) => void;
}

/**
 * One order of times for all statements of a session: those that tell what the learner did, whose times the record gives, and
 * the session's own. An LMS orders statements by their timestamps (cmi5 9.3, 9.7), so that no two may share one, and none may
 * lie before `initialized`, however often the device's clock is put back. Times are ISO 8601 with milliseconds.
 */
export class SessionClock {
  readonly #now: () => number;
  readonly #onMove: (newest: number) => void;
  readonly #used: Set<string>;
  #newest: number;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number, { newest = 0, used = [], onMove = () => undefined }: ClockState = {}) {
    this.#now = now;
    this.#newest = newest;
    this.#used = new Set(used);
    this.#onMove = onMove;
  }

  /** The clock for the record: always after every time that this session has used. */
  readonly read = (): number => Math.max(this.#now(), this.#newest + 1);

  /** A time for a statement of the session itself. */
  stamp(): string {
    this.#move(this.read());
    const at = new Date(this.#newest).toISOString();
    this.#used.add(at);
    return at;
  }

  /** The time of a statement about something that happened at `at`: this, unless it lies before `start` or another has it. */
  place(at: string, start: string): string {
    if (at <= start || this.#used.has(at)) return this.stamp();
    this.#used.add(at);
    this.see(Date.parse(at));
    return at;
  }

  /** Takes note of a time that the record gave. Milliseconds since 1970. */
  see(at: number): void {
    if (at > this.#newest) this.#move(at);
  }

  #move(newest: number): void {
    this.#newest = newest;
    this.#onMove(newest);
  }
}
