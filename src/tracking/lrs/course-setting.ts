import type { TrackedCourse, TrackedModule, TrackedScenario } from '../../course/tracked-course.ts';
import { ActivityDefinitions } from './activities.ts';
import { activityIds, type ActivityId, type ActivityIds, type LaunchedModule } from './activity-ids.ts';
import { profileIds, type ProfileIds, type ResultExtension } from './profile-ids.ts';
import type { Activity, ActivityDefinition, Context, Extensions, Json, Result, StatementDraft, Verb } from './statement.ts';
import { ACTIVITY_TYPES } from './vocabulary.ts';

/** An activity with what is known of it. */
export interface Described {
  id: ActivityId;
  definition: ActivityDefinition;
}

/** What all statements of a page are made with: the look-ups, the ids, the words. */
export class CourseSetting {
  readonly ids: ActivityIds;
  readonly define: ActivityDefinitions;
  readonly #profile: ProfileIds;
  readonly #language: string;
  readonly #modules: ReadonlyMap<string, TrackedModule>;
  readonly #scenarios: ReadonlyMap<string, TrackedScenario>;

  constructor({ iriBase, language, modules, scenarios }: TrackedCourse, launch?: LaunchedModule) {
    this.ids = activityIds(iriBase, launch);
    this.#profile = profileIds(iriBase);
    this.define = new ActivityDefinitions(language, this.#profile);
    this.#language = language;
    this.#modules = new Map(modules.map((module) => [module.module, module]));
    this.#scenarios = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  }

  findModule(module: string): TrackedModule | undefined {
    return this.#modules.get(module);
  }

  findScenario(scenario: string): TrackedScenario | undefined {
    return this.#scenarios.get(scenario);
  }

  framework(module: string): Described {
    return { id: this.ids.framework(module), definition: this.define.framework(this.findModule(module)?.frameworkTitle) };
  }

  module(module: string): Described {
    return { id: this.ids.module(module), definition: this.define.module(this.findModule(module)) };
  }

  scenario(scenario: string): Described {
    return { id: this.ids.scenario(scenario), definition: this.define.scenario(this.findScenario(scenario)) };
  }

  check(module: string): Described {
    return { id: this.ids.check(module), definition: this.define.check(this.findModule(module)) };
  }

  /** Result extensions by IRI, without those that are left out; `undefined` where none is there. */
  extend(values: Readonly<Partial<Record<ResultExtension, Json | undefined>>>): Extensions | undefined {
    const present = Object.entries(values).filter((entry): entry is [ResultExtension, Json] => entry[1] !== undefined);
    return present.length > 0 ? Object.fromEntries(present.map(([name, value]) => [this.#profile.extension(name), value])) : undefined;
  }

  /** A statement, but for who did it and when. `parent` is what the object is a part of, `grouping` what that belongs to in turn. */
  draft(told: { verb: Verb; object: Described; result?: Result; parent?: Described | undefined; grouping?: readonly Described[]; extensions?: Extensions }): StatementDraft {
    const { verb, object, result, parent, grouping = [], extensions } = told;
    const around = [...(parent ? [parent] : []), ...grouping];
    const renamed = [object, ...around].filter(({ id }) => id.id !== id.permanent);
    const context: Context = {
      language: this.#language,
      contextActivities: {
        ...(parent && { parent: [refer(parent)] }),
        ...(grouping.length > 0 && { grouping: grouping.map(refer) }),
        category: [{ id: this.#profile.version, definition: { type: ACTIVITY_TYPES.profile } }],
        // Whoever asks the LRS for the permanent id finds what was done in a launch, too.
        ...(renamed.length > 0 && { other: renamed.map(({ id, definition: { type } }) => ({ id: id.permanent, ...(type !== undefined && { definition: { type } }) })) }),
      },
      ...(extensions && { extensions }),
    };
    return { verb, object: { objectType: 'Activity', id: object.id.id, definition: object.definition }, ...(result && Object.keys(result).length > 0 && { result }), context };
  }
}

/** In a context the kind and the name are enough: the rest stands where the activity is the object. */
function refer({ id, definition: { type, name } }: Described): Activity {
  return { id: id.id, definition: { ...(type !== undefined && { type }), ...(name && { name }) } };
}
