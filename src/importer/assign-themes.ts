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
      for (const { isIn, weight } of terms) {
        if (isIn(statement)) score += weight;
        if (isIn(context)) score += weight * WEIGHT_OF_LABEL;
        if (isIn(heading)) score += weight * WEIGHT_OF_SECTION;
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
function toTerm(term: string): { isIn: (plain: string) => boolean; weight: number } {
  const plain = toPlain(term.replace(/\*/g, '\u0001')).trim();
  return { isIn: makeSearch(plain), weight: plain.split(' ').length };
}

/** Words stand between spaces, so all but an ending left open inside a phrase is found without a pattern, ten times as fast. */
function makeSearch(plain: string): (text: string) => boolean {
  const open = plain.indexOf('\u0001');
  if (open < 0) return (text) => text.includes(` ${plain} `);
  if (open === plain.length - 1) return (text) => text.includes(` ${plain.slice(0, -1)}`);
  const pattern = new RegExp(` ${plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\u0001', '[\\p{L}\\p{N}]*')} `, 'u');
  return (text) => pattern.test(text);
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
