import type { Completion } from '../course/completion.ts';
import type { Judgement } from '../course/judgement.ts';

/** The shape of stored events. A change of shape raises it and brings a migration. */
export const EVENT_VERSION = 1;

/** Characters in a reflection, as a text area counts them. */
export const MAX_REFLECTION_LENGTH = 4_000;

/** A decision on a route. */
export interface Decision {
  step: string;
  option: string;
  judgement: Judgement;
}

/** An answer in a knowledge check: the id of the item and of the choice made. */
export interface CheckAnswer {
  item: string;
  response: string;
  correct: boolean;
}

/** What a page tells the record. A module is `<framework>/<element>`; an attempt is one go at a scenario, from start to ending. */
export type LearnerEventInput =
  | { type: 'scenario-started'; attempt: string; scenario: string; edition: string; /** Fixes the order of options. */ seed: number; /** The module on whose page it was started. */ module?: string }
  | { type: 'option-chosen'; attempt: string; scenario: string; step: string; option: string; judgement: Judgement; /** A step or an ending. */ next: string }
  | { type: 'scenario-ended'; attempt: string; scenario: string; ending: string; edition: string; route: readonly Decision[] }
  | { type: 'check-submitted'; attempt: string; module: string; edition: string; answers: readonly CheckAnswer[] }
  | { type: 'reflection-saved'; module: string; text: string }
  | { type: 'module-declared-read'; module: string; edition: string }
  | ({ type: 'module-completed'; module: string } & Completion);

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
