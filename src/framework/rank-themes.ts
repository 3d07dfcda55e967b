import type { Element } from './framework.ts';
import type { Theme } from './theme.ts';

/** The themes of an element, those of most statements first. */
export function rankThemes({ statements }: Element, themes: readonly Theme[]): Theme[] {
  const count = (id: string) => statements.filter((statement) => statement.themes.includes(id)).length;
  return themes.filter(({ id }) => count(id) > 0).sort((a, b) => count(b.id) - count(a.id));
}

/** Themes as they stand in a sentence: "time and reliability; the child's voice". */
export function listThemeLabels(themes: readonly Theme[]): string {
  return themes.map(({ label }) => `${label.charAt(0).toLowerCase()}${label.slice(1)}`).join('; ');
}
