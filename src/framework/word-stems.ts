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

/** A word without its common endings, so that "listens", "listened" and "listening" meet. Rough on purpose: two words that meet wrongly cost a question or a match, never a false one. */
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
  const plain = /[^\u0000-\u007f]/.test(text) ? text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[‘’]/g, "'") : text;
  const words = plain.toLowerCase().match(/[a-z][a-z']*[a-z]/g) ?? [];
  return [...new Set(words.filter((word) => word.length > 2 && !FUNCTION_WORDS.has(word)).map(stemOnce))];
}

const known = new Map<string, string>();
/** More words than people write with; beyond them nothing is kept. */
const MOST_KNOWN = 50_000;

/** The same words come again and again, and a stem is always the same. */
function stemOnce(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = stem(word);
  if (known.size < MOST_KNOWN) known.set(word, found);
  return found;
}
