import { bestChoices } from '../../course/scenario-graph.ts';
import type { Labelled, TrackedModule, TrackedQuestion, TrackedScenario } from '../../course/tracked-course.ts';
import type { ProfileIds } from './profile-ids.ts';
import type { ActivityDefinition, InteractionComponent, LanguageMap } from './statement.ts';
import { ACTIVITY_TYPES } from './vocabulary.ts';

/**
 * What activities are, in statements and in the metadata that the site publishes: one source, so that they agree. What the page
 * does not know (of another edition, or of a module that is elsewhere) is left out; the type always stands.
 */
export class ActivityDefinitions {
  readonly #language: string;
  readonly #profile: ProfileIds;

  /** @param language of the texts, as HTML's `lang`. */
  constructor(language: string, profile: ProfileIds) {
    this.#language = language;
    this.#profile = profile;
  }

  framework(title: string | undefined): ActivityDefinition {
    return { type: ACTIVITY_TYPES.framework, ...this.#name(title) };
  }

  module(module: TrackedModule | undefined): ActivityDefinition {
    return { type: ACTIVITY_TYPES.module, ...this.#name(module?.title), ...this.#description(module?.description) };
  }

  scenario(scenario: TrackedScenario | undefined): ActivityDefinition {
    return { type: ACTIVITY_TYPES.scenario, ...this.#name(scenario?.title) };
  }

  /** The pattern names each strong option, as practitioners may be of two minds; where none is strong, the acceptable ones. @param step of this scenario. */
  decision(scenario: TrackedScenario | undefined, step: TrackedScenario['steps'][number] | undefined): ActivityDefinition {
    const definition: ActivityDefinition = { type: ACTIVITY_TYPES.interaction, interactionType: 'choice' };
    if (!scenario || !step) return definition;
    const best = bestChoices(step.options).map(({ id }) => id).filter(isPlainId);
    return {
      ...definition,
      ...this.#name(`${scenario.title}: ${step.question}`),
      ...this.#description(step.question),
      ...(best.length > 0 && { correctResponsesPattern: [...new Set(best)] }),
      ...this.#components('choices', step.options),
    };
  }

  check(module: TrackedModule | undefined): ActivityDefinition {
    return { type: ACTIVITY_TYPES.check, ...this.#name(module && `Knowledge check: ${module.title}`) };
  }

  question(question: TrackedQuestion | undefined): ActivityDefinition {
    const type = ACTIVITY_TYPES.interaction;
    if (!question) return { type };
    const asked = { type, ...this.#name(question.question), ...this.#description(question.question), correctResponsesPattern: [question.correct] };
    switch (question.form) {
      case 'choice':
        return { ...asked, interactionType: 'choice', ...this.#components('choices', question.options) };
      case 'match':
        return { ...asked, interactionType: 'matching', ...this.#components('source', question.rows), ...this.#components('target', question.choices) };
      case 'order':
        return { ...asked, interactionType: 'sequencing', ...this.#components('choices', question.steps) };
    }
  }

  reflection(module: TrackedModule | undefined): ActivityDefinition {
    return { type: this.#profile.activityType('reflection'), ...this.#name(module && `Reflection: ${module.title}`) };
  }

  practiceStatement(text?: string): ActivityDefinition {
    return { type: this.#profile.activityType('practice-statement'), ...this.#name(text) };
  }

  page(): ActivityDefinition {
    return { type: ACTIVITY_TYPES.page };
  }

  #say(text: string): LanguageMap {
    return { [this.#language]: text };
  }

  #name(text: string | undefined): { name?: LanguageMap } {
    return text ? { name: this.#say(text) } : {};
  }

  #description(text: string | undefined): { description?: LanguageMap } {
    return text ? { description: this.#say(text) } : {};
  }

  /** xAPI asks for ids that are distinct and hold no white space; neither LRSs nor validators notice others. */
  #components(name: 'choices' | 'source' | 'target', things: readonly Labelled[]): Partial<Record<typeof name, readonly InteractionComponent[]>> {
    const byId = new Map(things.filter(({ id }) => isPlainId(id)).map(({ id, text }) => [id, { id, description: this.#say(text) }]));
    return byId.size > 0 ? { [name]: [...byId.values()] } : {};
  }
}

const isPlainId = (id: string): boolean => id !== '' && !/\s/.test(id);
