import { readScenarioGraph } from '../../course/scenario-graph.ts';
import { defineRule, type Finding } from '../rule.ts';

export const unreachableStep = defineRule('unreachable-step', 'error', 'Learners can come to every step.', ({ scenarios }) =>
  scenarios.flatMap((file) =>
    readScenarioGraph(file.scenario).unreachableSteps.map((id): Finding => [
      file,
      ['steps', file.scenario.steps.findIndex((step) => step.id === id), 'id'],
      `No route from the first step leads to the step "${id}", so no learner will ever see it.`,
      `Let a choice lead to it with "next: ${id}", or remove the step.`,
    ]),
  ),
);
