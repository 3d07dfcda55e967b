import { listStems } from '../../framework/word-stems.ts';
import { defineRule, type Finding } from '../rule.ts';

const MIN_WORDS = 8;
/** Of the option's words of meaning, the share that the feedback may use again. */
const MAX_REPEATED = 0.6;
/** An option with fewer is too short to be repeated by more than chance. */
const MIN_STEMS = 4;

export const thinFeedback = defineRule('thin-feedback', 'warning', `Feedback says why, in at least ${MIN_WORDS} words, and does not repeat the option.`, ({ scenarios }) =>
  scenarios.flatMap((file) =>
    file.scenario.steps.flatMap(({ options }, step) =>
      options.flatMap(({ id, text, feedback }, index): Finding[] => {
        const path = ['steps', step, 'options', index, 'feedback'];
        const words = feedback.split(/\s+/).length;
        if (words < MIN_WORDS) return [[file, path, `The feedback on "${id}" has ${words === 1 ? 'one word' : `${words} words`}.`, 'Say what it means for the child, and what in the practice statement decides it.']];
        const own = listStems(text);
        const again = new Set(listStems(feedback));
        const repeated = own.filter((stem) => again.has(stem)).length;
        return own.length < MIN_STEMS || repeated / own.length <= MAX_REPEATED ? [] : [[file, path, `The feedback on "${id}" says the option again.`, 'The learner has just read it. Say what it means for the child, and why.']];
      }),
    ),
  ),
);
