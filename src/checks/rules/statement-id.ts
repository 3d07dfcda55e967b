import { parseStatementId } from '../../framework/ids.ts';
import { suggest } from '../nearest.ts';
import { defineRule, type Finding } from '../rule.ts';

export const statementId = defineRule('statement-id', 'error', 'The id of a practice statement names its framework, and the element that it stands in or stood in first.', ({ frameworks }) =>
  frameworks.flatMap((file) => {
    const { id: framework, elements, withdrawnElements = [] } = file.framework;
    // Ids are permanent: a statement that moved still names the element it came from, which may have gone since.
    const known = new Set([...elements, ...withdrawnElements].map(({ id }) => id));
    return elements.flatMap((element, elementIndex) =>
      element.statements.flatMap(({ id }, index): Finding[] => {
        const named = parseStatementId(id);
        const path = ['elements', elementIndex, 'statements', index, 'id'];
        const where = `The statement "${id}" stands in the element "${framework}/${element.id}"`;
        if (named?.framework !== framework) return [[file, path, `${where}.`, `Start its id with "${framework}/${element.id}/".`]];
        return known.has(named.element) ? [] : [[file, path, `${where}, and its id names "${named.element}", which never was an element of this framework.`, `Start its id with "${framework}/${element.id}/". ${suggest(named.element, known, '')}`.trim()]];
      }),
    );
  }),
);
