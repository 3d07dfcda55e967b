import { describe, expect, test } from 'vitest';
import type { CourseCatalogue } from '../../../src/record/course-catalogue.ts';
import { projectMyLearning } from '../../../src/record/my-learning.ts';
import { endVisitWell, eventsOf, minute, startVisit, submitCheck } from './events-of.ts';

const module = (element: string, requirements: Partial<CourseCatalogue['modules'][number]['requirements']>): CourseCatalogue['modules'][number] => ({
  module: `rivermouth/${element}`,
  title: element,
  framework: 'rivermouth',
  requirements: { scenarios: [], statementsEdition: 's1', ...requirements },
});
const catalogue: CourseCatalogue = {
  modules: [module('listening', { check: { items: 1, edition: 'c1' } }), module('timely-help', { scenarios: [{ id: 'visit', edition: 'e1' }] }), module('together', { scenarios: [{ id: 'visit', edition: 'e1' }], check: { items: 1, edition: 'c1' } }), module('untouched', {})],
  scenarios: [{ id: 'visit', title: 'The visit that slipped', edition: 'e1' }],
};

describe('projectMyLearning', () => {
  test('is empty for a learner who did nothing', () => {
    expect(projectMyLearning([], catalogue)).toEqual({ inProgress: [], completed: [], noLongerOffered: [], reflections: [] });
  });

  test('lists what is in progress and what is completed, the latest first, and leaves out the rest', () => {
    const { inProgress, completed } = projectMyLearning(eventsOf(submitCheck('rivermouth/listening', 0), startVisit('first', 'rivermouth/together'), endVisitWell()), catalogue);
    expect(completed.map(({ title, standing, lastAt }) => [title, standing.success, standing.score, lastAt])).toEqual([
      ['timely-help', 'passed', 0.85, minute(2)],
      ['listening', 'failed', 0, minute(0)],
    ]);
    expect(inProgress.map(({ title, standing }) => [title, standing.remaining])).toEqual([['together', ['check']]]);
  });

  test('a scenario done on its own page begins no module, though it completes one that asks for nothing else', () => {
    const { inProgress, completed } = projectMyLearning(eventsOf(startVisit(), endVisitWell()), catalogue);
    expect(inProgress).toEqual([]);
    expect(completed.map(({ title }) => title)).toEqual(['timely-help']);
  });

  test('shows the latest reflection on each module, also on one that is no longer offered', () => {
    const events = eventsOf(
      { type: 'reflection-saved', module: 'rivermouth/listening', text: 'Ask first.' },
      { type: 'reflection-saved', module: 'rivermouth/withdrawn', text: 'Keep this.' },
      { type: 'reflection-saved', module: 'rivermouth/listening', text: 'Ask first, then wait.' },
    );
    expect(projectMyLearning(events, catalogue).reflections).toEqual([
      { module: 'rivermouth/listening', title: 'listening', text: 'Ask first, then wait.', at: minute(2) },
      { module: 'rivermouth/withdrawn', text: 'Keep this.', at: minute(1) },
    ]);
  });

  test('keeps the completion of a module that is no longer offered', () => {
    const events = eventsOf({ type: 'module-completed', module: 'rivermouth/withdrawn', success: 'passed', score: 0.9, parts: { check: 'c1' } });
    expect(projectMyLearning(events, catalogue).noLongerOffered).toEqual([{ module: 'rivermouth/withdrawn', completedAt: minute(0), success: 'passed', score: 0.9 }]);
  });
});
