import { routesOf } from '../routes-of.ts';
import { suggest } from '../nearest.ts';
import { defineRule, type Finding } from '../rule.ts';

export const unknownNext = defineRule('unknown-next', 'error', 'Every choice leads to a step or an ending of its scenario.', ({ scenarios }) =>
  scenarios.flatMap((file) => {
    const { steps, endings } = file.scenario;
    const places = [...steps, ...endings].map(({ id }) => id);
    return routesOf(file.scenario).unknownNext.map(({ step, stepIndex, option, optionIndex, next }): Finding => [
      file,
      ['steps', stepIndex, 'options', optionIndex, 'next'],
      `The choice "${option}" of the step "${step}" leads to "${next}", which is neither a step nor an ending.`,
      suggest(next, places.filter((id) => id !== step), 'Write the id of a step or of an ending.'),
    ]);
  }),
);
