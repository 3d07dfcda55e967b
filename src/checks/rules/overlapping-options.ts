import { listStems } from '../../framework/word-stems.ts';
import { defineRule, type Finding } from '../rule.ts';

/** The share of their words of meaning that two options may have in common. */
const MAX_COMMON = 0.6;

/** An option that is made of the others. */
const TAKES_IN_OTHERS = /\b(?:do both|both of (?:these|the above)|(?:all|any|none|neither) of (?:these|the above)|a mix of (?:these|the above))\b/i;

export const overlappingOptions = defineRule('overlapping-options', 'warning', 'The options of a step are different things to do.', ({ scenarios }) =>
  scenarios.flatMap((file) =>
    file.scenario.steps.flatMap(({ options }, step) => {
      const stems = options.map(({ text }) => new Set(listStems(text)));
      return options.flatMap((option, index): Finding[] => {
        if (TAKES_IN_OTHERS.test(option.text)) return [[file, ['steps', step, 'options', index, 'text'], `"${option.id}" takes in other options, so they overlap.`, 'Let each option be one thing to do, which none of the others holds.']];
        const own = stems[index] ?? new Set();
        const other = stems.slice(0, index).findIndex((words) => shareInCommon(words, own) > MAX_COMMON);
        return other === -1 ? [] : [[file, ['steps', step, 'options', index, 'text'], `"${option.id}" and "${options[other]?.id}" say nearly the same.`, 'Let each option be another thing to do, or leave one out.']];
      });
    }),
  ),
);

function shareInCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  return a.intersection(b).size / a.union(b).size;
}
