import { listUnsafeNodes } from '../../course/module-body.ts';
import type { Rule } from '../rule.ts';

/** Keeps the names of what it finds (`module-code`, `module-tag`, …): each asks for something else. */
export const moduleBody: Rule = {
  id: 'module-body',
  describe: 'The text of a module is prose and the parts of a module, and nothing that runs.',
  check: ({ modules }) => modules.flatMap(({ body, file, bodyLine }) => listUnsafeNodes(body, file, bodyLine)),
};
