import { describe, expect, test } from 'vitest';
import type { ModuleRequirements } from '../../../src/course/completion.ts';
import type { LearnerEventInput } from '../../../src/record/learner-event.ts';
import { findCompletionToRecord, projectModule } from '../../../src/record/module-progress.ts';
import { endVisitBadly, endVisitWell, eventsOf, minute, saySorry, startVisit, submitCheck } from './events-of.ts';

const visit = { id: 'visit', edition: 'e1' };
const statementsEdition = 's1';
const timelyHelp = { module: 'rivermouth/timely-help', requirements: { scenarios: [visit], statementsEdition } };
const listening = { module: 'rivermouth/listening', requirements: { scenarios: [visit], check: { items: 2, edition: 'c1' }, statementsEdition } };
const record = (course: { module: string; requirements: ModuleRequirements }, ...inputs: LearnerEventInput[]) => findCompletionToRecord(eventsOf(...inputs), course);

describe('projectModule', () => {
  test('a module that nobody began has no dates', () => {
    const progress = projectModule([], timelyHelp);
    expect(progress.standing.completion).toBe('incomplete');
    expect(progress).not.toHaveProperty('startedAt');
  });

  test('a scenario counts for every module that asks for it, on whichever page it was done', () => {
    const events = eventsOf(startVisit(), endVisitWell());
    expect(projectModule(events, timelyHelp).standing).toMatchObject({ completion: 'completed', success: 'passed', score: 0.85, completedAt: minute(1) });
    expect(projectModule(events, listening).standing).toMatchObject({ completion: 'incomplete', remaining: ['check'] });
  });

  test('a check counts for its own module only', () => {
    const events = eventsOf(endVisitWell(), submitCheck('rivermouth/timely-help', 1, 1));
    expect(projectModule(events, listening).standing.completion).toBe('incomplete');
  });

  test('the same attempt ended in two tabs counts once, by its first ending', () => {
    const events = eventsOf(startVisit(), endVisitWell(), endVisitBadly());
    expect(projectModule(events, timelyHelp).standing).toMatchObject({ success: 'passed', score: 0.85, unsafeOnLastRoute: false });
  });

  test('the latest reflection is shown', () => {
    const module = timelyHelp.module;
    const events = eventsOf({ type: 'reflection-saved', module, text: 'I would ring sooner.' }, { type: 'reflection-saved', module, text: 'I would ring, and write it down.' });
    expect(projectModule(events, timelyHelp).reflection).toEqual({ text: 'I would ring, and write it down.', at: minute(1) });
  });

  test('a choice in an unfinished scenario completes nothing', () => {
    expect(projectModule(eventsOf(startVisit('first', timelyHelp.module), saySorry()), timelyHelp)).toMatchObject({ startedAt: minute(0), standing: { completion: 'incomplete', success: 'unknown' } });
  });
});

describe('findCompletionToRecord', () => {
  test('puts nothing on record before the module is completed', () => {
    expect(record(listening, endVisitWell())).toBeUndefined();
  });

  test('says with what result and in which edition of each part the module was completed', () => {
    expect(record(listening, endVisitWell(), submitCheck(listening.module, 1, 1))).toEqual({
      type: 'module-completed',
      module: listening.module,
      success: 'passed',
      score: 0.925,
      parts: { 'scenario:visit': 'e1', check: 'c1', statements: 's1' },
    });
  });

  test('says it once, and again when a failed module is passed', () => {
    const failed = record(timelyHelp, endVisitBadly());
    if (!failed) throw new Error('a failed module is completed');
    expect(record(timelyHelp, endVisitBadly(), failed)).toBeUndefined();
    const passed = record(timelyHelp, endVisitBadly(), failed, endVisitWell('again'));
    expect(passed).toMatchObject({ success: 'passed' });
    if (!passed) throw new Error('it is passed now');
    expect(record(timelyHelp, endVisitBadly(), failed, endVisitWell('again'), passed)).toBeUndefined();
  });

  test('keeps the best score, not the latest', () => {
    expect(record(timelyHelp, endVisitWell(), endVisitBadly('again'))).toMatchObject({ success: 'passed', score: 0.85 });
  });

  test('what is on record holds when the module later asks for more', () => {
    const passed = record(timelyHelp, endVisitWell());
    if (!passed) throw new Error('it is passed');
    const harder = { ...timelyHelp, requirements: { scenarios: [{ ...visit, edition: 'e2' }, { id: 'phone', edition: 'e1' }], statementsEdition: 's2', masteryScore: 1 } };
    const { standing } = projectModule(eventsOf(endVisitWell(), passed), harder);
    expect(standing).toMatchObject({ completion: 'completed', success: 'passed', score: 0.85, remaining: [], changedParts: ['scenario:visit', 'scenario:phone', 'statements'] });
  });
});
