import type { Content } from '../content.ts';
import { listLongWords, measureSentence, measureText, readingAge, sum } from '../language/reading-age.ts';
import { listSentences } from '../language/sentences.ts';
import { defineLanguageRule, placeOfWords, type LanguageFinding } from '../language-rule.ts';
import { isOurVoice, listLearnerTexts, type LearnerTexts } from '../learner-text.ts';

/** The content guide aims at 11 to 12. */
const MAX_AGE = 12;

/** In fewer words one long name decides. */
const FEWEST_WORDS = 100;

/** A hint names so many of the hardest sentences, and of the longest words. */
const NAMED = 3;
/** A short sentence with one long word is hard by the formula and not for a reader. */
const FEWEST_IN_SENTENCE = 8;

export const readingAgeRule = defineLanguageRule('reading-age', 'warning', `All that learners read in a file together has a reading age of at most ${MAX_AGE} (Flesch–Kincaid grade and five).`, (content) =>
  listLearnerTexts(content).flatMap((file) => {
    const total = sum(file.texts.map(({ text }) => measureText(text)));
    const age = readingAge(total);
    return total.words < FEWEST_WORDS || age <= MAX_AGE ? [] : [toFinding(file, age, content)];
  }),
);

function toFinding({ file, texts }: LearnerTexts, age: number, content: Content): LanguageFinding {
  const hardest = texts
    .flatMap((text) => listSentences(text.text).map(({ from, to }) => ({ in: text, from, to, measured: measureSentence(text.text.slice(from, to)) })))
    .filter((sentence) => isOurVoice(sentence.in) && sentence.measured.words >= FEWEST_IN_SENTENCE)
    .sort((a, b) => readingAge(b.measured) - readingAge(a.measured))
    .slice(0, NAMED);
  const first = hardest[0] ?? { in: texts[0] ?? { path: [], text: '' }, from: 0, to: 0 };
  const places = hardest.map((sentence) => {
    const { line, column } = placeOfWords(file, sentence.in, sentence.from, sentence.from + 1, content.texts);
    return `${line ?? 1}:${column ?? 1} "${shorten(sentence.in.text.slice(sentence.from, sentence.to))}"`;
  });
  const long = listLongWords(texts.map(({ text }) => text).join(' '), NAMED);
  return {
    file,
    in: first.in,
    from: first.from,
    to: first.from + 1,
    message: `The reading age of this file is ${age.toFixed(1)}; the limit is ${MAX_AGE}.`,
    hint: `${places.length > 0 ? `Start with the hardest sentences: ${places.join(', ')}.` : 'Make the sentences shorter.'}${long.length > 0 ? ` The longest words: ${long.join(', ')}.` : ''}`,
  };
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text);
