import type { CatalogueModule, CourseCatalogue } from './course-catalogue.ts';
import type { EventOf, LearnerEvent } from './learner-event.ts';
import { projectModule, type ModuleProgress } from './module-progress.ts';

/** A module that the learner began or completed. */
export type LearnedModule = Pick<CatalogueModule, 'module' | 'title' | 'framework'> & ModuleProgress;

/** What "My learning" shows, the latest first in every list. */
export interface MyLearning {
  /** Begun on a page of their own. A scenario done elsewhere counts for a module, but does not begin it. */
  inProgress: readonly LearnedModule[];
  completed: readonly LearnedModule[];
  /** Completions of modules that the site no longer offers: a record outlives a course. */
  noLongerOffered: readonly { module: string; completedAt: string; success: EventOf<'module-completed'>['success']; score?: number }[];
  /** The latest reflection on each module; without a title where the module is no longer offered. */
  reflections: readonly { module: string; title?: string; text: string; at: string }[];
}

/** Gathers what the learner did, over all modules. Events come oldest first. */
export function projectMyLearning(events: readonly LearnerEvent[], { modules }: CourseCatalogue): MyLearning {
  const titles = new Map(modules.map(({ module, title }) => [module, title]));
  const touched = new Set(events.flatMap((event) => ('module' in event ? [event.module] : event.type === 'scenario-ended' ? [event.scenario] : [])));
  const learned = modules
    .filter(({ module, requirements }) => touched.has(module) || requirements.scenarios.some(({ id }) => touched.has(id)))
    .map(({ module, title, framework, requirements }): LearnedModule => ({ module, title, framework, ...projectModule(events, { module, requirements }) }))
    .sort((a, b) => compareLatestFirst(a.lastAt, b.lastAt));
  return {
    inProgress: learned.filter(({ module, standing }) => standing.completion === 'incomplete' && touched.has(module)),
    completed: learned.filter(({ standing }) => standing.completion === 'completed'),
    noLongerOffered: listLatest(events.filter((event) => event.type === 'module-completed'))
      .filter(({ module }) => !titles.has(module))
      .map(({ module, at, success, score }) => ({ module, completedAt: at, success, ...(score !== undefined && { score }) })),
    reflections: listLatest(events.filter((event) => event.type === 'reflection-saved')).map(({ module, text, at }) => {
      const title = titles.get(module);
      return { module, text, at, ...(title !== undefined && { title }) };
    }),
  };
}

/** The latest event for each module, the latest first. */
function listLatest<Event extends { module: string; at: string }>(events: readonly Event[]): Event[] {
  return [...new Map(events.map((event) => [event.module, event])).values()].sort((a, b) => compareLatestFirst(a.at, b.at));
}

const compareLatestFirst = (a = '', b = ''): number => (a === b ? 0 : a < b ? 1 : -1);
