import type { Content } from '../content.ts';
import { recogniseFrameworkWords } from '../framework-words.ts';
import { findHardestRun, listLongWords, measureSentences, readingAge, sum, type MeasuredSentence, type Readability } from '../language/reading-age.ts';
import { defineLanguageRule, placeOfWords, type LanguageFinding } from '../language-rule.ts';
import { isOurVoice, listLearnerTexts, type LearnerText, type LearnerTexts } from '../learner-text.ts';
import { withoutQuotations } from '../quoted-words.ts';

/** The content guide aims at 11 to 12. */
const MAX_AGE = 12;

/** In fewer words one long name decides. */
const FEWEST_WORDS = 100;

/** In less than a file a line of law or a quotation weighs more, so a part, and a run of sentences in one, may be somewhat harder. */
const PART = { maxAge: 14, fewestWords: 30 };
const RUN = { maxAge: 16, fewestWords: 40 };

/** A hint names so many of the hardest sentences, and of the longest words. */
const NAMED = 3;
/** A short sentence with one long word is hard by the formula and not for a reader. */
const FEWEST_IN_SENTENCE = 8;

/** Texts that are read at one go, or one after the other, with what they are called. */
interface Part {
  name: string;
  texts: readonly MeasuredText[];
}

interface MeasuredText {
  in: LearnerText;
  sentences: readonly MeasuredSentence[];
  whole: Readability;
}

function measure(of: LearnerText, text = of.text): MeasuredText {
  const sentences = measureSentences(text);
  return { in: of, sentences, whole: sum(sentences) };
}

export const readingAgeRule = defineLanguageRule(
  'reading-age',
  'warning',
  `All that learners read in a file together has a reading age of at most ${MAX_AGE} (Flesch–Kincaid grade and five), each part of it of ${PART.maxAge}, and each ${RUN.fewestWords} words of ${RUN.maxAge}.`,
  (content) =>
    listLearnerTexts(content).flatMap((file) => {
      const texts = file.texts.map((text) => measure(text));
      const total = measurePart(texts);
      const age = readingAge(total);
      if (total.words >= FEWEST_WORDS && age > MAX_AGE) return [toFinding(file, texts, `The reading age of this file is ${age.toFixed(1)}; the limit is ${MAX_AGE}.`, content)];
      return findHardParts(file, texts, content);
    }),
);

/** Parts in an easy file that are hard, each text told of once. */
function findHardParts(file: LearnerTexts, texts: readonly MeasuredText[], content: Content): LanguageFinding[] {
  const told = new Set<LearnerText>();
  return listParts(texts).flatMap(({ name, texts: own }) => {
    if (own.some(({ in: text }) => told.has(text)) || !isHard(own)) return [];
    // A framework's own words, quoted, are nobody's to make plainer.
    const isFrameworks = recogniseFrameworkWords(content);
    const ours = own.map(({ in: text }) => measure(text, withoutQuotations(text.text, isFrameworks)));
    const part = measurePart(ours);
    const run = hardestRun(ours);
    const message = isHardPart(part)
      ? `The reading age of ${name} is ${readingAge(part).toFixed(1)}; the limit for a part of a file is ${PART.maxAge}.`
      : run && readingAge(run) > RUN.maxAge
        ? `${run.words} words on end in ${name} have a reading age of ${readingAge(run).toFixed(1)}; the limit is ${RUN.maxAge}.`
        : undefined;
    if (message === undefined) return [];
    for (const { in: text } of own) told.add(text);
    return [toFinding(file, ours, message, content)];
  });
}

const measurePart = (texts: readonly MeasuredText[]) => sum(texts.map(({ whole }) => whole));
const isHardPart = (part: Readability) => part.words >= PART.fewestWords && readingAge(part) > PART.maxAge;
const isHard = (texts: readonly MeasuredText[]) => isHardPart(measurePart(texts)) || readingAge(hardestRun(texts) ?? NOTHING) > RUN.maxAge;
const NOTHING = { sentences: 0, words: 0, syllables: 0 };

/** Runs go on from no text into the next. */
function hardestRun(texts: readonly MeasuredText[]): MeasuredSentence | undefined {
  return texts.flatMap(({ sentences, whole }) => (whole.words < RUN.fewestWords ? [] : (findHardestRun(sentences, RUN.fewestWords) ?? []))).toSorted((a, b) => readingAge(b) - readingAge(a))[0];
}

const OF_OPTIONS: Readonly<Record<string, string>> = { feedback: 'all feedback together', outcome: 'all outcomes together', text: 'all options together' };
const OF_FILE: Readonly<Record<string, string>> = { supervision: 'the supervision questions together', objectives: 'the objectives together' };

/** What many short texts of one kind say together, and each longer text by itself. */
function listParts(texts: readonly MeasuredText[]): Part[] {
  const together = new Map<string, MeasuredText[]>();
  const alone: Part[] = [];
  for (const text of texts) {
    if (!isMeant(text.in)) continue;
    const { path, at, option } = text.in;
    const name = (option ? OF_OPTIONS[fieldOf(text.in)] : OF_FILE[String(path[0])]) ?? '';
    if (name !== '') {
      const same = together.get(name);
      if (same) same.push(text);
      else together.set(name, [text]);
    }
    if (text.whole.words >= PART.fewestWords) alone.push({ name: at ? 'this paragraph' : path[0] === 'debrief' ? 'the debrief' : 'this text', texts: [text] });
  }
  return [...[...together].map(([name, same]): Part => ({ name, texts: same })), ...alone];
}

const fieldOf = ({ path }: LearnerText) => String(path.at(-1));

/** An option may quote poor wording on purpose, and its feedback is ours all the same. */
const isMeant = ({ isQuotation = false, option, ...text }: LearnerText) => !isQuotation && (option?.quotesPoorWording !== true || fieldOf(text) === 'feedback');

function toFinding({ file }: LearnerTexts, texts: readonly MeasuredText[], message: string, content: Content): LanguageFinding {
  const hardest = texts
    .flatMap(({ in: text, sentences }) => sentences.map((sentence) => ({ in: text, ...sentence })))
    .filter((sentence) => (isOurVoice(sentence.in) || fieldOf(sentence.in) === 'feedback') && sentence.words >= FEWEST_IN_SENTENCE)
    .sort((a, b) => readingAge(b) - readingAge(a))
    .slice(0, NAMED);
  const first = hardest[0] ?? { in: texts[0]?.in ?? { path: [], text: '' }, from: 0, to: 0 };
  const places = hardest.map((sentence) => {
    const { line, column } = placeOfWords(file, sentence.in, sentence.from, sentence.from + 1, content.texts);
    return `${line ?? 1}:${column ?? 1} "${shorten(sentence.in.text.slice(sentence.from, sentence.to))}"`;
  });
  const long = listLongWords(texts.map(({ in: text }) => text.text).join(' '), NAMED);
  return {
    file,
    in: first.in,
    from: first.from,
    to: first.from + 1,
    message,
    hint: `${places.length > 0 ? `Start with the hardest sentences: ${places.join(', ')}.` : 'Make the sentences shorter.'}${long.length > 0 ? ` The longest words: ${long.join(', ')}.` : ''}`,
  };
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text);
