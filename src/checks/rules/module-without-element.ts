import { suggest } from '../nearest.ts';
import { defineRule, type Finding } from '../rule.ts';
import { describeWithdrawal } from '../withdrawn.ts';

export const moduleWithoutElement = defineRule('module-without-element', 'error', 'Every learning module belongs to an element of its framework.', ({ modules, frameworks, unread }) => {
  const frameworkOf = new Map(frameworks.map(({ framework }) => [framework.id, framework]));
  return modules.flatMap((file): Finding[] => {
    const { framework, element } = file.module;
    const elements = frameworkOf.get(framework)?.elements.map(({ id }) => id);
    if (unread.frameworks.has(framework) || elements?.includes(element)) return [];
    const withdrawn = frameworkOf.get(framework)?.withdrawnElements?.find(({ id }) => id === element);
    if (withdrawn) return [[file, ['element'], `The element "${element}" ${describeWithdrawal(withdrawn)}, so this module teaches nothing of the framework.`, 'Move what is still worth reading into another module, and remove this one. Learners’ records of it stay.']];
    return [[file, ['element'], `The framework "${framework}" has no element "${element}", so this module teaches nothing of it.`, suggest(element, elements ?? [], 'Rename the file and its "element", or remove the module.')]];
  });
});
