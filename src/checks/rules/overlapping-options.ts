import { listStems } from '../../framework/word-stems.ts';
import { defineRule, type Finding } from '../rule.ts';

/** The share of their words of meaning that two options may have in common. */
const MAX_COMMON = 0.6;

export const overlappingOptions = defineRule('overlapping-options', 'warning', 'The options of a step are different things to do.', ({ scenarios }) =>
  scenarios.flatMap((file) =>
    file.scenario.steps.flatMap(({ options }, step) => {
      const stems = options.map(({ text }) => new Set(listStems(text)));
      return options.flatMap((option, index): Finding[] => {
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
