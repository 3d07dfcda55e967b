import { routesOf } from '../routes-of.ts';
import { defineRule, type Finding } from '../rule.ts';

export const unreachableEnding = defineRule('unreachable-ending', 'error', 'Learners can come to every ending.', ({ scenarios }) =>
  scenarios.flatMap((file) => {
    const { unreachableEndings, unknownNext } = routesOf(file.scenario);
    // A misspelt "next" cuts off what it meant to lead to: one mistake, one message.
    if (unknownNext.length > 0) return [];
    return unreachableEndings.map((id): Finding => [
      file,
      ['endings', file.scenario.endings.findIndex((ending) => ending.id === id), 'id'],
      `No route from the first step leads to the ending "${id}", so no learner will ever see it.`,
      `Let a choice lead to it with "next: ${id}", or remove the ending.`,
    ]);
  }),
);
