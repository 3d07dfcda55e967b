import type { Theme } from '../framework/theme.ts';

const MAX_THEMES = 3;
/** A term in the statement counts whole, in its element's label half, in its section a fifth. */
const WEIGHT_OF_LABEL = 0.5;
const WEIGHT_OF_SECTION = 0.2;
/** One word in the statement, or a phrase of two in the label, is enough. */
const MIN_SCORE = 1;
/** A theme much weaker than the strongest is left out. */
const MIN_SHARE = 0.4;

/** What a statement is about, in the words around it. */
export interface ThemedText {
  text: string;
  stem?: string | undefined;
  label?: string | undefined;
  section?: string | undefined;
}

/** Finds the themes of texts by their terms. Made once for many statements; the same text always gets the same themes. */
export function createThemeFinder(themes: readonly Theme[]): (text: ThemedText) => string[] {
  const prepared = themes.map((theme) => ({ id: theme.id, terms: theme.terms.map(toTerm) }));
  return ({ text, stem = '', label = '', section = '' }) => {
    const [statement, context, heading] = [toPlain(`${stem} ${text}`), toPlain(label), toPlain(section)];
    const scored = prepared.map(({ id, terms }, at) => {
      let score = 0;
      for (const { pattern, weight } of terms) {
        if (pattern.test(statement)) score += weight;
        if (pattern.test(context)) score += weight * WEIGHT_OF_LABEL;
        if (pattern.test(heading)) score += weight * WEIGHT_OF_SECTION;
      }
      return { id, at, score };
    });
    const best = Math.max(0, ...scored.map(({ score }) => score));
    return scored
      .filter(({ score }) => score >= MIN_SCORE && score >= best * MIN_SHARE)
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, MAX_THEMES)
      .map(({ id }) => id);
  };
}

/** A phrase says more than a word: each further word of a term adds one to its weight. */
function toTerm(term: string): { pattern: RegExp; weight: number } {
  const words = toPlain(term.replace(/\*/g, '\u0001')).trim().split(' ');
  const source = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\u0001', '[\\p{L}\\p{N}]*')).join(' ');
  return { pattern: new RegExp(` ${source} `, 'u'), weight: words.length };
}

/** Lower case, apostrophes dropped, every other mark a space, a space at both ends. */
function toPlain(text: string): string {
  return ` ${text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘]/g, '')
    .replace(/[^\p{L}\p{N}\u0001]+/gu, ' ')
    .trim()} `;
}
