import { Library } from '../course/library.ts';
import type { Framework } from '../framework/framework.ts';
import type { Content } from './content.ts';

/** The content that the academy shows: the frameworks that `academy.yaml` names, in its order, and all that belongs to them. */
export function toLibrary({ academy, frameworks, themes, scenarios, modules }: Content): Library {
  const all = frameworks.map(({ framework }) => framework).sort((a, b) => a.title.localeCompare(b.title));
  const shown: readonly Framework[] = academy?.frameworks?.flatMap((id) => all.find((framework) => framework.id === id) ?? []) ?? all;
  const ids = new Set(shown.map(({ id }) => id));
  const shownModules = modules.map(({ module }) => module).filter(({ framework }) => ids.has(framework));
  const named = new Set(shownModules.flatMap((module) => [...module.scenarios, ...module.sharedScenarios.map(({ scenario }) => scenario)]));
  return new Library({
    frameworks: shown,
    themes,
    scenarios: scenarios.map(({ scenario }) => scenario).filter(({ id, exercises }) => named.has(id) || exercises.some((statement) => ids.has(statement.split('/')[0] ?? ''))),
    modules: shownModules,
  });
}
