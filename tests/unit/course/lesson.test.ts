import { describe, expect, test } from 'vitest';
import type { LearningModule } from '../../../src/course/learning-module.ts';
import { prepareLesson } from '../../../src/course/lesson.ts';
import { Library } from '../../../src/course/library.ts';
import { listRequirements } from '../../../src/course/module-requirements.ts';
import type { Scenario } from '../../../src/course/scenario.ts';
import type { Framework } from '../../../src/framework/framework.ts';

const framework = (id: string): Framework => ({
  id, title: `How ${id} works`, source: 'x.md', edition: { label: 'first' },
  elements: [{ id: 'on-time', kind: 'standard', label: 'On time', statements: [{ id: `${id}/on-time/1`, text: 'We come when we said.', source: { start: 0, end: 1 }, themes: [] }] }],
});
const scenario = (id: string, exercises: string): Scenario => ({
  id, exercises: [exercises], title: id, summary: 'A visit that slips.', minutes: 5, setting: 'phone', themes: ['timeliness'], status: 'checked', reviewBy: '2030-01-01', references: [],
  steps: [], endings: [], debrief: 'What it was about.', supervision: ['What would I do?'],
});
const learning = (named: Pick<LearningModule, 'scenarios' | 'sharedScenarios'>): LearningModule => ({
  framework: 'ours', element: 'on-time', title: 'On time', objectives: ['Say when you come'], minutes: 5, check: [], reflection: 'Who waits for you?', supervision: ['Who waits for me?'], status: 'draft', reviewBy: '2030-01-01', ...named,
});

const LENT = { scenario: 'lent', statement: 'ours/on-time/1' };
const prepare = (named: Pick<LearningModule, 'scenarios' | 'sharedScenarios'>, frameworks = [framework('ours'), framework('theirs')]) => {
  const module = learning(named);
  const library = new Library({ frameworks, themes: [], modules: [module], scenarios: [scenario('own', 'ours/on-time/1'), scenario('lent', 'theirs/on-time/1'), scenario('lent-too', 'theirs/on-time/1')] });
  return { library, lesson: prepareLesson(library, module) };
};
const required = (named: Pick<LearningModule, 'scenarios' | 'sharedScenarios'>) => listRequirements(prepare(named).lesson).scenarios.map(({ id }) => id);

describe('what a module requires', () => {
  test('is its own scenarios, whatever it borrows', () => {
    expect(required({ scenarios: ['own'], sharedScenarios: [LENT] })).toEqual(['own']);
  });

  test('is the first that it borrows, where it has none of its own', () => {
    expect(required({ scenarios: [], sharedScenarios: [LENT, { ...LENT, scenario: 'lent-too' }] })).toEqual(['lent']);
  });

  test('is no scenario where it has none at all', () => {
    expect(required({ scenarios: [], sharedScenarios: [] })).toEqual([]);
  });
});

describe('a borrowed scenario', () => {
  test('comes with the statement it fits and the one it was written for', () => {
    const [shared] = prepare({ scenarios: [], sharedScenarios: [LENT] }).lesson.shared;
    expect([shared?.fits.framework.id, shared?.writtenFor?.framework.id]).toEqual(['ours', 'theirs']);
  });

  test('says nothing of a framework that the academy does not show', () => {
    const [shared] = prepare({ scenarios: [], sharedScenarios: [LENT] }, [framework('ours')]).lesson.shared;
    expect(shared?.scenario.id).toBe('lent');
    expect(shared?.writtenFor).toBeUndefined();
  });

  test('can be found from the statement, from the framework and from the scenario', () => {
    const { library, lesson } = prepare({ scenarios: [], sharedScenarios: [LENT] });
    expect(library.listSharedScenariosFor('ours/on-time/1').map(({ id }) => id)).toEqual(['lent']);
    expect(library.listSharedScenariosOf(lesson.framework).map(({ id }) => id)).toEqual(['lent']);
    expect(library.listBorrowers('lent').map(({ statement }) => statement.id)).toEqual(['ours/on-time/1']);
    expect(library.listScenariosOf(lesson.framework).map(({ id }) => id)).toEqual(['own']);
  });

  test.each([
    ['scenario', { ...LENT, scenario: 'nobody-wrote-it' }],
    ['statement', { ...LENT, statement: 'ours/on-time/2' }],
  ])('that names an unknown %s is refused', (_, entry) => {
    expect(() => prepare({ scenarios: [], sharedScenarios: [entry] })).toThrow(RangeError);
  });
});
