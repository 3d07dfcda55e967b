import { parseStatementId } from '../../framework/ids.ts';
import { defineRule, type Finding } from '../rule.ts';

export const statementId = defineRule('statement-id', 'error', 'The id of a practice statement names the framework and the element it stands in.', ({ frameworks }) =>
  frameworks.flatMap((file) =>
    file.framework.elements.flatMap((element, elementIndex) =>
      element.statements.flatMap(({ id }, index): Finding[] => {
        const parts = parseStatementId(id);
        if (parts?.framework === file.framework.id && parts.element === element.id) return [];
        return [[file, ['elements', elementIndex, 'statements', index, 'id'], `The statement "${id}" stands in the element "${file.framework.id}/${element.id}".`, `Start its id with "${file.framework.id}/${element.id}/", or move it to the element that its id names.`]];
      }),
    ),
  ),
);
