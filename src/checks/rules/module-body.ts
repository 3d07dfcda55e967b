import { listUnsafeIn } from '../../course/module-body.ts';
import { treeOf } from '../module-tree.ts';
import type { Rule } from '../rule.ts';

/** Keeps the names of what it finds (`module-code`, `module-tag`, …): each asks for something else. */
export const moduleBody: Rule = {
  id: 'module-body',
  describe: 'The text of a module is prose and the parts of a module, and nothing that runs.',
  check: ({ modules }) =>
    modules.flatMap((module) => {
      const read = treeOf(module);
      return 'problem' in read ? [read.problem] : listUnsafeIn(read.tree, module.file, module.bodyLine);
    }),
};
