import { defineRule, type Finding } from '../rule.ts';

const MANY = 3;

export const elementWithoutModule = defineRule('element-without-module', 'warning', 'Every element of a framework has its learning module.', ({ frameworks, modules, unread }) => {
  const taught = new Set([...modules.map(({ module }) => `${module.framework}/${module.element}`), ...unread.modules]);
  return frameworks.flatMap((file): Finding[] => {
    const { id: framework, elements } = file.framework;
    const missing = elements.filter(({ id }) => !taught.has(`${framework}/${id}`));
    // Right after an import none is there: one message says it as well as fourteen.
    if (missing.length > MANY) return [[file, ['elements'], `${missing.length} of ${elements.length} elements have no learning module yet.`, `Generate them with "npm run generate -- ${framework}".`]];
    return missing.map(({ id, label }) => [file, ['elements', elements.findIndex((element) => element.id === id), 'id'], `"${label}" has no learning module yet.`, `Generate it with "npm run generate -- ${framework}", or write modules/${id}.mdx.`]);
  });
});
