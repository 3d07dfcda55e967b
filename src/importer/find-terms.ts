/** One term of one list of terms: its words in order, each word in full, or the beginning of one. */
interface Term {
  list: number;
  words: readonly TermWord[];
}

interface TermWord {
  text: string;
  /** Whether the word may go on: "listen*" is also "listening", and a lone "*" is any word. */
  isOpen: boolean;
}

/** A term found at a word of the text. */
interface Hit {
  term: Term;
  start: number;
}

/**
 * Finds the terms of many lists in a text, given as its words. Where terms overlap the longest one counts: in "blame culture" nobody speaks of a family's culture.
 * Made once for all texts: a text's words are looked up by their beginnings, so the number of terms doesn't matter, and the time grows with the text's length alone.
 * @returns for a text, the terms found, each once, as the list they are of and the number of their words.
 */
export function createTermFinder(lists: readonly (readonly string[])[]): (words: readonly string[]) => { list: number; length: number }[] {
  const byFirstWord = new Map<string, Term[]>();
  for (const [list, terms] of lists.entries()) {
    for (const written of new Set(terms.map((term) => toWords(term.replaceAll('*', OPEN)).join(' ')))) {
      const words = written.split(' ').map((word) => ({ text: word.replace(OPEN, ''), isOpen: word.endsWith(OPEN) }));
      const first = words[0]?.text ?? '';
      const others = byFirstWord.get(first);
      if (others) others.push({ list, words });
      else byFirstWord.set(first, [{ list, words }]);
    }
  }
  const longestFirstWord = Math.max(0, ...[...byFirstWord.keys()].map(({ length }) => length));
  const mostWords = Math.max(0, ...[...byFirstWord.values()].flat().map(({ words }) => words.length));
  return (words) => {
    const hits = words.map((word, start) => findHits(words, word.slice(0, longestFirstWord), start, byFirstWord));
    const found = new Map<Term, { list: number; length: number }>();
    for (const hit of hits.flat()) {
      const { list, words: { length } } = hit.term;
      const isCovered = hits.slice(Math.max(0, hit.start - mostWords + 1), hit.start + 1).flat().some((other) => other.term.words.length > length && other.start + other.term.words.length >= hit.start + length);
      if (!isCovered) found.set(hit.term, { list, length });
    }
    return [...found.values()];
  };
}

/** The terms that begin at a word, given the part of it that a term can begin with. */
function findHits(words: readonly string[], beginning: string, start: number, byFirstWord: ReadonlyMap<string, readonly Term[]>): Hit[] {
  const hits: Hit[] = [];
  for (let length = 0; length <= beginning.length; length += 1) {
    for (const term of byFirstWord.get(beginning.slice(0, length)) ?? []) {
      if (term.words.every(({ text, isOpen }, at) => (isOpen ? words[start + at]?.startsWith(text) : words[start + at] === text))) hits.push({ term, start });
    }
  }
  return hits;
}

/** Stands for the "*" of a term while its other marks are dropped. */
const OPEN = '\u0001';

/** A text's words in lower case, apostrophes dropped, parted by every other mark. */
export function toWords(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f'’‘]/g, '').replace(/[^\p{L}\p{N}\u0001]+/gu, ' ').trim();
  return plain === '' ? [] : plain.split(' ');
}
