import { defineRule, type Finding } from '../rule.ts';

/** Longest to shortest, in characters. */
const MAX_RATIO = 1.4;
/** Short options may differ by a word. */
const MAX_DIFFERENCE = 20;

export const unevenOptions = defineRule('uneven-options', 'warning', `The longest option of a step is at most ${MAX_RATIO} times as long as the shortest.`, ({ scenarios }) =>
  scenarios.flatMap((file) =>
    file.scenario.steps.flatMap(({ id, options }, step): Finding[] => {
      const lengths = options.map(({ text }) => text.length);
      const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
      if (most <= least * MAX_RATIO || most - least <= MAX_DIFFERENCE) return [];
      const longest = lengths.indexOf(most);
      return [[file, ['steps', step, 'options', longest, 'text'], `In the step "${id}" the longest option has ${most} characters and the shortest, "${options[lengths.indexOf(least)]?.id}", ${least}: length should tell nothing.`, 'Give all options of a step about the same detail.']];
    }),
  ),
);
