import { trimMarks } from './imported-text.ts';

/** A longer text is no statement; looking for a part of it would take long. */
const MAX_STATEMENT = 4_000;
const MIN_WORDS = 3;
/** A part with fewer words says too little to be worth an objective. */
const MIN_WORDS_OF_PART = 6;
const WORDS_AT_ONCE = 18;
const MAX_WORDS = 26;
const MAX_CHARACTERS = 180;

/** Where a reader pauses, best first: marks, then words that begin a new thought, then words that carry one on. */
const PAUSES = [/(?:[,;:]|\s[–—-])\s/g, /\s(?:so|if|when|which|while|including|rather|because|who)\s/g, /\sand\s/g];

/** A sentence that begins like this means nothing without its end. */
const NEEDS_ITS_END = /^(?:when|if|whilst|while|even|in|by|instead|rather|where|as|although|because|unless|since|for|after|before|on|with|under|at|what|not only|we are an?)\b/i;

/** Words that no quotation should stop at. */
const LEADS_ON = /\b(?:about|of|the|an?|to|for|with|in|on|at|by|from|and|or|that|which|who|will|can|may|must|should|is|are|be|been|has|have|we|they|it|their|our|your|not|whether|how|recognise|believe|know|ensure|make|any|all|every|being|through|as|than|such|into|these|those|this|up|an? \S+)$/i;

/**
 * A part of a statement that can stand alone between quotation marks: a sentence, or the beginning of one that ends where a
 * reader would pause, without "We will" and without its last mark. Every character is the statement's own.
 * @returns `undefined` where the statement holds no such part.
 */
export function quotePart(statement: string): string | undefined {
  if (statement.length > MAX_STATEMENT) return undefined;
  const sentences = statement.split(/(?<=[.!?])\s+(?=[“"'‘(]?[A-Z])/u).map((sentence) => trimMarks(sentence.replace(/^(?:And |But )?we (?:will|shall|must|should) (?!not\b)/iu, '')));
  return (
    sentences.find((sentence) => countWords(sentence) <= WORDS_AT_ONCE && canStandAlone(sentence)) ??
    sentences.flatMap(listBeginnings).find(canStandAlone) ??
    sentences.find(canStandAlone)
  );
}

/** Beginnings of a sentence that could stand for it: those that end at a mark first, and the longer first. */
function listBeginnings(sentence: string): string[] {
  if (NEEDS_ITS_END.test(sentence)) return [];
  return PAUSES.flatMap((pause) =>
    [...sentence.matchAll(pause)]
      .filter(({ index }) => !isInsideList(sentence.slice(0, index), sentence.slice(index)))
      .map(({ index }) => trimMarks(sentence.slice(0, index)))
      .filter((part) => countWords(part) >= MIN_WORDS_OF_PART && countWords(part) <= WORDS_AT_ONCE && !LEADS_ON.test(part))
      .reverse(),
  );
}

/** Whether a list goes on across a pause: "children, young people | and their families" or "children | , young people and". */
function isInsideList(before: string, after: string): boolean {
  const isBeforeLast = /^,?\s(?:and|or)\b/.test(after) && /,(?:\s[\p{L}\p{N}'’-]+){1,3}$/u.test(before);
  return isBeforeLast || /^,(?:\s[\p{L}\p{N}'’-]+,?){1,4}\s(?:and|or)\b/u.test(after);
}

const countWords = (text: string): number => text.split(/\s+/).length;

function canStandAlone(text: string): boolean {
  const words = countWords(text);
  return words >= MIN_WORDS && words <= MAX_WORDS && text.length <= MAX_CHARACTERS && hasPairedMarks(text);
}

/** Whether no bracket or quotation mark is left open. An apostrophe at the end of a word may stand alone. */
function hasPairedMarks(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    count(/\(/g) === count(/\)/g) &&
    count(/“/g) === count(/”/g) &&
    count(/"/g) % 2 === 0 &&
    count(/(?<![\p{L}\d])['‘](?=[\p{L}\d])/gu) <= count(/(?<=[\p{L}\d?!.,])['’](?![\p{L}\d])/gu)
  );
}
