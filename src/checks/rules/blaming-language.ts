import { listStatements } from '../../framework/framework.ts';
import { ANY_BLAMING_TERM, BLAMING_TERMS } from '../blaming-terms.ts';
import type { Content } from '../content.ts';
import { quotedWords, withoutQuotations } from '../quoted-words.ts';
import { isOurVoice, listTexts, type ScenarioText } from '../scenario-texts.ts';
import { defineRule, type Finding } from '../rule.ts';

export const blamingLanguage = defineRule('blaming-language', 'error', 'Our own voice, and every option that is good practice, is free of wording that blames or labels.', (content) => {
  const isFrameworks = recogniseFrameworkWords(content);
  return content.scenarios.flatMap((file) =>
    listTexts(file.scenario)
      .filter(({ option, text }) => isOurVoice(option) && ANY_BLAMING_TERM.test(text))
      .flatMap((text) => findTerms(text, isFrameworks).map(({ found, why, instead }): Finding => [file, text.path, `"${found}": ${why}.`, `In its place: ${instead}${instead.endsWith('…') ? '' : '.'} If an option quotes such wording on purpose, add "quotesPoorWording: true" and let the feedback name it.`, found])),
  );
});

function findTerms({ text, option }: ScenarioText, isFrameworks: (words: string) => boolean): { found: string; why: string; instead: string }[] {
  // The narrator may report what somebody said. In an option the words are the learner's own, with or without quotation marks.
  const isSpared = option === undefined ? () => true : isFrameworks;
  const ours = withoutQuotations(text, isSpared);
  return BLAMING_TERMS.flatMap(({ pattern, why, instead }) => {
    const found = pattern.exec(ours)?.[0];
    return found === undefined ? [] : [{ found, why, instead }];
  });
}

/** Tells whether words are a framework's own: they stand in one of its statements. */
function recogniseFrameworkWords({ frameworks }: Content): (words: string) => boolean {
  const statements = frameworks.flatMap(({ framework }) => listStatements(framework).map(({ statement }) => quotedWords(statement.text)));
  return (words) => {
    const wanted = quotedWords(words);
    return wanted !== '' && statements.some((statement) => statement.includes(wanted));
  };
}
