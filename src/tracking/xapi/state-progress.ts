import type { TrackedCourse } from '../../course/tracked-course.ts';
import { sortByTime } from '../../record/event-time.ts';
import type { LearnerEvent } from '../../record/learner-event.ts';
import type { Clock } from '../lrs/clock.ts';
import type { LrsClient } from '../lrs/client.ts';
import { loadState, saveState, type StateAddress } from '../lrs/state.ts';
import { decodeProgress, encodeProgress } from '../progress-code.ts';

interface StateProgressOptions {
  lrs: LrsClient;
  /** The same LRS, asked with less patience. */
  hasty: LrsClient;
  address: StateAddress;
  course: TrackedCourse;
  clock: Clock;
}

/** What happens in quick succession is saved once. */
const SETTLES_AFTER = 2_000;

/** Where a learner stands, kept in the LRS so that they can go on from another device. The record does not depend on it: where the LRS will not keep it, nothing is said. */
export class StateProgress {
  readonly #options: StateProgressOptions;
  /** What the LRS kept when it was asked; empty where that was nothing, `undefined` where it did not say. */
  #kept: string | undefined;
  #waiting: { callOff: () => void; readAll: () => Promise<readonly LearnerEvent[]> } | undefined;
  #saving: Promise<void> | undefined;
  #hasMore = false;

  constructor(options: StateProgressOptions) {
    this.#options = options;
  }

  async load(): Promise<readonly LearnerEvent[]> {
    const { hasty, address, course } = this.#options;
    const loaded = await loadState(hasty, address);
    if (loaded.kind === 'unavailable') return [];
    this.#kept = loaded.kind === 'found' ? loaded.text : '';
    return decodeProgress(this.#kept, course);
  }

  /** Saves what the last visit did not get saved, as the page went before. @param readAll see `saveSoon` */
  async catchUp(readAll: () => Promise<readonly LearnerEvent[]>): Promise<void> {
    const { course } = this.#options;
    if (this.#kept !== undefined && encodeProgress(await readAll(), course) !== this.#kept) this.saveSoon(readAll);
  }

  /** Saves in a while. @param readAll gives all events as they are then, oldest first */
  saveSoon(readAll: () => Promise<readonly LearnerEvent[]>): void {
    this.#waiting ??= { callOff: this.#options.clock.after(SETTLES_AFTER, () => this.saveNow()), readAll };
  }

  /** Saves what waits to be saved. As a page goes out of sight it may still get through; if not, the next visit on this device saves it. */
  saveNow(): void {
    if (!this.#waiting) return;
    const { callOff, readAll } = this.#waiting;
    callOff();
    this.#waiting = undefined;
    if (this.#saving) {
      this.#hasMore = true;
      return;
    }
    this.#saving = this.#save(readAll)
      .catch(() => undefined)
      .finally(() => {
        this.#saving = undefined;
        if (!this.#hasMore) return;
        this.#hasMore = false;
        this.saveSoon(readAll);
      });
  }

  async #save(readAll: () => Promise<readonly LearnerEvent[]>): Promise<void> {
    const { lrs, address, course } = this.#options;
    const here = await readAll();
    await saveState(lrs, address, (there) => {
      const events = new Map([...(there === undefined ? [] : decodeProgress(there, course)), ...here].map((event) => [event.id, event]));
      const text = encodeProgress(sortByTime([...events.values()]), course);
      return text === '' ? undefined : text;
    });
  }
}
