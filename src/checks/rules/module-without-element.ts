import { suggest } from '../nearest.ts';
import { defineRule, type Finding } from '../rule.ts';

export const moduleWithoutElement = defineRule('module-without-element', 'error', 'Every learning module belongs to an element of its framework.', ({ modules, frameworks, unread }) => {
  const elementsOf = new Map(frameworks.map(({ framework }) => [framework.id, framework.elements.map(({ id }) => id)]));
  return modules.flatMap((file): Finding[] => {
    const { framework, element } = file.module;
    const elements = elementsOf.get(framework);
    if (unread.frameworks.has(framework) || elements?.includes(element)) return [];
    return [[file, ['element'], `The framework "${framework}" has no element "${element}", so this module teaches nothing of it.`, suggest(element, elements ?? [], 'Rename the file and its "element", or remove the module.')]];
  });
});
