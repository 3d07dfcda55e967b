import { routesOf } from '../routes-of.ts';
import { defineRule, type Finding } from '../rule.ts';

export const unreachableStep = defineRule('unreachable-step', 'error', 'Learners can come to every step.', ({ scenarios }) =>
  scenarios.flatMap((file) => {
    const { unreachableSteps, unknownNext } = routesOf(file.scenario);
    // A misspelt "next" cuts off what it meant to lead to: one mistake, one message.
    if (unknownNext.length > 0) return [];
    return unreachableSteps.map((id): Finding => [
      file,
      ['steps', file.scenario.steps.findIndex((step) => step.id === id), 'id'],
      `No route from the first step leads to the step "${id}", so no learner will ever see it.`,
      `Let a choice lead to it with "next: ${id}", or remove the step.`,
    ]);
  }),
);
