import type { Decision, LearnerEvent } from './learner-event.ts';
import { isFinished, listAttempts } from './scenario-progress.ts';

/** A choice that the learner was very sure of and that was weak or unsafe. */
export interface SureAndWeak {
  scenario: string;
  decision: Decision;
  /** When the scenario was finished. */
  at: string;
}

/**
 * What a learner would do well to meet again first: choices made with confidence that were not good practice, on the last
 * finished route through each scenario, the latest first. Whoever does the scenario again and chooses better is rid of it.
 */
export function listSureAndWeak(events: readonly LearnerEvent[]): SureAndWeak[] {
  const last = new Map(listAttempts(events).filter(isFinished).sort((a, b) => (a.ended.at < b.ended.at ? -1 : 1)).map((attempt) => [attempt.scenario, attempt]));
  return [...last.values()]
    .sort((a, b) => (a.ended.at < b.ended.at ? 1 : -1))
    .flatMap(({ scenario, route, ended }) => route.filter(isSureAndWeak).map((decision) => ({ scenario, decision, at: ended.at })));
}

const isSureAndWeak = ({ confidence, judgement }: Decision): boolean => confidence === 'very-sure' && (judgement === 'weak' || judgement === 'unsafe');
