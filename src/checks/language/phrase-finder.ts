/** Words to look for. */
export interface Phrase {
  /** Source of a regular expression in lower case, without its edges: words, `|`, `?`, `[…]`, `\w*` and groups that capture nothing. */
  words: string;
}

/** A phrase in a text. Offsets are UTF-16, the end exclusive. */
export interface FoundPhrase<Sought extends Phrase> {
  phrase: Sought;
  from: number;
  to: number;
  found: string;
}

/** Finds the words where they stand as whole words, in any case. */
export const wholeWords = (words: string): RegExp => new RegExp(`(?<![\\w-])(?:${words})(?![\\w-])`, 'i');

/**
 * Finds phrases of a list in many texts. Nearly every text holds none, and a pattern of a hundred alternatives is dear to try at
 * every letter. So each alternative names a run of letters that it can't do without and that starts a word: one pass over a text's
 * letters tells which patterns are worth a try. The pass may let too much through, and never too little.
 */
export class PhraseFinder<Sought extends Phrase> {
  /** By the first three letters of a run: the runs, each with the place of its phrase in the list. */
  readonly #runs: ({ run: string; at: number }[] | undefined)[] = [];
  readonly #phrases: readonly { phrase: Sought; pattern: RegExp }[];

  constructor(phrases: readonly Sought[]) {
    this.#phrases = phrases.map((phrase) => ({ phrase, pattern: wholeWords(phrase.words) }));
    for (const [at, { words }] of phrases.entries()) {
      for (const alternative of splitAlternatives(words)) {
        for (const run of requiredRuns(alternative)) (this.#runs[keyOf(run, 0)] ??= []).push({ run, at });
      }
    }
  }

  /** The first of each phrase that the text holds, in the order of the list. */
  find(text: string): FoundPhrase<Sought>[] {
    return this.listCandidates(text).flatMap((at) => {
      const { phrase, pattern } = this.#phrases[at] ?? {};
      const match = pattern?.exec(text);
      return phrase && match ? [{ phrase, from: match.index, to: match.index + match[0].length, found: match[0] }] : [];
    });
  }

  /** Places in the list of all phrases that the text may hold, in order. */
  listCandidates(text: string): number[] {
    let candidates: Set<number> | undefined;
    let wasLetter = false;
    for (let at = 0; at + 2 < text.length; at += 1) {
      const isLetter = isAsciiLetter(text.charCodeAt(at));
      if (isLetter && !wasLetter) {
        const runs = this.#runs[keyOf(text, at)];
        if (runs !== undefined) for (const { run, at: phrase } of runs) if (startsWithAnyCase(text, run, at)) (candidates ??= new Set()).add(phrase);
      }
      wasLetter = isLetter;
    }
    return candidates ? [...candidates].sort((a, b) => a - b) : [];
  }
}

/** Bits that tell small letters from capitals in ASCII. */
const SMALL = 0x20;

function isAsciiLetter(code: number): boolean {
  const small = code | SMALL;
  return small >= 97 && small <= 122 && code < 128;
}

/** One number below 32,768 for three letters in any case; other signs share the numbers of letters, which costs a comparison and no more. */
function keyOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 31) << 10) | ((text.charCodeAt(at + 1) & 31) << 5) | (text.charCodeAt(at + 2) & 31);
}

function startsWithAnyCase(text: string, run: string, at: number): boolean {
  for (let index = 0; index < run.length; index += 1) if ((text.charCodeAt(at + index) | SMALL) !== run.charCodeAt(index)) return false;
  return true;
}

/** The alternatives of a pattern, taken apart at each `|` that stands in no group. */
export function splitAlternatives(words: string): string[] {
  const alternatives = [''];
  let depth = 0;
  for (const sign of words) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) alternatives.push('');
    else alternatives.push((alternatives.pop() ?? '') + sign);
  }
  return alternatives;
}

/** Anything of a pattern that is no plain letter, with the sign that says how often it may stand. */
const PART = /\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)[?*+]?|\[[^\]]*\][?*+]?|\\.[?*+]?|[^a-z][?*+]?|[a-z][?*+]?/g;

/** Takes up no letters of its own. */
const LOOKS_AROUND = /^\(\?<?[!=]/;

/** Has to stand, once: a choice of words. */
const CHOICE = /^\(\?:(.*)\)$/;

const FEWEST_LETTERS = 3;

/**
 * Runs of letters of which every match of an alternative holds one at the start of a word: the longest that it can't do without,
 * or else those of a choice of words. Throws where there is none of three letters: write the alternative in another way.
 */
export function requiredRuns(alternative: string): string[] {
  const runs = findRuns(alternative);
  if (runs.length === 0) throw new Error(`"${alternative}" has no word that starts with three plain letters.`);
  return runs;
}

function findRuns(alternative: string): string[] {
  let longest = '';
  let choice: string[] = [];
  let current = '';
  let startsWord = true;
  const endRun = () => {
    if (startsWord && current.length > longest.length) longest = current;
    current = '';
  };
  for (const [part] of alternative.matchAll(PART)) {
    if (/^[a-z]\+?$/.test(part)) {
      current += part.charAt(0);
      continue;
    }
    const wasStart: boolean = startsWord && current === '';
    endRun();
    const words: string | undefined = wasStart && choice.length === 0 ? CHOICE.exec(part)?.[1] : undefined;
    if (words !== undefined) choice = findRunsOfAll(splitAlternatives(words));
    startsWord = LOOKS_AROUND.test(part) ? wasStart : part === ' ' || part === '-' || part === '[- ]';
  }
  endRun();
  return longest.length >= FEWEST_LETTERS ? [longest] : choice;
}

function findRunsOfAll(alternatives: readonly string[]): string[] {
  const runs = alternatives.map(findRuns);
  return runs.every(({ length }) => length > 0) ? runs.flat() : [];
}
