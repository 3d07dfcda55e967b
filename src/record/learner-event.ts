import type { Completion } from '../course/completion.ts';
import type { Confidence } from '../course/confidence.ts';
import type { Judgement } from '../course/judgement.ts';

/** The shape of stored events. A change that makes an older event unreadable raises it and brings a migration; a field that may be left out does not. */
export const EVENT_VERSION = 1;

/** Characters in a reflection, as a text area counts them. */
export const MAX_REFLECTION_LENGTH = 4_000;

/** A decision on a route. */
export interface Decision {
  step: string;
  option: string;
  judgement: Judgement;
  /** Said before the outcome was seen; left out where the learner said nothing. Never part of a score. */
  confidence?: Confidence;
}

/** An answer in a knowledge check: the ids of the item and of the choice made. */
export interface CheckAnswer {
  item: string;
  response: string;
  correct: boolean;
}

/**
 * What a page tells the record. A module is `<framework>/<element>`; an attempt is one go at a scenario, from start to
 * ending, under a random UUID; `seed` (a whole number below 2^32) fixes the order of its options; `next` is a step or an ending.
 * `entry` is the address in the site of something found in the good-practice portal and opened.
 */
export type LearnerEventInput =
  | { type: 'scenario-started'; attempt: string; scenario: string; edition: string; seed: number; module?: string }
  | { type: 'option-chosen'; attempt: string; scenario: string; step: string; option: string; judgement: Judgement; next: string; confidence?: Confidence }
  | { type: 'scenario-ended'; attempt: string; scenario: string; ending: string; edition: string; route: readonly Decision[] }
  | { type: 'check-submitted'; attempt: string; module: string; edition: string; answers: readonly CheckAnswer[] }
  | { type: 'reflection-saved'; module: string; text: string }
  | { type: 'module-declared-read'; module: string; edition: string }
  | ({ type: 'module-completed'; module: string } & Completion)
  | { type: 'entry-read'; entry: string };

/** What the record adds to every event. */
export interface EventStamp {
  version: typeof EVENT_VERSION;
  /** A random UUID, fixed before the event is first written. */
  id: string;
  /** ISO 8601 with milliseconds, UTC. Rises strictly from event to event on a device, even when its clock goes back. */
  at: string;
  /** One visit: a random UUID for every opening of the record. */
  session: string;
}

/** One thing that a learner did. Events are added, never changed. */
export type LearnerEvent = EventStamp & LearnerEventInput;
export type EventOf<Type extends LearnerEvent['type']> = Extract<LearnerEvent, { type: Type }>;

/** The fields without which projections could not go on, by type of event. */
const NEEDED_FIELDS: Readonly<Record<LearnerEvent['type'], Readonly<Record<string, 'string' | 'number' | 'object'>>>> = {
  'scenario-started': { attempt: 'string', scenario: 'string', edition: 'string', seed: 'number' },
  'option-chosen': { attempt: 'string', scenario: 'string', step: 'string', option: 'string', judgement: 'string', next: 'string' },
  'scenario-ended': { attempt: 'string', scenario: 'string', ending: 'string', edition: 'string', route: 'object' },
  'check-submitted': { attempt: 'string', module: 'string', edition: 'string', answers: 'object' },
  'reflection-saved': { module: 'string', text: 'string' },
  'module-declared-read': { module: 'string', edition: 'string' },
  'module-completed': { module: 'string', success: 'string', parts: 'object' },
  'entry-read': { entry: 'string' },
};
const STAMP_FIELDS = { id: 'string', at: 'string', session: 'string' } as const;

/**
 * Whether a stored value can be read as an event. A light look at what this site itself wrote, to keep a damaged row from
 * stopping a page; files from elsewhere go through `readExport`.
 */
export function isLearnerEvent(value: unknown): value is LearnerEvent {
  if (!isObject(value) || value.version !== EVENT_VERSION) return false;
  const needed = typeof value.type === 'string' && Object.hasOwn(NEEDED_FIELDS, value.type) ? NEEDED_FIELDS[value.type as LearnerEvent['type']] : undefined;
  return needed !== undefined && Object.entries({ ...STAMP_FIELDS, ...needed }).every(([field, type]) => typeof value[field] === type && value[field] !== null);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
