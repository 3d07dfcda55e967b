import { suggest } from '../nearest.ts';
import { defineRule, type Finding } from '../rule.ts';

export const sharedScenario = defineRule('shared-scenario', 'error', 'A scenario from the shared library names the statement of its module’s element that it is shown for.', ({ modules, frameworks }) => {
  const elements = new Map(frameworks.flatMap(({ framework }) => framework.elements.map((element) => [`${framework.id}/${element.id}`, element] as const)));
  return modules.flatMap((file) => {
    const element = elements.get(`${file.module.framework}/${file.module.element}`);
    if (!element) return [];
    const known = element.statements.map(({ id }) => id);
    return file.module.sharedScenarios.flatMap(({ scenario, statement }, index): Finding[] =>
      known.includes(statement) ? [] : [[file, ['sharedScenarios', index, 'statement'], `The shared scenario "${scenario}" is shown for "${statement}", which is no statement of this element.`, suggest(statement, known, 'Name the statement that it exercises, or take the scenario off the list.')]],
    );
  });
});
