import { listNamedStatements } from '../../course/check/check-item.ts';
import { defineRule, type Finding } from '../rule.ts';
import { describeWithdrawal, indexWithdrawn } from '../withdrawn.ts';

export const withdrawnStatement = defineRule('withdrawn-statement', 'error', 'No scenario or knowledge check builds on a practice statement that a later edition withdrew.', ({ scenarios, modules, frameworks }) => {
  const withdrawn = indexWithdrawn(frameworks);
  const find = (file: Finding[0], id: string, path: PropertyKey[], who: string): Finding[] => {
    const statement = withdrawn.get(id);
    if (!statement) return [];
    const advice = statement.replacedBy === undefined ? 'Name a statement that says the same today, or take this out.' : `Name "${statement.replacedBy}" if what is written here still fits its words.`;
    return [[file, path, `${who} "${id}", which ${describeWithdrawal(statement)}. It said: “${statement.text}”`, advice]];
  };
  return [
    ...scenarios.flatMap((file) => [
      ...file.scenario.exercises.flatMap((id, index) => find(file, id, ['exercises', index], 'The scenario exercises')),
      ...file.scenario.steps.flatMap((step, stepIndex) =>
        step.options.flatMap(({ id, restsOn }, index) => find(file, restsOn, ['steps', stepIndex, 'options', index, 'restsOn'], `The choice "${id}" of the step "${step.id}" rests on`)),
      ),
    ]),
    ...modules.flatMap((file) => file.module.check.flatMap((item, at) => listNamedStatements(item).flatMap(({ id, path }) => find(file, id, ['check', at, ...path], `The question "${item.id}" names`)))),
  ];
});
