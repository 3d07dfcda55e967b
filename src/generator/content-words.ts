/** Words that carry no meaning of their own. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again against all also always am an and any are as at be because been before being below between both but by can cannot could ' +
    'did do does doing done down during each either every few for from further get gets give given had has have having he her here hers him his how i if in ' +
    'include includes including into is it its itself just like make makes making may me might more most much must my need needed needs no nor not of off on ' +
    'once only or other our ours ourselves out over own rather same shall she should so some such than that the their theirs them themselves then there these ' +
    'they this those through to too under until up upon us use used using very was we well were what when where whether which while who whom whose why will ' +
    'with within without would you your yours way ways thing things'
  ).split(' '),
);

const IRREGULAR: Readonly<Record<string, string>> = { children: 'child', people: 'person', heard: 'hear', understood: 'understand', wellbeing: 'well' };

/** Words that stand in nearly every framework's headings and tell no element from another. */
const HEADING_WORDS = new Set(['practice', 'practise', 'work', 'standard', 'value', 'principle', 'framework'].map(stem));

/** Words of praise or of duty: under a heading made of these alone, nearly every good thing could stand. */
const WIDE_WORDS = new Set('best good great right quality matter excellent ambitious responsible objective aim purposeful effective professional service guiding core key strong better improvement confident commitment proud people user organisation team everyone heart respectful belief behaviour influence culture'.split(' ').map(stem));

/** A word without its common endings, so that "listens", "listened" and "listening" meet. Rough on purpose: two words that meet wrongly cost a question, never a false one. */
export function stem(word: string): string {
  const bare = word.replace(/'s?$/, '');
  const single = (IRREGULAR[bare] ?? bare).replace(/ies$/, 'y');
  const short = single
    .replace(/(?:ational|ations?|ements?|ments?|nesses|ness|ity|ingly|ings?|edly|ers?|ors?|ively|ives?|ably|able|ally|ied|ed|ly|es|s|y|e)$/, '')
    .replace(/([bdfgklmnprt])\1$/, '$1');
  return short.length >= 3 ? short : single;
}

/** The stems of the words that carry meaning, each once, in order of appearance. */
export function listStems(text: string): string[] {
  const words = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[‘’]/g, "'").toLowerCase().match(/[a-z][a-z']*[a-z]/g) ?? [];
  return [...new Set(words.filter((word) => word.length > 2 && !FUNCTION_WORDS.has(word)).map(stem))];
}

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
