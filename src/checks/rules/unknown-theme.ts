import { suggest } from '../nearest.ts';
import { defineRule, type Finding } from '../rule.ts';
import type { WrittenFile } from '../content.ts';

export const unknownTheme = defineRule('unknown-theme', 'error', 'Every theme that is named is in themes.yaml.', ({ themes, scenarios, frameworks, unread }) => {
  if (unread.themes) return [];
  const known = new Set(themes.map(({ id }) => id));
  const find = (file: WrittenFile, path: readonly PropertyKey[], named: readonly string[]) =>
    named.flatMap((id, index): Finding[] => (known.has(id) ? [] : [[file, [...path, index], `There is no theme "${id}".`, suggest(id, known, 'Name a theme of themes.yaml, or add it there.')]]));
  return [
    ...scenarios.flatMap((file) => find(file, ['themes'], file.scenario.themes)),
    ...frameworks.flatMap((file) =>
      file.framework.elements.flatMap(({ statements }, element) => statements.flatMap((statement, index) => find(file, ['elements', element, 'statements', index, 'themes'], statement.themes))),
    ),
  ];
});
