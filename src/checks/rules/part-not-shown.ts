import { visit } from 'unist-util-visit';
import { listRequiredScenarios } from '../../course/learning-module.ts';
import type { ModuleFile } from '../content.ts';
import { treeOf } from '../module-tree.ts';
import { defineRule, type Finding } from '../rule.ts';

export const partNotShown = defineRule('part-not-shown', 'error', 'What a module asks of learners, its scenarios and its knowledge check, stands in its text, so that they can complete it.', ({ modules, scenarios: library }) => {
  // Of one that nobody wrote another rule tells.
  const known = new Set(library.map(({ scenario }) => scenario.id));
  return modules.flatMap((file): Finding[] => {
    const shown = listShown(file);
    if (!shown) return [];
    const { module } = file;
    const scenarios = listRequiredScenarios(module).filter((id) => known.has(id) && !shown.scenarios.has(id));
    return [
      ...scenarios.map((id): Finding => [file, module.scenarios.includes(id) ? ['scenarios', module.scenarios.indexOf(id)] : ['sharedScenarios'], `The module requires the scenario "${id}", and its text does not show it, so nobody can complete the module.`, `Put <Scenario id="${id}" /> on a line of its own in the text, or take it off the list.`]),
      ...(module.check.length > 0 && !shown.check ? [[file, ['check'], 'The module has questions, and its text does not show them, so nobody can complete the module.', 'Put <KnowledgeCheck /> on a line of its own in the text, under a heading such as "## Check what you know".'] satisfies Finding] : []),
    ];
  });
});

/** The scenarios and the check that a module's text shows; `undefined` where it can't be read, which another rule tells. */
function listShown(file: ModuleFile): { scenarios: Set<string>; check: boolean } | undefined {
  const read = treeOf(file);
  if ('problem' in read) return undefined;
  const shown = { scenarios: new Set<string>(), check: false };
  visit(read.tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (node.name === 'KnowledgeCheck') shown.check = true;
    if (node.name !== 'Scenario') return;
    for (const attribute of node.attributes) if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'id' && typeof attribute.value === 'string') shown.scenarios.add(attribute.value);
  });
  return shown;
}
