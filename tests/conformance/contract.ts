import type { LaunchMode } from '../../src/course/completion.ts';
import type { Act, ModuleShape } from './contract-course.ts';

/** What an LMS, an LRS or the device holds of a module. */
export interface Reported {
  completion: 'incomplete' | 'completed';
  success: 'unknown' | 'passed' | 'failed';
  /** Scaled. */
  score?: number;
}

/** One visit: what is launched, what the learner does, and what is on record once they left. */
export interface VisitPlan {
  does: readonly Act[];
  then: Reported;
  /** Where cmi5 has no way to say it: a score of "failed" has to lie below the mastery score (9.3.5), so that with an unsafe choice above it none is sent. */
  overCmi5?: Reported;
  /** Where SCORM has none: an LMS with a mastery score makes a pass of any score that reaches it, so that with an unsafe choice none is sent. */
  overScorm?: Reported;
  /** From this visit on the module asks for something else. */
  module?: ModuleShape;
  launchMode?: LaunchMode;
}

/** A row of the completion contract, design §5. */
export interface Row {
  row: string;
  module: ModuleShape;
  /** What the LMS asks for, where it says so. */
  masteryScore?: number;
  visits: readonly VisitPlan[];
}

const INCOMPLETE: Reported = { completion: 'incomplete', success: 'unknown' };
const FAILED_WITHOUT_SCORE: Reported = { completion: 'completed', success: 'failed' };
const BOTH: ModuleShape = { scenarios: ['visit'], questions: 2 };
const [strong, acceptable, weak, unsafe] = (['strong', 'acceptable', 'weak', 'unsafe'] as const).map((choose) => ({ choose, in: 'visit' })) as [Act, Act, Act, Act];
const right: Act = { answer: [true, true] };
const half: Act = { answer: [true, false] };
const wrong: Act = { answer: [false, false] };
const passed = (score: number): Reported => ({ completion: 'completed', success: 'passed', score });
const failed = (score: number): Reported => ({ completion: 'completed', success: 'failed', score });

