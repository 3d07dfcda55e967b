import { expect, test } from 'vitest';
import { listCiting } from '../../../src/checks/list-citing.ts';
import { readContent } from '../../../src/checks/read-content.ts';
import { WHOLE } from './edited-content.ts';

test('scenarios name what they exercise and rest on; modules their element and what their questions quote', async () => {
  const content = await readContent(WHOLE);
  const named = listCiting(content, 'elm-practice').map(({ what, title, statements, element }) => [what, title, [...new Set(statements)], element]);
  expect(named).toEqual([
    ['Scenario', 'The late visit', ['elm-practice/we-come-on-time/1', 'elm-practice/we-come-on-time/2'], undefined],
    ['Scenario', expect.any(String), expect.arrayContaining([expect.stringMatching(/^elm-practice\//)]), undefined],
    ['Module', 'We come on time', ['elm-practice/we-come-on-time/1', 'elm-practice/we-listen/1', 'elm-practice/we-come-on-time/2'], 'we-come-on-time'],
    ['Module', 'We listen', ['elm-practice/we-listen/1', 'elm-practice/we-come-on-time/1', 'elm-practice/we-listen/2'], 'we-listen'],
  ]);
});

test('what belongs to another framework is left out', async () => {
  expect(listCiting(await readContent(WHOLE), 'oak-practice')).toEqual([]);
});
