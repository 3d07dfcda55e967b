import { listRequiredParts, type ModuleStanding } from '../../course/completion.ts';
import { roundScore } from '../../course/scoring.ts';
import type { TrackedModule } from '../../course/tracked-course.ts';
import type { LearnerEvent } from '../../record/learner-event.ts';
import { projectModule } from '../../record/module-progress.ts';

/** Where a learner stands in all that one package holds. */
export interface PackageStanding {
  completion: 'incomplete' | 'completed';
  success: 'unknown' | 'passed' | 'failed';
  /** Scaled, four decimals. Absent until the package is completed: an LMS may take any score for a result. */
  score?: number;
  /** The share of what is required that is done, 0 to 1; below 1 until the package is completed. */
  progress: number;
}

/**
 * One module: as the completion contract judges it. Several: completed when all are, passed when all that can be passed are,
 * failed when one of those is; the score is the mean of the modules' best scores, each counting once however long it is.
 * A learner so never passes a package by doing well in one module what another one still asks for.
 * @param masteryScore the LMS's, in place of the modules' own.
 */
export function judgePackage(modules: readonly TrackedModule[], events: readonly LearnerEvent[], masteryScore: number | undefined): PackageStanding {
  const judged = modules.map(({ module, requirements }) => {
    const asked = { ...requirements, ...(masteryScore !== undefined && { masteryScore }) };
    const parts = listRequiredParts(asked);
    return { standing: projectModule(events, { module, requirements: asked }).standing, parts, canBePassed: !parts.includes('statements') };
  });
  const parts = judged.reduce((sum, module) => sum + module.parts.length, 0);
  const left = judged.reduce((sum, { standing }) => sum + standing.remaining.length, 0);
  if (judged.length === 0 || judged.some(({ standing }) => standing.completion === 'incomplete')) return { completion: 'incomplete', success: 'unknown', progress: parts === 0 ? 0 : roundScore((parts - left) / parts) };
  const passable = judged.filter(({ canBePassed }) => canBePassed).map(({ standing }) => standing);
  const scores = passable.flatMap(({ bestScore }) => bestScore ?? []);
  return { completion: 'completed', success: judgeTogether(passable), progress: 1, ...(scores.length > 0 && { score: roundScore(scores.reduce((sum, score) => sum + score, 0) / scores.length) }) };
}

function judgeTogether(standings: readonly ModuleStanding[]): PackageStanding['success'] {
  if (standings.length === 0) return 'unknown';
  if (standings.some(({ success }) => success === 'failed')) return 'failed';
  return standings.every(({ success }) => success === 'passed') ? 'passed' : 'unknown';
}

/**
 * Whether a score may be told. An LMS that has a mastery score compares it and overrules the status that it was told: a high
 * score with an unsafe choice in it would become a pass.
 */
export const isScoreSafe = ({ success, score }: PackageStanding, masteryScore: number | undefined): boolean => score !== undefined && (masteryScore === undefined || success === (score >= masteryScore ? 'passed' : 'failed'));
