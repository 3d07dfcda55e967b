import { readScenarioGraph, type ScenarioGraph } from '../course/scenario-graph.ts';
import type { Scenario } from '../course/scenario.ts';

const read = new WeakMap<Scenario, ScenarioGraph>();

/** The routes of a scenario. Kept: every rule about routes asks for them. */
export function routesOf(scenario: Scenario): ScenarioGraph {
  const graph = read.get(scenario) ?? readScenarioGraph(scenario);
  read.set(scenario, graph);
  return graph;
}
