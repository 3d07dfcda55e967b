import { findBias } from '../option-bias.ts';
import { defineRule } from '../rule.ts';

/** More options than this a step cannot have. */
const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];

// Learners meet options shuffled; on paper and in a workshop they stand as they are written.
export const strongOptionPosition = defineRule('strong-option-position', 'warning', 'Strong options stand in every place of the list about as often as chance gives, in a scenario and over the library.', ({ scenarios }) =>
  PLACES.flatMap((place, index) =>
    findBias(scenarios, {
      standsOut: ({ options }) => options[index],
      words: `the ${place} in the list`,
      hint: 'Move some strong options to another place. Ids stay as they are, so records are not touched.',
      inOneScenario: true,
    }),
  ),
);
