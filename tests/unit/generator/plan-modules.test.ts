import { describe, expect, test } from 'vitest';
import { hashModule } from '../../../src/generator/module-folder.ts';
import { planModules, readReviewDates } from '../../../src/generator/plan-modules.ts';
import { formatPlan } from '../../../src/generator/report-plan.ts';

const path = 'modules/on-time.mdx';
const plan = (there: string | undefined, known: string | undefined, generated = 'new') =>
  planModules(new Map(there === undefined ? [] : [[path, there]]), known === undefined ? {} : { [path]: hashModule(known) }, [{ path, text: generated }], hashModule);

describe('what is done with a module', () => {
  test.each([
    ['is not there', undefined, undefined, 'write', 'new'],
    ['was deleted by a person', undefined, 'old', 'write', 'new'],
    ['is as it was generated, and would now differ', 'old', 'old', 'rewrite', 'new'],
    ['is as it would be generated', 'new', 'new', 'keep', 'new'],
    ['is as it would be generated, though nobody noted it', 'new', undefined, 'keep', 'new'],
    ['was changed by a person', 'mine', 'old', 'leave', 'old'],
    ['was written by a person from the start', 'mine', undefined, 'leave', undefined],
    ['has only got other line ends from Git', 'old\r\nline', 'old\nline', 'rewrite', 'new'],
  ])('that %s', (_, there, known, action, noted) => {
    const { modules, manifest } = plan(there, known);
    expect(modules).toEqual([{ path, action, text: 'new' }]);
    expect(manifest).toEqual(noted === undefined ? {} : { [path]: hashModule(noted) });
  });

  test('whose element has gone from the framework: it stays, and is told', () => {
    const { modules, manifest } = planModules(new Map([[path, 'old']]), { [path]: hashModule('old') }, [], hashModule);
    expect(modules).toEqual([{ path, action: 'orphan' }]);
    expect(manifest).toEqual({ [path]: hashModule('old') });
  });
});

test('review dates are read from files, and what is no date is not', () => {
  const dates = readReviewDates(new Map([
    ['modules/a.mdx', '---\ntitle: x\nreviewBy: "2027-11-22"\n---\n'],
    ['modules/b.mdx', "---\r\nreviewBy: '2028-01-01'\r\n---\r\n"],
    ['modules/c.mdx', '---\nreviewBy: soon\n---\n'],
    ['modules/d.mdx', '---\nreviewBy: "2027-13-01"\n---\n'],
  ]));
  expect([...dates]).toEqual([['a', '2027-11-22'], ['b', '2028-01-01']]);
});

test('the report names what was left alone and shows it on request', () => {
  const left = plan('mine', 'old');
  expect(formatPlan('riverside', left, { isDryRun: false, show: false })).toMatchInlineSnapshot(`
    "riverside: 1 module
         1 changed by a person and left as they are
             modules/on-time.mdx
      To see what would have been written in their place, add --show."
  `);
  expect(formatPlan('riverside', left, { isDryRun: true, show: true })).toContain('riverside/modules/on-time.mdx would have been:\nnew');
});
