import { routesOf } from '../routes-of.ts';
import { defineRule } from '../rule.ts';

export const loopWithoutExit = defineRule('loop-without-exit', 'error', 'No learner can be caught in a circle of steps.', ({ scenarios }) =>
  scenarios.flatMap((file) => {
    const loop = routesOf(file.scenario).loopsWithoutExit;
    const [first] = loop;
    if (first === undefined) return [];
    const named = loop.map((id) => `"${id}"`).join(', ');
    return [
      [
        file,
        ['steps', file.scenario.steps.findIndex((step) => step.id === first), 'id'],
        `Learners who come to ${loop.length === 1 ? `the step ${named}` : `one of the steps ${named}`} go round in a circle and never come to an ending.`,
        'Let at least one choice in the circle lead to an ending.',
      ],
    ];
  }),
);
