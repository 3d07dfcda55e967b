import type { Element } from '../framework/framework.ts';
import { rankScenarios } from '../course/library.ts';
import type { Scenario } from '../course/scenario.ts';
import { matchScenarios, type MatchInput, type SharedMatch } from './match-scenarios.ts';

/** Where the scenarios of a framework's modules come from. */
export interface ScenarioSurvey {
  /** By element id: the scenarios that were written for it, the fittest first. */
  own: Map<string, Scenario[]>;
  /** By element id: what stands in from the shared library where there is none. */
  shared: Map<string, SharedMatch>;
  /** The elements that nothing in the library fits: the first ones to write a scenario for. */
  toWrite: Element[];
}

export function surveyScenarios(input: MatchInput): ScenarioSurvey {
  const { elements } = input.framework;
  const own = new Map(elements.map((element) => [element.id, rankScenarios(input.scenarios, element)] as const).filter(([, scenarios]) => scenarios.length > 0));
  const shared = matchScenarios(input, elements.filter(({ id }) => !own.has(id)));
  return { own, shared, toWrite: elements.filter(({ id }) => !own.has(id) && !shared.has(id)) };
}
