import { v5 as uuidOf } from 'uuid';
import type { TrackedCourse } from '../../course/tracked-course.ts';
import type { LearnerEvent } from '../../record/learner-event.ts';
import type { Enclose } from '../../record/outbox.ts';
import type { LaunchedModule } from './activity-ids.ts';
import { CourseSetting } from './course-setting.ts';
import { tellEntry } from './entry-statement.ts';
import { tellCheck, tellCompletion, tellReading, tellReflection, tellStart } from './module-statements.ts';
import { tellChoice, tellEnding } from './scenario-statements.ts';
import { moduleOf, type Told } from './told.ts';

export interface EncloseOptions {
  /** The LMS's, 0 to 1, which beats the modules' own. 0 is legal. */
  masteryScore?: number;
  /** Also what learners write in reflections. `false` where left out. */
  includeReflections?: boolean;
  /**
   * A cmi5 launch. The launched module goes by the launch's activity id, and its parts by ids below it; the permanent ids stand in
   * `contextActivities.other`. What cmi5 defines (`initialized`, `completed`, `passed`, `failed` of the module) is left to the session.
   */
  launch?: LaunchedModule;
}

/** The namespace of our statement ids. Never changes: the same event gives the same id on every device and in every edition of the site. */
const STATEMENTS = '2f5ee4ae-6b4a-5c8e-9a0b-7c7d1de3f0a1';

/**
 * Turns learner events into xAPI statements; see docs/xapi-profile.md for what each holds. Pure. Never fails: of what the course
 * does not know the statement says less. Ids are the UUIDv5 of the event's id, or of that and the statement's part in the event.
 */
export function encloseStatements(course: TrackedCourse, options: EncloseOptions = {}): Enclose {
  const setting = new CourseSetting(course, options.launch);
  return (event, earlier) => tell(setting, event, earlier, options).map(({ part, statement }) => ({ id: statementId(event.id, part), content: statement }));
}

export const statementId = (event: string, part = ''): string => uuidOf(part === '' ? event : `${event}/${part}`, STATEMENTS);

function tell(setting: CourseSetting, event: LearnerEvent, earlier: readonly LearnerEvent[], options: EncloseOptions): Told[] {
  const module = moduleOf(event, earlier) ?? options.launch?.module;
  if (options.launch) return tellEvent(setting, event, earlier, module, options);
  const named = 'module' in event ? event.module : undefined;
  const isStart = named !== undefined && !earlier.some((before) => 'module' in before && before.module === named);
  const start: Told[] = isStart ? [{ part: 'initialized', statement: tellStart(setting, named) }] : [];
  return [...start, ...tellEvent(setting, event, earlier, module, options)];
}

function tellEvent(setting: CourseSetting, event: LearnerEvent, earlier: readonly LearnerEvent[], module: string | undefined, { masteryScore, includeReflections = false, launch }: EncloseOptions): Told[] {
  const only = (statement: Told['statement']): Told[] => [{ part: '', statement }];
  switch (event.type) {
    case 'scenario-started':
      return [];
    case 'option-chosen':
      return only(tellChoice(setting, event, earlier, module));
    case 'scenario-ended':
      return only(tellEnding(setting, event, earlier, module));
    case 'check-submitted':
      return tellCheck(setting, event);
    case 'module-completed':
      return launch ? [] : tellCompletion(setting, event, earlier, masteryScore);
    case 'module-declared-read':
      return only(tellReading(setting, event));
    case 'reflection-saved':
      return only(tellReflection(setting, event, includeReflections));
    case 'entry-read':
      return only(tellEntry(setting, event));
  }
}
