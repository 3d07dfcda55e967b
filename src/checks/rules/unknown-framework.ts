import { suggest } from '../nearest.ts';
import { defineRule, type Finding } from '../rule.ts';

export const unknownFramework = defineRule('unknown-framework', 'error', 'Every framework that academy.yaml lists is there.', ({ academy, files, frameworks, unread }) => {
  const known = new Set([...frameworks.map(({ framework }) => framework.id), ...unread.frameworks]);
  const file = files.academy;
  if (!file) return [];
  return (academy?.frameworks ?? []).flatMap((id, index): Finding[] =>
    known.has(id) ? [] : [[file, ['frameworks', index], `There is no framework "${id}".`, suggest(id, known, 'Import it first, or take it off the list.')]],
  );
});
