/** A statement's words, ready to be held against those of others. */
export interface Wording {
  /** All that two editions of a text share where only case, punctuation or spacing differ. */
  key: string;
  /** How often each word occurs, endings cut off. */
  counts: ReadonlyMap<string, number>;
}

/** Words that join others: nearly every statement has them, so they say little of which statement it is. */
const JOINING_WORDS = new Set(
  'a all also an and any are as at be been being by can could do does each every for from had has have how if in into is it its may might must not of on or our should so than that the their them then there these they this those to us was we were what when where which who whom whose will with would you your'.split(' '),
);

const JOINING_WEIGHT = 0.25;

export function readWording(text: string): Wording {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/'s\b|'(?!\w)|(?<!\w)'/g, '')
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean);
  const counts = new Map<string, number>();
  for (const word of words) {
    const stem = cutEnding(word);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return { key: words.join(' '), counts };
}

/** "plans", "planned" and "planning" come out alike. Rough: it only has to bring the forms of one word together. */
function cutEnding(word: string): string {
  if (word.length < 4 || JOINING_WORDS.has(word)) return word;
  const one = word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
  const cut = one.replace(/(?:ing|ed|ly)$/, '').replace(/e$/, '');
  // "notes" is a note, and not a "not".
  return cut.length < 3 || JOINING_WORDS.has(cut) ? one : cut.replace(/([bdgklmnprt])\1$/, '$1');
}

/** What each word tells of a statement: the fewer statements hold it, the more. */
export class WordWeights {
  readonly #weights = new Map<string, number>();

  /** @param wordings of all statements of both editions. */
  constructor(wordings: Iterable<Wording>) {
    const distinct = new Map([...wordings].map((wording) => [wording.key, wording]));
    const holders = new Map<string, number>();
    for (const { counts } of distinct.values()) for (const word of counts.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
    for (const [word, count] of holders) this.#weights.set(word, Math.log(1 + distinct.size / count) * (JOINING_WORDS.has(word) ? JOINING_WEIGHT : 1));
  }

  weigh(counts: ReadonlyMap<string, number>): number {
    let sum = 0;
    for (const [word, count] of counts) sum += count * this.weightOf(word);
    return sum;
  }

  /** The weight of the words that both hold. */
  weighShared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
    let sum = 0;
    for (const [word, count] of a) sum += Math.min(count, b.get(word) ?? 0) * this.weightOf(word);
    return sum;
  }

  /** How alike two wordings are: 1 for the same words in the same order, 0 where they share none. */
  likenessOf(a: Wording, b: Wording): number {
    if (a.key === b.key) return a.key === '' ? 0 : 1;
    const both = this.weigh(a.counts) + this.weigh(b.counts);
    return both === 0 ? 0 : Math.min(0.99, (2 * this.weighShared(a.counts, b.counts)) / both);
  }

  /** How much one word tells. */
  weightOf(word: string): number {
    return this.#weights.get(word) ?? 1;
  }
}

/** The letters of the words that both hold: how much of a text is left in another, rare words and common ones alike. */
export function countSharedLetters(a: Wording, b: Wording): number {
  let sum = 0;
  for (const [word, count] of a.counts) sum += Math.min(count, b.counts.get(word) ?? 0) * word.length;
  return sum;
}

/** What is left of a wording's words when those of others are taken out. */
export function withoutWords(from: ReadonlyMap<string, number>, others: readonly Wording[]): ReadonlyMap<string, number> {
  const left = new Map(from);
  for (const { counts } of others) for (const [word, count] of counts) if (left.has(word)) left.set(word, Math.max(0, (left.get(word) ?? 0) - count));
  return left;
}
