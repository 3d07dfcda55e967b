import type { Theme } from '../framework/theme.ts';
import { createBm25 } from './bm25.ts';
import { createTermFinder, toWords } from './find-terms.ts';

const MAX_THEMES = 3;

/** What a statement is about, in the words around it. */
export interface ThemedText {
  text: string;
  stem?: string | undefined;
  label?: string | undefined;
  section?: string | undefined;
}

/** How the signs of a theme are weighed. `npm run bench -- themes` says how well this does, and which values the other frameworks would have chosen. */
export interface ThemeWeights {
  /** What the words around a statement count for, where its own count one. */
  stem: number;
  label: number;
  section: number;
  /** What one point of likeness to a theme's own text counts for, where a term of one word counts one. */
  likeness: number;
  /** The least score that gives a theme: as much as one word in the statement, or several signs in what stands around it. */
  leastScore: number;
  /** The least share of the strongest theme's score that gives a further one. */
  leastShare: number;
}

export const THEME_WEIGHTS: ThemeWeights = { stem: 0.5, label: 0.25, section: 0.1, likeness: 0.05, leastScore: 1, leastShare: 0.4 };

/** What each further word of a term adds to it: a phrase says more than a word. */
const FURTHER_WORD = 0.25;

/** The signs of one theme in a statement and in what stands around it. */
export interface ThemeSigns {
  id: string;
  fields: Record<Field, { terms: number; likeness: number }>;
}

type Field = (typeof FIELDS)[number];
const FIELDS = ['text', 'stem', 'label', 'section'] as const;

/**
 * Finds the themes of texts, the strongest first. Made once for many statements; the same text always gets the same themes.
 * A theme's score is the weighted sum, over the statement and what stands around it, of the theme's terms found there, and of the likeness (BM25) to what the theme says of itself.
 */
export function createThemeFinder(themes: readonly Theme[], weights: ThemeWeights = THEME_WEIGHTS): (text: ThemedText) => string[] {
  const findSigns = createSignFinder(themes);
  return (text) => chooseThemes(findSigns(text), weights);
}

/** Finds the signs of every theme in texts, before they are weighed against each other. */
export function createSignFinder(themes: readonly Theme[]): (text: ThemedText) => ThemeSigns[] {
  const findTerms = createTermFinder(themes.map(({ terms }) => terms));
  const scoreLikeness = createBm25(themes.map(({ label, description, terms, practice, supervision }) => listTopicWords(toWords([label, description, ...terms, ...practice, supervision].join(' ')))));
  return (text) => {
    const readField = (field: Field) => {
      const words = toWords(text[field] ?? '');
      const terms = themes.map(() => 0);
      for (const { list, length } of findTerms(words)) terms[list] = (terms[list] ?? 0) + 1 + FURTHER_WORD * (length - 1);
      const likeness = scoreLikeness(listTopicWords(words));
      return (theme: number) => ({ terms: terms[theme] ?? 0, likeness: likeness[theme] ?? 0 });
    };
    const [own, stem, label, section] = [readField('text'), readField('stem'), readField('label'), readField('section')];
    return themes.map(({ id }, theme) => ({ id, fields: { text: own(theme), stem: stem(theme), label: label(theme), section: section(theme) } }));
  };
}

/** At most three themes, the strongest first; equals stand in the order of the themes. */
export function chooseThemes(signs: readonly ThemeSigns[], weights: ThemeWeights): string[] {
  const shares: Record<Field, number> = { text: 1, stem: weights.stem, label: weights.label, section: weights.section };
  const scored = signs.map(({ id, fields }) => ({ id, score: FIELDS.reduce((sum, field) => sum + shares[field] * (fields[field].terms + weights.likeness * fields[field].likeness), 0) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score >= weights.leastScore && score >= best * weights.leastShare)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_THEMES)
    .map(({ id }) => id);
}

/** Words that hold sentences together and say nothing of what they are about. */
const FUNCTION_WORDS = new Set(
  'a about after all also an and any are as at be because been before being both but by can could did do does done each even every first for from get had has have having how i if in into is it its itself just may me might more most must my no nor not of off on once one only or other our out over own same she he her his they them their so some such than that the then there these this those through to too under until up us very was we well were what when where which while who whom why will with would you your should whether'.split(' '),
);

/** The words that say what a text is about, cut to their first five letters, so that "reflects" and "reflective" are one. */
function listTopicWords(words: readonly string[]): string[] {
  return words.filter((word) => !FUNCTION_WORDS.has(word)).map((word) => word.slice(0, 5));
}
