import type { TrackedCourse, TrackedModule, TrackedScenario } from '../../course/tracked-course.ts';
import { ActivityDefinitions } from '../lrs/activities.ts';
import { activityIds } from '../lrs/activity-ids.ts';
import { profileIds } from '../lrs/profile-ids.ts';
import type { ActivityDefinition } from '../lrs/statement.ts';

/** What the site publishes about an activity. */
export interface ActivityMetadata {
  /** The activity's IRI. */
  id: string;
  definition: ActivityDefinition;
}

/** A practice statement of a module: its number and the framework's words. */
export interface QuotedStatement {
  /** `<framework>/<element>/<n>` */
  id: string;
  text: string;
}

/**
 * The metadata of every activity that statements are about: frameworks, modules with their check, its questions, the reflection
 * and the practice statements, scenarios with their decisions.
 * @param statementsOf the practice statements that a module teaches.
 */
export function listActivityMetadata(course: TrackedCourse, statementsOf: (module: string) => readonly QuotedStatement[]): ActivityMetadata[] {
  const ids = activityIds(course.iriBase);
  const define = new ActivityDefinitions(course.language, profileIds(course.iriBase));
  const aboutModule = (module: TrackedModule): ActivityMetadata[] => [
    { id: ids.module(module.module).id, definition: define.module(module) },
    ...statementsOf(module.module).map(({ id, text }) => ({ id: `${course.iriBase}/${id}`, definition: define.practiceStatement(text) })),
    ...(module.check.length > 0 ? [{ id: ids.check(module.module).id, definition: define.check(module) }] : []),
    ...module.check.map((question) => ({ id: ids.question(module.module, question.id).id, definition: define.question(question) })),
    { id: ids.reflection(module.module).id, definition: define.reflection(module) },
  ];
  const aboutScenario = (scenario: TrackedScenario): ActivityMetadata[] => [
    { id: ids.scenario(scenario.id).id, definition: define.scenario(scenario) },
    ...scenario.steps.map((step) => ({ id: ids.decision(scenario.id, step.id).id, definition: define.decision(scenario, step) })),
  ];
  const frameworks = new Map(course.modules.map(({ module, frameworkTitle }) => [ids.framework(module).id, frameworkTitle]));
  return [...[...frameworks].map(([id, title]) => ({ id, definition: define.framework(title) })), ...course.modules.flatMap(aboutModule), ...course.scenarios.flatMap(aboutScenario)];
}
