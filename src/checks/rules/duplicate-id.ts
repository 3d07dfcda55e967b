import type { Framework } from '../../framework/framework.ts';
import type { WrittenFile } from '../content.ts';
import { defineRule, type Finding } from '../rule.ts';

const HINT = 'Give the newer one an id of its own. The older one stays as it is: learners’ records may hold it.';

export const duplicateId = defineRule('duplicate-id', 'error', 'No two things that an id could mean share one.', (content) => [
  ...content.scenarios.flatMap((file) => {
    const { steps, endings } = file.scenario;
    const stepIds = new Set(steps.map(({ id }) => id));
    return [
      ...findDuplicates(file, ['steps'], steps, 'steps'),
      ...steps.flatMap(({ options }, index) => findDuplicates(file, ['steps', index, 'options'], options, 'options of one step')),
      ...findDuplicates(file, ['endings'], endings, 'endings'),
      ...endings.flatMap(({ id }, index): Finding[] => (stepIds.has(id) ? [[file, ['endings', index, 'id'], `A step and an ending are both named "${id}", so "next: ${id}" could mean either.`, HINT]] : [])),
    ];
  }),
  ...content.modules.flatMap((file) => findDuplicates(file, ['check'], file.module.check, 'questions of the knowledge check')),
  ...content.frameworks.flatMap((file) => [
    ...findDuplicates(file, ['elements'], file.framework.elements, 'elements'),
    ...findRepeated(file, listAllStatements(file.framework), 'statements'),
  ]),
  ...(content.files.themes ? findDuplicates(content.files.themes, ['themes'], content.themes, 'themes') : []),
]);

function findDuplicates(file: WrittenFile, path: readonly PropertyKey[], things: readonly { id: string }[], what: string): Finding[] {
  return findRepeated(file, things.map(({ id }, index) => ({ id, path: [...path, index, 'id'] })), what);
}

/** Statements of the whole framework, since one may move and keep its id; those withdrawn come first, so that who takes the id of one is named. */
function listAllStatements({ elements, withdrawn = [] }: Framework): { id: string; path: PropertyKey[] }[] {
  return [
    ...withdrawn.map(({ id }, index) => ({ id, path: ['withdrawn', index, 'id'] })),
    ...elements.flatMap(({ statements }, element) => statements.map(({ id }, index) => ({ id, path: ['elements', element, 'statements', index, 'id'] }))),
  ];
}

function findRepeated(file: WrittenFile, things: readonly { id: string; path: readonly PropertyKey[] }[], what: string): Finding[] {
  const seen = new Set<string>();
  return things.flatMap(({ id, path }): Finding[] => {
    const isDuplicate = seen.has(id);
    seen.add(id);
    return isDuplicate ? [[file, path, `Two ${what} are named "${id}".`, HINT]] : [];
  });
}
