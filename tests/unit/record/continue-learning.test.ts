import { describe, expect, test } from 'vitest';
import { projectContinue } from '../../../src/record/continue-learning.ts';
import type { CourseCatalogue } from '../../../src/record/course-catalogue.ts';
import { endVisitWell, eventsOf, minute, ringAndSaySo, startVisit, submitCheck } from './events-of.ts';

const timelyHelp = 'rivermouth/timely-help';
const listening = 'rivermouth/listening';
const catalogue: CourseCatalogue = {
  modules: [
    { module: timelyHelp, title: 'Timely help', framework: 'rivermouth', requirements: { scenarios: [{ id: 'visit', edition: 'e1' }], check: { items: 1, edition: 'c1' }, statementsEdition: 's1' } },
    { module: listening, title: 'Listening', framework: 'rivermouth', requirements: { scenarios: [], check: { items: 1, edition: 'c1' }, statementsEdition: 's1' } },
  ],
  scenarios: [{ id: 'visit', title: 'The visit that slipped', edition: 'e1' }],
};

describe('projectContinue', () => {
  test('offers nothing to a learner who began nothing', () => {
    expect(projectContinue([], catalogue)).toBeUndefined();
  });

  test('offers the scenario that was left in the middle, on the page where it was begun', () => {
    expect(projectContinue(eventsOf(startVisit('first', timelyHelp), ringAndSaySo()), catalogue)).toEqual({ kind: 'scenario', id: 'visit', module: timelyHelp, at: minute(1) });
    expect(projectContinue(eventsOf(startVisit()), catalogue)).toEqual({ kind: 'scenario', id: 'visit', at: minute(0) });
  });

  test('offers the rest of the module after its scenario has ended', () => {
    expect(projectContinue(eventsOf(startVisit('first', timelyHelp), endVisitWell()), catalogue)).toEqual({ kind: 'module', id: timelyHelp, at: minute(1) });
  });

  test('offers the latest of several unfinished things', () => {
    const reflect = { type: 'reflection-saved', module: listening, text: 'Ask first.' } as const;
    expect(projectContinue(eventsOf(startVisit(), reflect), catalogue)).toMatchObject({ kind: 'module', id: listening });
    expect(projectContinue(eventsOf(reflect, startVisit()), catalogue)).toMatchObject({ kind: 'scenario', id: 'visit' });
  });

  test('passes over what is completed to what came before', () => {
    expect(projectContinue(eventsOf(startVisit(), submitCheck(listening, 1)), catalogue)).toMatchObject({ kind: 'scenario', id: 'visit' });
  });

  test('offers nothing when all is completed, and nothing that the site no longer has', () => {
    expect(projectContinue(eventsOf(submitCheck(listening, 1)), catalogue)).toBeUndefined();
    expect(projectContinue(eventsOf(startVisit(), submitCheck(listening, 0)), { modules: [], scenarios: [] })).toBeUndefined();
  });
});
