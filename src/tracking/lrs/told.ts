import type { EventOf, LearnerEvent } from '../../record/learner-event.ts';
import type { StatementDraft } from './statement.ts';

/** One of the statements that an event gives. */
export interface Told {
  /** Which of the event's it is; '' for an event's only or main one. The statement's id is made of it and the event's, so it never changes. */
  part: string;
  statement: StatementDraft;
}

/** The module that an event belongs to, `<framework>/<element>`: the one it names, or whose page its attempt was started on. @param earlier oldest first. */
export function moduleOf(event: LearnerEvent, earlier: readonly LearnerEvent[]): string | undefined {
  if ('module' in event) return event.module;
  if (event.type !== 'option-chosen' && event.type !== 'scenario-ended') return undefined;
  return findStart(event.attempt, earlier)?.module;
}

export function findStart(attempt: string, earlier: readonly LearnerEvent[]): EventOf<'scenario-started'> | undefined {
  return earlier.findLast((event): event is EventOf<'scenario-started'> => event.type === 'scenario-started' && event.attempt === attempt);
}
