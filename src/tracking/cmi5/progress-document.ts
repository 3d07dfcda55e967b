import * as z from 'zod/mini';
import type { TrackedCourse } from '../../course/tracked-course.ts';
import { sortByTime } from '../../record/event-time.ts';
import type { LearnerEvent } from '../../record/learner-event.ts';
import type { LrsClient } from '../lrs/client.ts';
import { parseJson } from '../lrs/json.ts';
import { loadState, saveState, type StateAddress } from '../lrs/state.ts';
import { decodeProgress, encodeProgress } from '../progress-code.ts';
import type { Cmi5Launch } from './launch.ts';
import type { RegistrationHistory } from './registration-history.ts';

/** The id of the State document in which a registration's progress is kept, so that the learner can go on elsewhere. */
export const PROGRESS_STATE = 'practice-academy.progress';

type Told = keyof RegistrationHistory;

/** What the document holds: where the learner stands, and which statements about the module the LMS took. */
export interface Progress {
  events: readonly LearnerEvent[];
  told: readonly Told[];
}

const VERSION = 1;
export const NO_PROGRESS: Progress = { events: [], told: [] };
const DocumentSchema = z.object({ version: z.literal(VERSION), progress: z.string(), told: z.array(z.enum(['completed', 'passed', 'failed'])) });

/** The progress of one registration, in the LMS. */
export class ProgressDocument {
  readonly #lms: LrsClient;
  readonly #address: StateAddress;
  readonly #course: TrackedCourse;

  constructor(lms: LrsClient, { activityId, actor, registration }: Cmi5Launch, course: TrackedCourse) {
    this.#lms = lms;
    this.#address = { activityId, agent: actor, registration, stateId: PROGRESS_STATE };
    this.#course = course;
  }

  /** Nothing where the LMS keeps none, or none that can be read. */
  async load(): Promise<Progress> {
    const loaded = await loadState(this.#lms, this.#address);
    return loaded.kind === 'found' ? this.#read(loaded.text) : NO_PROGRESS;
  }

  /** Adds to what another device saved. @returns whether it is saved */
  save(progress: Progress): Promise<boolean> {
    return saveState(this.#lms, this.#address, (there) => this.#write(there === undefined ? progress : join(this.#read(there), progress)));
  }

  #read(text: string): Progress {
    const read = DocumentSchema.safeParse(parseJson(text));
    return read.success ? { events: decodeProgress(read.data.progress, this.#course), told: read.data.told } : NO_PROGRESS;
  }

  #write({ events, told }: Progress): string {
    return JSON.stringify({ version: VERSION, progress: encodeProgress(events, this.#course), told: [...new Set(told)].sort() });
  }
}

function join(there: Progress, here: Progress): Progress {
  const events = new Map([...there.events, ...here.events].map((event) => [event.id, event]));
  return { events: sortByTime([...events.values()]), told: [...there.told, ...here.told] };
}
