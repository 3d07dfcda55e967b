import { syllable } from 'syllable';
import { listSentences } from './sentences.ts';

/** What a reading age is reckoned from. */
export interface Readability {
  sentences: number;
  words: number;
  syllables: number;
}

/** Words that the work can't do without. Like names, they count as two syllables at most: readers meet them every day. */
const NEEDED_TERMS = new Set(['assessment', 'conference', 'safeguarding', 'supervision', 'supervisor', 'practitioner', 'procedure', 'procedures', 'council', 'agreement', 'manager', 'officer', 'carer', 'carers', 'advocate', 'domestic', 'framework']);
const MOST_SYLLABLES = 2;

const WORD = /[a-zA-Z\u00c0-\u024f][a-zA-Z\u00c0-\u024f'’]*/g;

/** Syllables of a word at the start of a sentence, and further on, where a capital makes it a name. */
interface Weight {
  first: number;
  later: number;
}

const weighed = new Map<string, Weight>();

/** Kept, since a library of a million words has a few thousand different ones. */
function weigh(word: string): Weight {
  let weight = weighed.get(word);
  if (!weight) {
    const small = word.toLowerCase();
    const count = countSyllables(small);
    const capped = Math.min(count, MOST_SYLLABLES);
    weight = NEEDED_TERMS.has(small) ? { first: capped, later: capped } : { first: count, later: small === word ? count : capped };
    weighed.set(word, weight);
  }
  return weight;
}

const countSyllables = (small: string) => Math.max(1, syllable(small.replace(/['’]/g, '')));

/** Sentences, words and syllables of one sentence. */
export function measureSentence(text: string): Readability {
  const words = text.match(WORD) ?? [];
  let syllables = 0;
  for (const [at, word] of words.entries()) syllables += at === 0 ? weigh(word).first : weigh(word).later;
  return { sentences: words.length > 0 ? 1 : 0, words: words.length, syllables };
}

/** A sentence where it stands. Offsets are UTF-16, the end exclusive. */
export interface MeasuredSentence extends Readability {
  from: number;
  to: number;
}

export function measureSentences(text: string): MeasuredSentence[] {
  return listSentences(text).map(({ from, to }) => {
    const { sentences, words, syllables } = measureSentence(text.slice(from, to));
    return { from, to, sentences, words, syllables };
  });
}

export function measureText(text: string): Readability {
  return sum(measureSentences(text));
}

/** The hardest run of sentences next to each other, each run just long enough to have `fewest` words. Nothing where there are fewer. */
export function findHardestRun(sentences: readonly MeasuredSentence[], fewest: number): MeasuredSentence | undefined {
  let hardest: MeasuredSentence | undefined;
  const run = { sentences: 0, words: 0, syllables: 0 };
  let first = 0;
  for (const last of sentences) {
    addTo(run, last, 1);
    for (let start = sentences[first]; start && run.words - start.words >= fewest; start = sentences[first]) {
      addTo(run, start, -1);
      first += 1;
    }
    if (run.words >= fewest && (!hardest || readingAge(run) > readingAge(hardest))) hardest = { from: sentences[first]?.from ?? 0, to: last.to, ...run };
  }
  return hardest;
}

function addTo(total: Readability, { sentences, words, syllables }: Readability, times: 1 | -1): void {
  total.sentences += times * sentences;
  total.words += times * words;
  total.syllables += times * syllables;
}

export function sum(parts: readonly Readability[]): Readability {
  const total = { sentences: 0, words: 0, syllables: 0 };
  for (const part of parts) addTo(total, part, 1);
  return total;
}

/**
 * The age at which a reader at school follows a text: the Flesch–Kincaid grade and five years.
 * J. P. Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel, 1975.
 */
export function readingAge({ sentences, words, syllables }: Readability): number {
  return words === 0 ? 0 : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59 + 5;
}

/** The words of a text that have the most syllables, each once, the longest first. */
export function listLongWords(text: string, count: number): string[] {
  const words = new Map([...text.matchAll(WORD)].filter(({ 0: word, index }) => index === 0 || word === word.toLowerCase()).map(([word]) => [word.toLowerCase(), countSyllables(word.toLowerCase())]));
  return [...words].filter(([word, syllables]) => syllables > MOST_SYLLABLES && !NEEDED_TERMS.has(word)).sort(([, a], [, b]) => b - a).slice(0, count).map(([word]) => word);
}
