import type { Theme } from '../framework/theme.ts';

/** Ids of the themes that a text touches: one term is enough. */
export function listThemesNamed(text: string, themes: readonly Theme[]): string[] {
  const plain = ` ${text.toLowerCase().replace(/[‘’]/g, "'").replace(/[^\p{L}\p{N}'-]+/gu, ' ')} `;
  return themes.filter(({ terms }) => terms.some((term) => patternOf(term).test(plain))).map(({ id }) => id);
}

const patterns = new Map<string, RegExp>();

/** A term as a pattern of whole words; `*` stands for any ending. */
function patternOf(term: string): RegExp {
  const known = patterns.get(term);
  if (known) return known;
  const words = term.toLowerCase().replace(/[’]/g, "'").split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}/]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[\\p{L}'-]{0,12}")}(?![\\p{L}\\p{N}])`, 'u');
  patterns.set(term, pattern);
  return pattern;
}
