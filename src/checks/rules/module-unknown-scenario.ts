import { suggest } from '../nearest.ts';
import { defineRule, type Finding } from '../rule.ts';

export const moduleUnknownScenario = defineRule('module-unknown-scenario', 'error', 'Every scenario that a module requires is there.', ({ modules, scenarios, unread }) => {
  const known = new Set([...scenarios.map(({ scenario }) => scenario.id), ...unread.scenarios]);
  return modules.flatMap((file) =>
    file.module.scenarios.flatMap((id, index): Finding[] =>
      known.has(id) ? [] : [[file, ['scenarios', index], `The module requires the scenario "${id}", and there is no such scenario.`, suggest(id, known, 'Write it as a file in scenarios/, or take it off the list.')]],
    ),
  );
});
