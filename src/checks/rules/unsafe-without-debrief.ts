import { routesOf } from '../routes-of.ts';
import { defineRule, type Finding } from '../rule.ts';

export const unsafeWithoutDebrief = defineRule('unsafe-without-debrief', 'error', 'An ending, and with it the debrief, can follow every unsafe choice.', ({ scenarios }) =>
  scenarios.flatMap((file) =>
    routesOf(file.scenario).unsafeWithoutEnding.map(({ step, stepIndex, option, optionIndex }): Finding => [
      file,
      ['steps', stepIndex, 'options', optionIndex, 'next'],
      `After the unsafe choice "${option}" of the step "${step}" no ending can be reached, so learners would not read what could have happened to the child.`,
      'Let the choice lead to an ending, or to a step from which one can be reached.',
    ]),
  ),
);
