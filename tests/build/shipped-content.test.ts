import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { readContent } from '../../src/checks/read-content.ts';
import { MAX_ABOVE_CHANCE, measureTestWiseness } from '../../src/checks/test-wiseness/measure-library.ts';
import type { Judgement } from '../../src/course/judgement.ts';
import { walkRoute, type Choice } from '../../src/course/route.ts';
import type { Scenario } from '../../src/course/scenario.ts';
import { listStatements } from '../../src/framework/framework.ts';
import { isQuotedFrom } from '../../src/framework/quotation.ts';
import { generateFramework } from '../../src/generator/generate-framework.ts';

const content = await readContent('content');
const scenarios = content.scenarios.map(({ scenario }) => scenario);

test('nothing that ships breaks a rule', () => {
  expect(checkContent(content, { today: '2026-12-01', isRelease: true })).toEqual([]);
});

test.each(content.frameworks.map((file) => [file.framework.id, file] as const))('%s: every statement stands word for word at its place in the document of record', (_, { framework, source }) => {
  const statements = listStatements(framework);
  expect(statements.length).toBeGreaterThan(30);
  expect(statements.filter(({ statement }) => !isQuotedFrom(source?.document.text ?? '', statement)).map(({ statement }) => statement.id)).toEqual([]);
});

test('the documents of record are as they were received', () => {
  expect(Object.fromEntries(content.frameworks.map(({ framework: { id, source } }) => [id, createHash('sha256').update(readFileSync(`content/frameworks/${id}/source/${source}`)).digest('hex')]))).toEqual({
    'dudley-practice-framework': '9a3aeddacdd40b0c956e2ce59c4eb50d4746e2040786b4ed411b41cd2a06973f',
    'family-safeguarding': '8140f54201b577ea7a4da128b7f498e68c01afb84e941f17245b8a9b5255b7c7',
    'relationships-first': '6bc99e0d4d1cdc5e99f8d77d0e157b58f68e3d2769b3764be1b593284bd5bb42',
    'rotherham-practice-standards': '942bd4cd5c41447ebe701e3ca6a857450e3141986e60bfe3f5fd7d107a0bfda9',
    'this-is-how-we-do-it': '92fc12d8e9b23960d6087724adeab208b8bb94cf5f612d19313f1794977c459b',
  });
});

test.each(content.frameworks.map(({ framework }) => framework))('$id: generating its modules again would change nothing', async (framework) => {
  const plan = await generateFramework(`content/frameworks/${framework.id}`, { framework, themes: content.themes, scenarios, today: '2030-01-01' }, { isDryRun: true });
  expect(plan.modules.filter(({ action }) => action === 'write' || action === 'rewrite')).toEqual([]);
  expect(plan.modules).toHaveLength(framework.elements.length);
});

test('at least 75 scenarios ship, eight of them and more for managers and practice educators', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(75);
  expect(scenarios.filter(({ role = '' }) => /manager|supervisor$|educator|chair/.test(role)).length).toBeGreaterThanOrEqual(8);
});

test.each(content.frameworks.flatMap(({ framework }) => framework.elements.map((element) => [`${framework.id}/${element.id}`, element] as const)))('%s has a scenario that is about it first, and its module has one that practises it', (id, { statements }) => {
  const own = new Set(statements.map((statement) => statement.id));
  expect(scenarios.filter(({ exercises: [main = ''] }) => own.has(main)), 'scenarios whose main statement it is').not.toEqual([]);
  const required = content.modules.find(({ module }) => `${module.framework}/${module.element}` === id)?.module.scenarios ?? [];
  expect(scenarios.filter((scenario) => required.includes(scenario.id) && scenario.exercises.some((statement) => own.has(statement)))).toHaveLength(required.length);
  expect(required.length).toBeGreaterThan(0);
});

test('no two scenarios open alike', () => {
  const openings = scenarios.map(({ steps }) => (steps[0]?.situation ?? '').toLowerCase().split(/\s+/).slice(0, 8).join(' '));
  expect(openings.filter((opening, index) => openings.indexOf(opening) !== index)).toEqual([]);
});

test('no strategy that knows nothing of practice passes more than ten percentage points above chance', () => {
  const results = measureTestWiseness(scenarios, content.frameworks.map(({ framework }) => framework));
  expect(results.filter(({ abovePass }) => abovePass > MAX_ABOVE_CHANCE).map(({ strategy, abovePass }) => `${strategy.id}: ${abovePass}`)).toEqual([]);
});

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_, scenario) => {
  const routes = [...listRoutes(scenario)];

  test('ends on every route, in at least two different ways', () => {
    expect(routes.every(({ ending }) => ending !== undefined)).toBe(true);
    expect(new Set(routes.map(({ ending }) => ending)).size).toBeGreaterThanOrEqual(2);
  });

  test('has two to four steps, and asks for two decisions or more of those who choose well', () => {
    expect(scenario.steps.length).toBeLessThanOrEqual(4);
    expect(Math.min(...routes.filter(({ decisions }) => decisions.every((judgement) => judgement === 'strong')).map(({ decisions }) => decisions.length))).toBeGreaterThanOrEqual(2);
  });

  test('was read a second time', () => {
    expect(scenario.reviewed).toBeDefined();
  });

  test('can be solved neither by the first nor by the longest option alone', () => {
    const alwaysStrong = (pick: (step: Scenario['steps'][number]) => string) => scenario.steps.every((step) => step.options.find(({ id }) => id === pick(step))?.judgement === 'strong');
    expect(alwaysStrong((step) => step.options[0]?.id ?? '')).toBe(false);
    expect(alwaysStrong((step) => [...step.options].sort((a, b) => b.text.length - a.text.length)[0]?.id ?? '')).toBe(false);
  });
});

/** Every way through a scenario. */
function* listRoutes(scenario: Scenario, chosen: readonly Choice[] = []): Generator<{ decisions: Judgement[]; ending: string | undefined }> {
  const route = walkRoute(scenario, chosen);
  if (route.state !== 'at-step') {
    yield { decisions: route.steps.map(({ taken }) => taken.option.judgement), ending: route.state === 'ended' ? route.ending.id : undefined };
    return;
  }
  for (const { id } of route.step.options) yield* listRoutes(scenario, [...chosen, { step: route.step.id, option: id }]);
}
