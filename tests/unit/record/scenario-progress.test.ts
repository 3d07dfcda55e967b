import { describe, expect, test } from 'vitest';
import { projectScenario } from '../../../src/record/scenario-progress.ts';
import { endVisitBadly, endVisitWell, eventsOf, leaveIt, minute, ringAndSaySo, saySorry, startVisit } from './events-of.ts';

describe('projectScenario', () => {
  test('a scenario that nobody started has no attempts', () => {
    expect(projectScenario(eventsOf(startVisit()), 'phone')).toEqual({ attempts: [] });
  });

  test('an attempt is taken up at the step where it was left, in the same order of options', () => {
    const { unfinished, lastFinished } = projectScenario(eventsOf(startVisit(), ringAndSaySo()), 'visit');
    expect(unfinished).toMatchObject({ attempt: 'first', nextStep: 'at-the-door', route: [{ step: 'friday', option: 'ring-and-say-so', judgement: 'strong' }], started: { seed: 7, edition: 'e1' }, lastAt: minute(1) });
    expect(lastFinished).toBeUndefined();
  });

  test('an attempt without a choice is taken up at the first step', () => {
    const { unfinished } = projectScenario(eventsOf(startVisit()), 'visit');
    expect(unfinished).toMatchObject({ attempt: 'first', route: [] });
    expect(unfinished).not.toHaveProperty('nextStep');
  });

  test('a finished attempt leaves nothing to take up', () => {
    const { unfinished, lastFinished } = projectScenario(eventsOf(startVisit(), ringAndSaySo(), saySorry(), endVisitWell()), 'visit');
    expect(unfinished).toBeUndefined();
    expect(lastFinished).toMatchObject({ ended: { ending: 'trust-kept' }, route: [{ option: 'ring-and-say-so' }, { option: 'say-sorry' }] });
  });

  test('the last finished route stays to look at while a new attempt is under way', () => {
    const { attempts, unfinished, lastFinished } = projectScenario(eventsOf(startVisit(), ringAndSaySo(), saySorry(), endVisitWell(), startVisit('again')), 'visit');
    expect(attempts.map(({ attempt }) => attempt)).toEqual(['first', 'again']);
    expect(unfinished?.attempt).toBe('again');
    expect(lastFinished?.attempt).toBe('first');
  });

  test('an attempt that was given up for a newer, finished one is not offered again', () => {
    const { unfinished } = projectScenario(eventsOf(startVisit(), ringAndSaySo(), startVisit('again'), leaveIt('again'), endVisitBadly('again')), 'visit');
    expect(unfinished).toBeUndefined();
  });

  test('within an attempt what was decided is decided, also when a second tab shows an earlier step', () => {
    const { unfinished } = projectScenario(eventsOf(startVisit(), ringAndSaySo(), leaveIt()), 'visit');
    expect(unfinished).toMatchObject({ nextStep: 'at-the-door', route: [{ option: 'ring-and-say-so' }] });
  });

  test('the first ending of an attempt stands', () => {
    const { lastFinished } = projectScenario(eventsOf(startVisit(), ringAndSaySo(), saySorry(), endVisitWell(), endVisitBadly()), 'visit');
    expect(lastFinished?.ended.ending).toBe('trust-kept');
  });
});
