import type { TrackedCourse, TrackedModule, TrackedScenario } from '../../course/tracked-course.ts';
import { ActivityDefinitions } from '../lrs/activities.ts';
import { activityIds } from '../lrs/activity-ids.ts';
import { profileIds } from '../lrs/profile-ids.ts';
import type { ActivityDefinition, Json } from '../lrs/statement.ts';

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
 * The metadata of every framework, module and scenario. Decisions stand in their scenario's; the knowledge check, its questions,
 * the reflection and the practice statements in their module's, as an extension: one file for each page instead of ten.
 * @param statementsOf the practice statements that a module teaches.
 */
export function listActivityMetadata(course: TrackedCourse, statementsOf: (module: string) => readonly QuotedStatement[]): ActivityMetadata[] {
  const profile = profileIds(course.iriBase);
  const ids = activityIds(course.iriBase);
  const define = new ActivityDefinitions(course.language, profile);
  const parts = (definitions: readonly (readonly [id: string, definition: ActivityDefinition])[]): Pick<ActivityDefinition, 'extensions'> =>
    definitions.length > 0 ? { extensions: { [profile.extension('parts')]: Object.fromEntries(definitions) as unknown as Json } } : {};

  const aboutModule = (module: TrackedModule): ActivityMetadata => ({
    id: ids.module(module.module).id,
    definition: {
      ...define.module(module),
      ...parts([
        ...statementsOf(module.module).map(({ id, text }) => [`${course.iriBase}/${id}`, define.practiceStatement(text)] as const),
        ...(module.check.length > 0 ? [[ids.check(module.module).id, define.check(module)] as const] : []),
        ...module.check.map((question) => [ids.question(module.module, question.id).id, define.question(question)] as const),
        [ids.reflection(module.module).id, define.reflection(module)],
      ]),
    },
  });
  const aboutScenario = (scenario: TrackedScenario): ActivityMetadata => ({
    id: ids.scenario(scenario.id).id,
    definition: { ...define.scenario(scenario), ...parts(scenario.steps.map((step) => [ids.decision(scenario.id, step.id).id, define.decision(scenario, step)])) },
  });
  const frameworks = new Map(course.modules.map(({ module, frameworkTitle }) => [ids.framework(module).id, frameworkTitle]));
  return [
    ...[...frameworks].map(([id, title]) => ({ id, definition: define.framework(title) })),
    ...course.modules.map(aboutModule),
    ...course.scenarios.map(aboutScenario),
  ];
}
