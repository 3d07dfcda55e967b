import { defineRule, type Finding } from '../rule.ts';

const ABSOLUTES = /(?<![\w-])(?:always|never|all|only|must|immediately|simply|just|every|everyone|everything|completely|entirely|at all times|no matter)(?![\w-])/i;
/** An absolute in form, and none in meaning. */
const HARMLESS = /(?<![\w-])(?:not only|(?:it|them|us|you|they|we) all|all (?:of )?(?:two|three|four|five|six|seven|eight|nine|ten)|all day|all night|after all|at all|all right|every (?:day|night|week|month|morning|evening|\p{Lu}\p{Ll}+day|other|two|three|four|six)|just (?:now|before|after|as|under|over))(?![\w-])/giu;

export const absoluteWords = defineRule('absolute-words', 'warning', 'No option gives itself away by an absolute: always, never, all, only, must.', ({ scenarios }) =>
  scenarios.flatMap((file) =>
    file.scenario.steps.flatMap(({ options }, step) =>
      options.flatMap(({ text, quotesPoorWording }, index): Finding[] => {
        if (quotesPoorWording || !ABSOLUTES.test(text)) return [];
        const found = ABSOLUTES.exec(text.replace(HARMLESS, (harmless) => ' '.repeat(harmless.length)))?.[0];
        return found === undefined ? [] : [[file, ['steps', step, 'options', index, 'text'], `"${found}" is an absolute. Learners who know no practice pass over options that hold one.`, 'Say what is done, to whom and when, without it.', found]];
      }),
    ),
  ),
);
