import type { ScenarioOption, ScenarioStep } from '../../course/scenario.ts';
import { findBias } from '../option-bias.ts';
import { defineRule } from '../rule.ts';

export const strongOptionLongest = defineRule('strong-option-longest', 'warning', 'Strong options are the longest no more often than chance allows, in a scenario and over the library.', ({ scenarios }) =>
  findBias(scenarios, {
    standsOut: findLongest,
    words: 'the longest',
    hint: 'Shorten some strong options, or give the others the same detail.',
    inOneScenario: true,
  }),
);

/** `undefined` where two are the longest. */
function findLongest({ options }: ScenarioStep): ScenarioOption | undefined {
  const most = Math.max(...options.map(({ text }) => text.length));
  const longest = options.filter(({ text }) => text.length === most);
  return longest.length === 1 ? longest[0] : undefined;
}
