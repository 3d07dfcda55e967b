import type { ModuleFile } from '../content.ts';
import { suggest } from '../nearest.ts';
import { defineRule, type Finding } from '../rule.ts';

export const moduleUnknownScenario = defineRule('module-unknown-scenario', 'error', 'Every scenario that a module names is there.', ({ modules, scenarios, unread }) => {
  const known = new Set([...scenarios.map(({ scenario }) => scenario.id), ...unread.scenarios]);
  return modules.flatMap((file) =>
    listNamed(file).flatMap(([id, path, does]): Finding[] =>
      known.has(id) ? [] : [[file, path, `The module ${does} the scenario "${id}", and there is no such scenario.`, suggest(id, known, 'Write it as a file in scenarios/, or take it off the list.')]],
    ),
  );
});

function listNamed({ module }: ModuleFile): [id: string, path: PropertyKey[], does: string][] {
  return [
    ...module.scenarios.map((id, index): [string, PropertyKey[], string] => [id, ['scenarios', index], 'requires']),
    ...module.sharedScenarios.map(({ scenario }, index): [string, PropertyKey[], string] => [scenario, ['sharedScenarios', index, 'scenario'], 'borrows']),
  ];
}
