import type { CourseCatalogue } from './course-catalogue.ts';
import type { LearnerEvent } from './learner-event.ts';
import { projectModule } from './module-progress.ts';
import { isFinished, listAttempts } from './scenario-progress.ts';

/** Where to go on. A scenario names the module on whose page it was started, where there was one. */
export type Continuation = { kind: 'scenario'; id: string; module?: string; at: string } | { kind: 'module'; id: string; at: string };

/** The latest thing that the learner began and has not finished, among what the site still offers. Events come oldest first. */
export function projectContinue(events: readonly LearnerEvent[], catalogue: CourseCatalogue): Continuation | undefined {
  const scenarios = new Set(catalogue.scenarios.map(({ id }) => id));
  const modules = new Map(catalogue.modules.map((module) => [module.module, module]));
  const attempts = listAttempts(events);
  const attemptById = new Map(attempts.map((attempt) => [attempt.attempt, attempt]));
  const latestOf = new Map(attempts.map((attempt) => [attempt.scenario, attempt]));
  const finishedModules = new Set<string>();

  for (const event of [...events].reverse()) {
    const attempt = 'scenario' in event ? attemptById.get(event.attempt) : undefined;
    const module = 'module' in event ? event.module : attempt?.started?.module;
    if (attempt && !isFinished(attempt) && latestOf.get(attempt.scenario) === attempt && scenarios.has(attempt.scenario)) {
      return { kind: 'scenario', id: attempt.scenario, at: attempt.lastAt, ...(module !== undefined && { module }) };
    }
    const course = module !== undefined && !finishedModules.has(module) ? modules.get(module) : undefined;
    if (!course) continue;
    if (projectModule(events, course).standing.completion === 'incomplete') return { kind: 'module', id: course.module, at: event.at };
    finishedModules.add(course.module);
  }
  return undefined;
}
