import { editionOf } from './edition.ts';
import type { ModuleRequirements } from './completion.ts';
import type { Lesson } from './lesson.ts';

/** What a module asks of a learner as it stands today: the completion contract judges by it. */
export function listRequirements({ module, element, scenarios }: Lesson): ModuleRequirements {
  return {
    scenarios: scenarios.map((scenario) => ({ id: scenario.id, edition: editionOf(scenario) })),
    ...(module.check.length > 0 && { check: { items: module.check.length, edition: editionOf(module.check) } }),
    statementsEdition: editionOf(element.statements.map(({ text, stem, isToAvoid }) => ({ text, stem: stem ?? '', isToAvoid: isToAvoid ?? false }))),
    ...(module.masteryScore !== undefined && { masteryScore: module.masteryScore }),
  };
}
