import { listStatements } from '../../framework/framework.ts';
import { parseStatementId } from '../../framework/ids.ts';
import { suggest } from '../nearest.ts';
import { defineRule, type Finding } from '../rule.ts';
import { indexWithdrawn } from '../withdrawn.ts';

export const unknownStatement = defineRule('unknown-statement', 'error', 'Every practice statement that a scenario names is in a framework.', ({ scenarios, frameworks, unread }) => {
  const known = new Set(frameworks.flatMap(({ framework }) => listStatements(framework).map(({ statement }) => statement.id)));
  // Another rule tells of those, and of what replaced them.
  const withdrawn = indexWithdrawn(frameworks);
  const frameworkIds = new Set(frameworks.map(({ framework }) => framework.id));
  const isUnknown = (id: string) => !known.has(id) && !withdrawn.has(id) && !unread.frameworks.has(parseStatementId(id)?.framework ?? '');
  const hintFor = (id: string) => {
    const framework = parseStatementId(id)?.framework ?? '';
    if (!frameworkIds.has(framework)) return `There is no framework "${framework}". ${suggest(framework, frameworkIds, 'Import it first, or name a statement of another.')}`;
    return suggest(id, [...known].filter((other) => other.startsWith(`${framework}/`)), 'Look the statement up in framework.yaml.');
  };
  return scenarios.flatMap((file) => {
    const { exercises, steps } = file.scenario;
    const find = (id: string, path: PropertyKey[], who: string): Finding[] => (isUnknown(id) ? [[file, path, `${who} "${id}", and there is no such practice statement.`, hintFor(id)]] : []);
    return [
      ...exercises.flatMap((id, index) => find(id, ['exercises', index], 'The scenario exercises')),
      ...steps.flatMap((step, stepIndex) =>
        step.options.flatMap(({ id, restsOn }, index) => find(restsOn, ['steps', stepIndex, 'options', index, 'restsOn'], `The choice "${id}" of the step "${step.id}" rests on`)),
      ),
    ];
  });
});