export const CONTRACT: readonly Row[] = [
  { row: 'opened, nothing answered', module: BOTH, visits: [{ does: [], then: INCOMPLETE }] },
  { row: 'a scenario begun', module: BOTH, visits: [{ does: [{ begin: 'visit' }], then: INCOMPLETE }] },
  { row: 'some required parts done: the scenario', module: BOTH, visits: [{ does: [strong], then: INCOMPLETE }] },
  { row: 'some required parts done: the check', module: BOTH, visits: [{ does: [right], then: INCOMPLETE }] },
  { row: 'everything done and mastered', module: BOTH, visits: [{ does: [strong, right], then: passed(1) }] },
  { row: 'everything done, at the mastery score', module: { scenarios: ['visit'] }, visits: [{ does: [acceptable], then: passed(0.7) }] },
  { row: 'everything done, below the mastery score', module: BOTH, visits: [{ does: [strong, wrong], then: failed(0.3333) }] },
  { row: 'everything done, with an unsafe choice on the last route', module: { scenarios: ['visit'], questions: 4 }, visits: [{ does: [unsafe, { answer: [true, true, true, true] }], then: failed(0.8), overCmi5: FAILED_WITHOUT_SCORE }] },
  { row: 'an unsafe choice that was made good', module: { scenarios: ['visit'], questions: 4 }, visits: [{ does: [unsafe, { answer: [true, true, true, true] }, strong], then: passed(1) }] },
  { row: 'a score of nothing is a score', module: { scenarios: ['visit'] }, visits: [{ does: [unsafe], then: failed(0) }] },
  { row: 'nothing to answer, opened', module: {}, visits: [{ does: [], then: INCOMPLETE }] },
  { row: 'nothing to answer, and said to be read', module: {}, visits: [{ does: ['read'], then: { completion: 'completed', success: 'unknown' } }] },
  { row: 'a reflection completes nothing', module: BOTH, visits: [{ does: [{ reflect: 'I would ring first.' }], then: INCOMPLETE }] },

  { row: 'resumed: begun on one visit, done on the next', module: BOTH, visits: [{ does: [strong], then: INCOMPLETE }, { does: [right], then: passed(1) }] },
  { row: 'resumed over three visits', module: { scenarios: ['visit', 'call'], questions: 2 }, visits: [{ does: [strong], then: INCOMPLETE }, { does: [{ choose: 'weak', in: 'call' }], then: INCOMPLETE }, { does: [right], then: passed(0.825) }] },

  { row: 'retried after failing, and better, on the same visit', module: BOTH, visits: [{ does: [weak, half, strong, right], then: passed(1) }] },
  { row: 'retried after failing, and better, on a later visit', module: BOTH, visits: [{ does: [weak, half], then: failed(0.4333) }, { does: [strong, right], then: passed(1) }] },
  { row: 'retried after failing, and no better', module: BOTH, visits: [{ does: [weak, half], then: failed(0.4333) }, { does: [wrong], then: failed(0.4333) }] },
  { row: 'retried after passing, and worse, on the same visit', module: BOTH, visits: [{ does: [strong, right, weak, wrong], then: passed(1) }] },
  { row: 'retried after passing, and worse, on a later visit', module: BOTH, visits: [{ does: [strong, right], then: passed(1) }, { does: [unsafe, wrong], then: passed(1) }] },
  { row: 'relaunched after passing, and nothing done', module: BOTH, visits: [{ does: [strong, right], then: passed(1) }, { does: [], then: passed(1) }] },
  { row: 'relaunched after failing, and nothing done', module: BOTH, visits: [{ does: [weak, wrong], then: failed(0.1) }, { does: [], then: failed(0.1) }] },

  { row: 'the module changed after completion', module: BOTH, visits: [{ does: [strong, right], then: passed(1) }, { module: { scenarios: ['visit', 'call'], questions: 2, edition: 'second' }, does: [], then: passed(1) }] },
  { row: 'the module changed before completion: what was done still counts', module: BOTH, visits: [{ does: [strong], then: INCOMPLETE }, { module: { ...BOTH, edition: 'second' }, does: [right], then: passed(1) }] },

  { row: 'launched in Browse mode', module: BOTH, visits: [{ launchMode: 'Browse', does: [strong, right], then: INCOMPLETE }] },
  { row: 'launched in Review mode after passing', module: BOTH, visits: [{ does: [strong, right], then: passed(1) }, { launchMode: 'Review', does: [unsafe, wrong], then: passed(1) }] },
  { row: 'launched in Review mode after failing', module: BOTH, visits: [{ does: [weak, wrong], then: failed(0.1) }, { launchMode: 'Review', does: [strong, right], then: failed(0.1) }] },

  { row: 'a mastery score of 0, and nothing right but nothing unsafe', module: BOTH, masteryScore: 0, visits: [{ does: [weak, wrong], then: passed(0.1) }] },
  { row: 'a mastery score of 0, and an unsafe choice', module: { scenarios: ['visit'] }, masteryScore: 0, visits: [{ does: [unsafe], then: failed(0), overCmi5: FAILED_WITHOUT_SCORE, overScorm: FAILED_WITHOUT_SCORE }] },
  { row: 'a mastery score of 1, and all but all', module: BOTH, masteryScore: 1, visits: [{ does: [acceptable, right], then: failed(0.9) }] },
  { row: 'a mastery score of 1, and all', module: BOTH, masteryScore: 1, visits: [{ does: [strong, right], then: passed(1) }] },
  { row: 'a mastery score of 0.6667, and two of three', module: { questions: 3 }, masteryScore: 0.6667, visits: [{ does: [{ answer: [true, true, false] }], then: passed(0.6667) }] },
  { row: 'a mastery score of 0.6667, and one of three', module: { questions: 3 }, masteryScore: 0.6667, visits: [{ does: [{ answer: [true, false, false] }], then: failed(0.3333) }] },
];
