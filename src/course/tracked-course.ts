import { showLabel } from '../framework/show-label.ts';
import type { CheckQuestion } from './check/question.ts';
import type { ModuleRequirements } from './completion.ts';
import { editionOf } from './edition.ts';
import type { Judgement } from './judgement.ts';
import type { Lesson } from './lesson.ts';
import { listRequirements } from './module-requirements.ts';
import type { Scenario } from './scenario.ts';

/** What reporting to an LMS or LRS has to know of the modules and scenarios on a page. Plain data, which a page carries as JSON. */
export interface TrackedCourse {
  /** Start of every activity IRI. */
  iriBase: string;
  /** As HTML's `lang`. */
  language: string;
  modules: readonly TrackedModule[];
  /** Each scenario that the modules ask for or that the page shows, once. */
  scenarios: readonly TrackedScenario[];
}

export interface TrackedModule {
  /** `<framework>/<element>` */
  module: string;
  title: string;
  /** Why anybody takes it, in a sentence. */
  description: string;
  frameworkTitle: string;
  requirements: ModuleRequirements;
  /** In the order of the page; empty where there is no knowledge check. */
  check: readonly TrackedQuestion[];
}

export interface TrackedScenario {
  id: string;
  title: string;
  edition: string;
  steps: readonly { id: string; question: string; options: readonly { id: string; text: string; judgement: Judgement; next: string }[] }[];
  endings: readonly { id: string; title: string }[];
}

/** A knowledge-check question as interactions describe it. `correct` is in the form that records hold; see `check/response.ts`. */
export type TrackedQuestion = { id: string; question: string; correct: string } & (
  | { form: 'choice'; options: readonly Labelled[] }
  | { form: 'match'; rows: readonly Labelled[]; choices: readonly Labelled[] }
  | { form: 'order'; steps: readonly Labelled[] }
);
export interface Labelled {
  id: string;
  text: string;
}

export function trackScenario(scenario: Scenario): TrackedScenario {
  return {
    id: scenario.id,
    title: scenario.title,
    edition: editionOf(scenario),
    steps: scenario.steps.map(({ id, question, options }) => ({ id, question, options: options.map(({ id: option, text, judgement, next }) => ({ id: option, text, judgement, next })) })),
    endings: scenario.endings.map(({ id, title }) => ({ id, title })),
  };
}

/** Modules under the titles that their pages show, with the scenarios that they ask for. */
export function trackCourse(lessons: readonly Lesson[], { iriBase, language }: Pick<TrackedCourse, 'iriBase' | 'language'>): TrackedCourse {
  const scenarios = new Map(lessons.flatMap((lesson) => lesson.scenarios).map((scenario) => [scenario.id, scenario]));
  return {
    iriBase,
    language,
    modules: lessons.map((lesson) => trackModule(lesson, { title: showLabel(lesson.module.title), frameworkTitle: showLabel(lesson.framework.title) })),
    scenarios: [...scenarios.values()].map(trackScenario),
  };
}

/** @param title and @param frameworkTitle as the page shows them. */
export function trackModule(lesson: Lesson, { title, frameworkTitle }: { title: string; frameworkTitle: string }): TrackedModule {
  return {
    module: `${lesson.framework.id}/${lesson.element.id}`,
    title,
    description: lesson.module.objectives[0] ?? title,
    frameworkTitle,
    requirements: listRequirements(lesson),
    check: lesson.questions.map(trackQuestion),
  };
}

function trackQuestion(asked: CheckQuestion): TrackedQuestion {
  const { id, question, correctResponse: correct } = asked;
  switch (asked.form) {
    case 'choice':
      return { id, question, correct, form: 'choice', options: asked.options.map(({ id: option, text }) => ({ id: option, text })) };
    case 'match':
      return { id, question, correct, form: 'match', rows: asked.rows.map((row) => ({ id: row.id, text: row.quotation.statement.text })), choices: asked.choices.map(({ id: choice, label }) => ({ id: choice, text: label })) };
    case 'order':
      return { id, question, correct, form: 'order', steps: asked.steps.map(({ id: step, text }) => ({ id: step, text })) };
  }
}
