import type { Content } from '../content.ts';
import { recogniseFrameworkWords } from '../framework-words.ts';
import { countWords, listSentences } from '../language/sentences.ts';
import { defineLanguageRule, type LanguageFinding } from '../language-rule.ts';
import { listLearnerTexts, type LearnerText } from '../learner-text.ts';
import { withoutQuotations } from '../quoted-words.ts';

const MAX_WORDS = 25;

export const longSentence = defineLanguageRule('long-sentence', 'warning', `No sentence has more than ${MAX_WORDS} words, but for a framework’s own.`, (content) =>
  listLearnerTexts(content).flatMap(({ file, texts }) =>
    texts.flatMap((text) => (text.text.length > 2 * MAX_WORDS && countWords(text.text) > MAX_WORDS ? findLong(text, content).map((found): LanguageFinding => ({ file, in: text, ...found })) : [])),
  ),
);

function findLong(text: LearnerText, content: Content): Pick<LanguageFinding, 'from' | 'to' | 'message' | 'hint'>[] {
  const long = listSentences(text.text).filter(({ words }) => words > MAX_WORDS);
  if (long.length === 0) return [];
  const isFrameworks = recogniseFrameworkWords(content);
  if (text.isQuotation === true && isFrameworks(text.text)) return [];
  const ours = withoutQuotations(text.text, isFrameworks);
  return long.flatMap(({ from, to }) => {
    const words = countWords(ours, from, to);
    if (words <= MAX_WORDS) return [];
    return [{ from, to: endOfFirstWords(text.text, from), message: `This sentence has ${words} words; more than ${MAX_WORDS} are hard to follow at one reading.`, hint: 'Make two sentences of it, one thought in each, or leave out what the reader does not need.' }];
  });
}

/** Three words show where a sentence starts. */
function endOfFirstWords(text: string, from: number): number {
  return from + (/^\S+(?:\s+\S+){0,2}/.exec(text.slice(from, from + 200))?.[0].length ?? 1);
}
