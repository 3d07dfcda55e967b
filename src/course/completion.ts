import type { Judgement } from './judgement.ts';
import { roundScore, scoreAnswers } from './scoring.ts';

/** What counts as mastered where neither the module nor the LMS says otherwise. */
export const DEFAULT_MASTERY_SCORE = 0.7;

/** As cmi5 spells them. In Browse and Review nothing is recorded. */
export type LaunchMode = 'Normal' | 'Browse' | 'Review';

/** One part of a module: a scenario, the knowledge check, or the practice statements themselves. */
export type ModulePart = `scenario:${string}` | 'check' | 'statements';

export const scenarioPart = (scenario: string): ModulePart => `scenario:${scenario}`;

/** What a module asks of a learner as it stands today. Editions come from `editionOf`. */
export interface ModuleRequirements {
  scenarios: readonly { id: string; edition: string }[];
  /** Left out, or with no items: the module has no knowledge check. */
  check?: { items: number; edition: string };
  /** The edition of the practice statements that the module teaches. */
  statementsEdition: string;
  /** 0 to 1; 0.7 where left out. 0 is legal. */
  masteryScore?: number;
}

/** Something the learner finished that can move a module on. `at` is ISO 8601 in UTC. */
export type Milestone = { at: string } & (
  | { type: 'scenario-ended'; scenario: string; edition: string; decisions: readonly Judgement[] }
  | { type: 'check-submitted'; edition: string; correct: readonly boolean[] }
  | { type: 'declared-read'; edition: string }
  | ({ type: 'module-completed' } & Completion)
);

/** A completion as it stood when it was reached; it holds whatever the module asks for later. */
export interface Completion {
  success: 'unknown' | 'passed' | 'failed';
  /** The best so far. Scaled, four decimals. */
  score?: number;
  /** Which edition of each part the learner did. */
  parts: Readonly<Partial<Record<ModulePart, string>>>;
}

/** Where a learner stands in a module. */
export interface ModuleStanding {
  /** `false` in Browse and Review: then nothing may be stored or sent. */
  isRecorded: boolean;
  completion: 'incomplete' | 'completed';
  success: 'unknown' | 'passed' | 'failed';
  /** The score of the latest answers, to show. Scaled, four decimals; absent until the module was completed once. */
  score?: number;
  /** The best score so far, to report. */
  bestScore?: number;
  /** What is left to do before the module is completed, in the module's order. */
  remaining: readonly ModulePart[];
  /** What changed since the learner did it, and what was added since the learner completed the module. */
  changedParts: readonly ModulePart[];
  /** An unsafe choice stands on the last finished route of a required scenario. */
  unsafeOnLastRoute: boolean;
  /** When the module was first completed. */
  completedAt?: string;
  passedAt?: string;
  /** Which edition of each part the learner did last. */
  doneEditions: Readonly<Partial<Record<ModulePart, string>>>;
}

interface Progress {
  decisions: Map<string, readonly Judgement[]>;
  correct: readonly boolean[];
  doneEditions: Map<ModulePart, string>;
  completedAt?: string;
  passedAt?: string;
  success: 'unknown' | 'passed' | 'failed';
  score?: number;
  bestScore?: number;
}

/**
 * The completion contract (design §5): the one place that says when a module is completed and passed.
 * Milestones come oldest first, because completed and passed hold once they are reached.
 * A part counts whatever edition of it the learner did: a corrected word must not undo anyone's work.
 */
export function judgeModule(requirements: ModuleRequirements, milestones: readonly Milestone[], { launchMode = 'Normal' }: { launchMode?: LaunchMode } = {}): ModuleStanding {
  const isRecorded = launchMode === 'Normal';
  const progress: Progress = { decisions: new Map(), correct: [], doneEditions: new Map(), success: 'unknown' };
  for (const milestone of isRecorded ? milestones : []) {
    takeIn(progress, milestone);
    if (milestone.type !== 'module-completed') settle(progress, requirements, milestone.at);
  }
  const { completedAt, passedAt, score, bestScore } = progress;
  const isCompleted = completedAt !== undefined;
  return {
    isRecorded,
    completion: isCompleted ? 'completed' : 'incomplete',
    success: progress.success,
    ...(score !== undefined && { score }),
    ...(bestScore !== undefined && { bestScore }),
    remaining: isCompleted ? [] : findUndone(requirements, progress),
    changedParts: findChanged(requirements, progress),
    unsafeOnLastRoute: hasUnsafeChoice(requirements, progress),
    ...(isCompleted && { completedAt }),
    ...(passedAt !== undefined && { passedAt }),
    doneEditions: Object.fromEntries(progress.doneEditions),
  };
}

