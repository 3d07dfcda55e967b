import { expect, test } from 'vitest';
import { readContent } from '../../../src/checks/read-content.ts';
import { toLibrary } from '../../../src/checks/to-library.ts';
import { copyContent } from './edited-content.ts';

const LISTEN = 'frameworks/elm-practice/modules/we-listen.mdx';

test('a scenario that a shown module borrows is shown, though its own framework is not', async () => {
  const borrowed = 'scenarios: []\nsharedScenarios:\n  - { scenario: the-late-visit, statement: elm-practice/we-listen/1 }';
  const content = await readContent(await copyContent([LISTEN, 'scenarios:\n  - the-quiet-boy', borrowed]));
  // As if both scenarios had been written for a framework that this academy leaves out.
  const elsewhere = content.scenarios.map((file) => ({ ...file, scenario: { ...file.scenario, exercises: ['elsewhere/element/1'] } }));
  const { scenarios } = toLibrary({ ...content, modules: content.modules.filter(({ module }) => module.element === 'we-listen'), scenarios: elsewhere });
  expect(scenarios.map(({ id }) => id)).toEqual(['the-late-visit']);
});
