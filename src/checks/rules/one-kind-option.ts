import { defineRule, type Finding } from '../rule.ts';

const KIND_WORDS = /(?<![\w-])(?:ask(?:ing)?|listen(?:ing)?|sorry|thank(?:s|ing)?|together|gently|kind(?:ly|ness)?|warm(?:ly|th)?|understand(?:ing)?|invite|welcome|wonder(?:ing)?|patient(?:ly)?|respect(?:fully)?)(?![\w-])/gi;
/** By these an option is plainly rude or a threat, and nobody takes it for good practice. */
const HARSH_WORDS = /(?<![\w-])(?:stop (?:messing|wasting|being|making|moaning|playing)|rude|rudely|sulk(?:s|ing)?|nonsense|silly|stupid|lazy|threat(?:en(?:s|ing)?)?|or else|had better|fed up|nowhere left|(?:your|her|his|their) own fault|tell (?:her|him|them) off|pull (?:yourself|herself|himself|themselves) together|enough is enough|not got all day|warn (?:her|him|them))(?![\w-])/i;
/** With so many, an option sounds kind whatever it does. */
const MANY = 2;

export const oneKindOption = defineRule('one-kind-option', 'warning', 'A step does not have one option that is kind in its wording and strong, among others that are not kind.', ({ scenarios }) =>
  scenarios.flatMap((file) =>
    file.scenario.steps.flatMap(({ id, options }, step): Finding[] => {
      const harsh = options.filter(({ text, quotesPoorWording }) => !quotesPoorWording && HARSH_WORDS.test(text));
      const soft = options.filter((option) => !harsh.includes(option));
      if (harsh.length > 1 && soft.length === 1 && soft[0]?.judgement === 'strong') {
        return [[file, ['steps', step, 'options', options.indexOf(soft[0]), 'text'], `In the step "${id}" every option but the strong one is rude or a threat, so tone gives it away.`, 'Write weak options that a kind, tired, competent person might choose.']];
      }
      const [only, ...others] = options.flatMap(({ judgement, text }, index) => {
        const words = text.match(KIND_WORDS);
        return words ? [{ judgement, index, words }] : [];
      });
      if (options.length < 3 || only === undefined || others.length > 0 || only.judgement !== 'strong' || only.words.length < MANY) return [];
      return [[file, ['steps', step, 'options', only.index, 'text'], `In the step "${id}" the strong option alone sounds kind (${only.words.map((word) => `"${word}"`).join(', ')}), so tone gives it away.`, 'Let a weaker option be as kind in tone, and let the options differ in what is done.']];
    }),
  ),
);
