import type { Decision, EventOf, LearnerEvent } from './learner-event.ts';

/** One go at a scenario. Trying again is a new attempt. */
export interface Attempt {
  attempt: string;
  scenario: string;
  /** Absent where the start of the attempt is not in the record. */
  started?: EventOf<'scenario-started'>;
  /** The choices that stand, in order. */
  route: readonly Decision[];
  /** The step to go on from; absent before the first choice, and then it is the scenario's first step. */
  nextStep?: string;
  ended?: EventOf<'scenario-ended'>;
  /** The time of its latest event. */
  lastAt: string;
}
export type FinishedAttempt = Attempt & { ended: EventOf<'scenario-ended'> };

export interface ScenarioProgress {
  /** By latest activity, the most recent last. */
  attempts: readonly Attempt[];
  /** The most recent attempt, where it can be taken up again. Check its route with `walkRoute`: the scenario may have changed. */
  unfinished?: Attempt;
  lastFinished?: FinishedAttempt;
}

type ScenarioEvent = EventOf<'scenario-started' | 'option-chosen' | 'scenario-ended'>;

/** Where the learner stands in one scenario. Events come oldest first. */
export function projectScenario(events: readonly LearnerEvent[], scenario: string): ScenarioProgress {
  const attempts = listAttempts(events.filter((event) => 'scenario' in event && event.scenario === scenario));
  const latest = attempts.at(-1);
  const lastFinished = attempts.filter(isFinished).sort((a, b) => (a.ended.at < b.ended.at ? -1 : 1)).at(-1);
  return { attempts, ...(latest && !isFinished(latest) && { unfinished: latest }), ...(lastFinished && { lastFinished }) };
}

/** All attempts at all scenarios, by latest activity, the most recent last. */
export function listAttempts(events: readonly LearnerEvent[]): Attempt[] {
  const attempts = new Map<string, Attempt>();
  for (const event of events) {
    if (!isScenarioEvent(event)) continue;
    const { attempt, scenario, at } = event;
    const before = attempts.get(attempt) ?? { attempt, scenario, route: [], lastAt: at };
    attempts.delete(attempt); // to stand last
    attempts.set(attempt, { ...takeIn(before, event), lastAt: at });
  }
  return [...attempts.values()];
}

/**
 * A choice counts where it goes on from where the route stands: within one attempt what was decided is decided, also when a
 * second tab shows an earlier step. The first ending stands for the same reason.
 */
function takeIn(attempt: Attempt, event: ScenarioEvent): Attempt {
  if (attempt.ended) return attempt;
  if (event.type === 'scenario-started') return { ...attempt, started: attempt.started ?? event };
  if (event.type === 'scenario-ended') return { ...attempt, ended: event, route: event.route };
  if (attempt.nextStep !== undefined && event.step !== attempt.nextStep) return attempt;
  const { step, option, judgement, next, confidence } = event;
  return { ...attempt, route: [...attempt.route, { step, option, judgement, ...(confidence && { confidence }) }], nextStep: next };
}

const isScenarioEvent = (event: LearnerEvent): event is ScenarioEvent => event.type === 'scenario-started' || event.type === 'option-chosen' || event.type === 'scenario-ended';

export const isFinished = (attempt: Attempt): attempt is FinishedAttempt => attempt.ended !== undefined;
