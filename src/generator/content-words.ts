import { listStems, stem } from '../framework/word-stems.ts';

/** Words that stand in nearly every framework's headings and tell no element from another. */
const HEADING_WORDS = new Set(['practice', 'practise', 'work', 'standard', 'value', 'principle', 'framework'].map(stem));

/** Words of praise or of duty: under a heading made of these alone, nearly every good thing could stand. */
const WIDE_WORDS = new Set('best good great right quality matter excellent ambitious responsible objective aim purposeful effective professional service guiding core key strong better improvement confident commitment proud people user organisation team everyone heart respectful belief behaviour influence culture'.split(' ').map(stem));

/** The stems by which a heading names what it is about. */
export function listLabelStems(label: string): string[] {
  return listStems(label).filter((word) => !HEADING_WORDS.has(word));
}

/** Words that speak of the same matter: under a heading that names one, a statement that names another may well belong. */
const FIELDS: readonly ReadonlySet<string>[] = [
  'communication language listening hearing information sharing express explain inform feedback message conversation jargon',
  'voice participation listening hearing views wishes feelings heard express',
  'reflective learning supervision insight evaluate curiosity assumptions development training research',
  'partnership collaboration collaborative partners together team professionals',
  'relationships trust connection respect honest',
  'family families kin parents relatives fathers network',
  'timely prompt promptly delay regular',
  'safety risk risks harm danger protect',
  'decision judgement reasons reasoning thresholds',
  'accountable accountability responsible responsibility reasons',
  'plans planning goals steps outcomes',
  'progress change review outcomes',
  'evidence research efficacy tools',
  'strengths talents celebrate hope',
  'compassion compassionate empathy empathic kindness kind care listening',
  'rights rights-based law consent',
].map((words) => new Set(words.split(/[ -]/).map(stem)));

/** The words of a heading with those that speak of the same matter. */
export function listFieldStems(labelStems: readonly string[]): string[] {
  return [...new Set([...labelStems, ...FIELDS.filter((field) => labelStems.some((word) => field.has(word))).flatMap((field) => [...field])])];
}

/** Whether a heading names nothing in particular, as "Quality matters" does. */
export function isVagueLabel(labelStems: readonly string[]): boolean {
  return labelStems.every((word) => WIDE_WORDS.has(word));
}

/** How rare each word is among the statements of one framework; words that stand everywhere count for little. */
export class WordWeights {
  readonly #documents: number;
  readonly #counts = new Map<string, number>();

  constructor(texts: readonly (readonly string[])[]) {
    this.#documents = texts.length;
    for (const stems of texts) for (const word of stems) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  weightOf(word: string): number {
    return Math.log(1 + this.#documents / (this.#counts.get(word) ?? 1));
  }

  /** Whether the word stands in more than a quarter of the statements, as "child" does. */
  isEverywhere(word: string): boolean {
    return this.#documents >= 8 && (this.#counts.get(word) ?? 0) > this.#documents / 4;
  }

  /** 0 for no word in common, 1 for the same words: the cosine of the two lists, each word weighed by how rare it is. */
  likenessOf(a: readonly string[], b: readonly string[]): number {
    const inB = new Set(b);
    const square = (words: readonly string[]) => words.reduce((sum, word) => sum + this.weightOf(word) ** 2, 0);
    const shared = square(a.filter((word) => inB.has(word)));
    return shared === 0 ? 0 : shared / Math.sqrt(square(a) * square(b));
  }
}
