import type { LaunchMode, ModuleStanding } from '../../course/completion.ts';

/** What has been told of this module already, as far as anybody knows: the LMS, the State document, this session. */
export interface Told {
  /** In this registration. */
  completed: boolean;
  passed: boolean;
  failed: boolean;
  /** `passed` or `failed`, in this session. */
  judgedInSession: boolean;
}

/** A statement about the module itself that is to be made now. `score` is scaled; where it is left out the statement has none. */
export type DueStatement = { verb: 'completed' } | { verb: 'passed'; score?: number } | { verb: 'failed'; score?: number };

export interface Situation {
  launchMode: LaunchMode;
  /** Of the LMS; 0 is legal. */
  masteryScore?: number;
  told: Told;
  /** Something that counts for the module was done in this session. */
  hasAttempted: boolean;
  /** The learner chose to leave. */
  isLeaving: boolean;
}

/**
 * Which of `completed`, `passed` and `failed` are due (cmi5 9.3, 10.2.2). Each at most once: `completed` and `passed` in a
 * registration, one of `passed` and `failed` in a session, and no `failed` once passed.
 * `passed` is due as soon as it is reached. `failed` ends the judging of its session, so it waits until the learner leaves: who
 * tries again before that can still pass. What an earlier session failed is not told a second time without a new attempt.
 */
export function listDueStatements({ completion, success, score, bestScore }: ModuleStanding, { launchMode, masteryScore, told, hasAttempted, isLeaving }: Situation): DueStatement[] {
  if (launchMode !== 'Normal') return [];
  const due: DueStatement[] = [];
  if (completion === 'completed' && !told.completed) due.push({ verb: 'completed' });
  if (told.passed || told.judgedInSession) return due;
  // A pass under an earlier, lower mastery score is none that this LMS would take.
  if (success === 'passed' && isConsistent(bestScore, (best) => best >= (masteryScore ?? 0))) due.push({ verb: 'passed', ...(bestScore !== undefined && { score: bestScore }) });
  if (success === 'failed' && isLeaving && (hasAttempted || !told.failed)) {
    // Who reached the score and failed by an unsafe choice: a score beside `failed` must be below the mastery score, so there is none.
    const below = [bestScore, score].find((candidate) => candidate !== undefined && isConsistent(candidate, (value) => masteryScore === undefined || value < masteryScore));
    due.push({ verb: 'failed', ...(below !== undefined && { score: below }) });
  }
  return due;
}

const isConsistent = (score: number | undefined, fits: (score: number) => boolean): boolean => score === undefined || fits(score);
