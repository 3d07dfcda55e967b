import { judgeModule, type LaunchMode, type Milestone, type ModuleRequirements, type ModuleStanding } from '../course/completion.ts';
import type { CatalogueModule } from './course-catalogue.ts';
import type { LearnerEvent, LearnerEventInput } from './learner-event.ts';

export interface ModuleProgress {
  standing: ModuleStanding;
  /** The first and the latest thing done that counts for this module; absent where there is none. */
  startedAt?: string;
  lastAt?: string;
  /** The latest reflection. */
  reflection?: { text: string; at: string };
}

type ModuleInCourse = Pick<CatalogueModule, 'module' | 'requirements'>;

/** Where the learner stands in one module. A scenario counts for every module that asks for it, on whichever page it was done. Events come oldest first. */
export function projectModule(events: readonly LearnerEvent[], { module, requirements }: ModuleInCourse, options: { launchMode?: LaunchMode } = {}): ModuleProgress {
  const own = events.filter((event) => isAboutModule(event, module, requirements));
  const standing = judgeModule(requirements, listMilestones(own), options);
  const reflection = own.findLast((event) => event.type === 'reflection-saved');
  const [first] = own;
  const last = own.at(-1);
  return {
    standing,
    ...(first && last && { startedAt: first.at, lastAt: last.at }),
    ...(reflection && { reflection: { text: reflection.text, at: reflection.at } }),
  };
}

function isAboutModule(event: LearnerEvent, module: string, requirements: ModuleRequirements): boolean {
  if ('module' in event && event.module === module) return true;
  return event.type === 'scenario-ended' && requirements.scenarios.some(({ id }) => id === event.scenario);
}

/** What in these events can move a module on. */
function listMilestones(events: readonly LearnerEvent[]): Milestone[] {
  const endedAttempts = new Set<string>();
  return events.flatMap((event): Milestone[] => {
    const { at } = event;
    switch (event.type) {
      case 'scenario-ended':
        if (endedAttempts.has(event.attempt)) return [];
        endedAttempts.add(event.attempt);
        return [{ type: event.type, at, scenario: event.scenario, edition: event.edition, decisions: event.route.map(({ judgement }) => judgement) }];
      case 'check-submitted':
        return [{ type: event.type, at, edition: event.edition, correct: event.answers.map(({ correct }) => correct) }];
      case 'module-declared-read':
        return [{ type: 'declared-read', at, edition: event.edition }];
      case 'module-completed':
        return [{ type: event.type, at, success: event.success, parts: event.parts, ...(event.score !== undefined && { score: event.score }) }];
      default:
        return [];
    }
  });
}

/**
 * The event that puts a completion on record, where these events complete or pass the module and none says so yet. Once it is
 * there, completed and passed hold whatever the module asks for in later editions.
 */
export function findCompletionToRecord(events: readonly LearnerEvent[], course: ModuleInCourse): LearnerEventInput | undefined {
  const { completion, success, bestScore, doneEditions } = projectModule(events, course).standing;
  if (completion === 'incomplete') return undefined;
  if (events.some((event) => event.type === 'module-completed' && event.module === course.module && event.success === success)) return undefined;
  const parts = { statements: course.requirements.statementsEdition, ...doneEditions };
  return { type: 'module-completed', module: course.module, success, parts, ...(bestScore !== undefined && { score: bestScore }) };
}
