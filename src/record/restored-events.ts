import type { LearnerEvent } from './learner-event.ts';

/**
 * Of what an LMS or LRS kept, what this record does not hold already. The copy there gives times to the second and has ids of its
 * own, so what was done on this device is known by what it is, of what, and in which second; an attempt is known by its start or its end.
 */
export function withoutKnown(restored: readonly LearnerEvent[], here: readonly LearnerEvent[]): LearnerEvent[] {
  const ids = new Set(here.map(({ id }) => id));
  const known = new Set(here.map(describe));
  const knownAttempts = new Set(restored.flatMap((event) => (isOfScenario(event) && known.has(describe(event)) ? [event.attempt] : [])));
  return restored.filter((event) => !ids.has(event.id) && !known.has(describe(event)) && !(isOfScenario(event) && knownAttempts.has(event.attempt)));
}

const isOfScenario = (event: LearnerEvent): event is Extract<LearnerEvent, { scenario: string }> => 'scenario' in event;

function describe(event: LearnerEvent): string {
  const subject = 'scenario' in event ? event.scenario : 'module' in event ? event.module : event.entry;
  return [event.type, subject, event.at.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)].join(' ');
}
