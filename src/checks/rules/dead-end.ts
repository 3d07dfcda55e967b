import { routesOf } from '../routes-of.ts';
import { defineRule, type Finding } from '../rule.ts';

export const deadEnd = defineRule('dead-end', 'error', 'From every step learners can go on to an ending.', ({ scenarios }) =>
  scenarios.flatMap((file) =>
    routesOf(file.scenario).deadEnds.map((id): Finding => [
      file,
      ['steps', file.scenario.steps.findIndex((step) => step.id === id), 'id'],
      `Learners who come to the step "${id}" can't go on: none of its choices leads to anything that exists.`,
      'Let its choices lead to another step or to an ending.',
    ]),
  ),
);
