import { parseStatementId } from '../../framework/ids.ts';
import { defineRule, type Finding } from '../rule.ts';

const MANY = 3;

export const elementWithoutScenario = defineRule('element-without-scenario', 'warning', 'Every element of a framework is practised in a scenario: one that exercises its statements, or one from the shared library.', ({ frameworks, scenarios, modules, unread }) => {
  if (unread.scenarios.size > 0) return [];
  const practised = new Set([
    ...scenarios.flatMap(({ scenario }) => scenario.exercises.flatMap((id) => parseStatementId(id) ?? []).map(({ framework, element }) => `${framework}/${element}`)),
    ...modules.flatMap(({ module }) => (module.sharedScenarios.length > 0 ? [`${module.framework}/${module.element}`] : [])),
  ]);
  return frameworks.flatMap((file): Finding[] => {
    const { id: framework, elements } = file.framework;
    const missing = elements.filter((element) => {
      // A statement that moved keeps its id, which then names the element that it stood in before.
      const ownIds = [element.id, ...element.statements.flatMap(({ id }) => parseStatementId(id)?.element ?? [])];
      return !ownIds.some((id) => practised.has(`${framework}/${id}`));
    });
    const hint = 'Write one: the page "Write a scenario" (/author/) has one to start from. "npm run coverage" lists every gap.';
    if (missing.length > MANY) return [[file, ['elements'], `${missing.length} of ${elements.length} elements have no scenario yet.`, hint]];
    return missing.map(({ id, label }) => [file, ['elements', elements.findIndex((element) => element.id === id), 'id'], `No scenario practises "${label}" yet.`, hint]);
  });
});
