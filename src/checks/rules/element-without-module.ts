import { defineRule, type Finding } from '../rule.ts';

export const elementWithoutModule = defineRule('element-without-module', 'warning', 'Every element of a framework has its learning module.', ({ frameworks, modules, unread }) => {
  const taught = new Set([...modules.map(({ module }) => `${module.framework}/${module.element}`), ...unread.modules]);
  return frameworks.flatMap((file) =>
    file.framework.elements.flatMap(({ id, label }, index): Finding[] =>
      taught.has(`${file.framework.id}/${id}`) ? [] : [[file, ['elements', index, 'id'], `"${label}" has no learning module yet.`, `Generate it, or write modules/${id}.mdx.`]],
    ),
  );
});
