import { expect, test } from 'vitest';
import type { ModuleStanding } from '../../../../src/course/completion.ts';
import { listDueStatements, type Situation } from '../../../../src/tracking/cmi5/due-statements.ts';

type Stands = Partial<Pick<ModuleStanding, 'completion' | 'success' | 'score' | 'bestScore'>>;
const standing = (stands: Stands): ModuleStanding => ({ isRecorded: true, completion: 'completed', success: 'unknown', remaining: [], changedParts: [], unsafeOnLastRoute: false, doneEditions: {}, ...stands });
const due = (stands: Stands, { told = {}, ...situation }: Partial<Omit<Situation, 'told'>> & { told?: Partial<Situation['told']> } = {}) =>
  listDueStatements(standing(stands), { launchMode: 'Normal', hasAttempted: true, isLeaving: false, ...situation, told: { completed: false, passed: false, failed: false, judgedInSession: false, ...told } });

test('nothing is due before the module is completed', () => {
  expect(due({ completion: 'incomplete' }, { isLeaving: true })).toEqual([]);
});

test('a module with nothing to score is completed and no more', () => {
  expect(due({ success: 'unknown' }, { isLeaving: true })).toEqual([{ verb: 'completed' }]);
});

test('a pass is due as soon as it is reached, with the best score', () => {
  expect(due({ success: 'passed', score: 0.7, bestScore: 0.9 }, { masteryScore: 0.8 })).toEqual([{ verb: 'completed' }, { verb: 'passed', score: 0.9 }]);
});

test('a fail waits until the learner leaves', () => {
  const fail: Stands = { success: 'failed', score: 0.4, bestScore: 0.5 };
  expect(due(fail, { masteryScore: 0.8 })).toEqual([{ verb: 'completed' }]);
  expect(due(fail, { masteryScore: 0.8, isLeaving: true })).toEqual([{ verb: 'completed' }, { verb: 'failed', score: 0.5 }]);
});

test('nothing is told twice in a registration', () => {
  const told = { completed: true, passed: true };
  expect(due({ success: 'passed', bestScore: 1 }, { told, isLeaving: true })).toEqual([]);
});

test('who passed in an earlier session does not fail in this one', () => {
  expect(due({ success: 'failed', score: 0.1, bestScore: 0.1 }, { told: { completed: true, passed: true }, isLeaving: true })).toEqual([]);
});

test('who failed in an earlier session can pass in this one', () => {
  expect(due({ success: 'passed', score: 1, bestScore: 1 }, { told: { completed: true, failed: true } })).toEqual([{ verb: 'passed', score: 1 }]);
});

test('a session is judged once', () => {
  expect(due({ success: 'passed', bestScore: 1 }, { told: { completed: true, failed: true, judgedInSession: true }, isLeaving: true })).toEqual([]);
});

test('an earlier fail is told again only after a new attempt; one that never arrived is told without', () => {
  const fail: Stands = { success: 'failed', score: 0.4, bestScore: 0.4 };
  const leaving = { isLeaving: true, masteryScore: 0.7 };
  expect(due(fail, { ...leaving, hasAttempted: false, told: { completed: true, failed: true } })).toEqual([]);
  expect(due(fail, { ...leaving, hasAttempted: true, told: { completed: true, failed: true } })).toEqual([{ verb: 'failed', score: 0.4 }]);
  expect(due(fail, { ...leaving, hasAttempted: false, told: { completed: true, failed: false } })).toEqual([{ verb: 'failed', score: 0.4 }]);
});

test('who failed by an unsafe choice, for all the score, fails without a score that would contradict it', () => {
  expect(due({ success: 'failed', score: 0.9, bestScore: 0.9 }, { masteryScore: 0.7, isLeaving: true, told: { completed: true } })).toEqual([{ verb: 'failed' }]);
  expect(due({ success: 'failed', score: 0.5, bestScore: 0.9 }, { masteryScore: 0.7, isLeaving: true, told: { completed: true } })).toEqual([{ verb: 'failed', score: 0.5 }]);
  expect(due({ success: 'failed', score: 0.9, bestScore: 0.9 }, { isLeaving: true, told: { completed: true } })).toEqual([{ verb: 'failed', score: 0.9 }]);
});

test('a mastery score of 0 is one, and a score of 0 too', () => {
  expect(due({ success: 'passed', score: 0, bestScore: 0 }, { masteryScore: 0 })).toContainEqual({ verb: 'passed', score: 0 });
  expect(due({ success: 'failed', score: 0, bestScore: 0 }, { masteryScore: 0, isLeaving: true })).toContainEqual({ verb: 'failed' });
  expect(due({ success: 'failed', score: 0, bestScore: 0 }, { masteryScore: 0.5, isLeaving: true })).toContainEqual({ verb: 'failed', score: 0 });
});

test('a pass under a lower mastery score is not told to an LMS that asks for more', () => {
  expect(due({ success: 'passed', score: 0.7, bestScore: 0.7 }, { masteryScore: 0.9, told: { completed: true }, isLeaving: true })).toEqual([]);
});

test.each(['Browse', 'Review'] as const)('in %s nothing is due', (launchMode) => {
  expect(due({ success: 'passed', bestScore: 1 }, { launchMode, isLeaving: true })).toEqual([]);
});