function takeIn(progress: Progress, milestone: Milestone): void {
  switch (milestone.type) {
    case 'scenario-ended':
      progress.decisions.set(milestone.scenario, milestone.decisions);
      progress.doneEditions.set(scenarioPart(milestone.scenario), milestone.edition);
      return;
    case 'check-submitted':
      progress.correct = milestone.correct;
      progress.doneEditions.set('check', milestone.edition);
      return;
    case 'declared-read':
      progress.doneEditions.set('statements', milestone.edition);
      return;
    case 'module-completed': {
      const { score: shown } = progress;
      for (const [part, edition] of Object.entries(milestone.parts)) {
        if (edition !== undefined) progress.doneEditions.set(part as ModulePart, edition);
      }
      latch(progress, milestone.at, milestone.success, milestone.score);
      // The score on record is the best of its time; the latest stays the one to show.
      if (shown !== undefined) progress.score = shown;
    }
  }
}

function settle(progress: Progress, requirements: ModuleRequirements, at: string): void {
  if (findUndone(requirements, progress).length > 0) return;
  const score = scoreAnswers(
    [...new Set(requirements.scenarios.map(({ id }) => id))].flatMap((id) => progress.decisions.get(id) ?? []),
    hasCheck(requirements) ? progress.correct : [],
  );
  if (score === undefined) return latch(progress, at, 'unknown', undefined);
  const isMastered = score >= roundScore(requirements.masteryScore ?? DEFAULT_MASTERY_SCORE);
  latch(progress, at, isMastered && !hasUnsafeChoice(requirements, progress) ? 'passed' : 'failed', score);
}

/** Completed stays completed, passed stays passed, the best score stays; the score shown is the latest. */
function latch(progress: Progress, at: string, success: Progress['success'], score: number | undefined): void {
  progress.completedAt ??= at;
  if (success === 'passed') progress.passedAt ??= at;
  if (success !== 'unknown' && progress.success !== 'passed') progress.success = success;
  if (score === undefined) return;
  progress.score = score;
  progress.bestScore = Math.max(progress.bestScore ?? score, score);
}

const hasCheck = ({ check }: ModuleRequirements): boolean => check !== undefined && check.items > 0;

const hasUnsafeChoice = (requirements: ModuleRequirements, { decisions }: Progress): boolean =>
  requirements.scenarios.some(({ id }) => decisions.get(id)?.includes('unsafe') ?? false);

/** The parts to finish before a module is completed, in the module's order. A module with nothing to answer is read. */
export function listRequiredParts(requirements: ModuleRequirements): readonly ModulePart[] {
  const parts: ModulePart[] = [...new Set(requirements.scenarios.map(({ id }) => scenarioPart(id)))];
  if (hasCheck(requirements)) parts.push('check');
  return parts.length > 0 ? parts : ['statements'];
}

const findUndone = (requirements: ModuleRequirements, { doneEditions }: Progress): readonly ModulePart[] =>
  listRequiredParts(requirements).filter((part) => !doneEditions.has(part));

function findChanged(requirements: ModuleRequirements, { doneEditions, completedAt }: Progress): readonly ModulePart[] {
  const current = new Map<ModulePart, string>(requirements.scenarios.map(({ id, edition }) => [scenarioPart(id), edition]));
  if (requirements.check && hasCheck(requirements)) current.set('check', requirements.check.edition);
  current.set('statements', requirements.statementsEdition);
  return [...current].flatMap(([part, edition]) => {
    const done = doneEditions.get(part);
    // Records that name no edition of the statements can't tell whether these changed.
    if (done === undefined) return completedAt !== undefined && part !== 'statements' ? [part] : [];
    return done === edition ? [] : [part];
  });
}
