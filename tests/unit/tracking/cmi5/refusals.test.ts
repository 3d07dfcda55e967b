import { expect, test } from 'vitest';
import { explainRefusal, saysOver } from '../../../../src/tracking/cmi5/refusals.ts';

test.each([
  ['passed', '9.3.0.0-2 - Already passed'], ['passed', '9.3.0.0-7 - already passed in this registration'], ['completed', '9.3.0.0-6 (d2)'], ['initialized', '{"message":"9.3.2.0-3"}'], ['failed', '9.3.0.0-8 - already passed'], ['terminated', '9.3.0.0-5 - the session was terminated'],
] as const)('a repeated %s counts as delivered: %s', (verb, text) => {
  expect(explainRefusal(text, verb)).toBe('told');
});

test('the same words about another verb do not', () => {
  expect(explainRefusal('9.3.0.0-6', 'passed')).toBe('refused');
  expect(explainRefusal('9.3.0.0-2')).toBe('refused');
});

test.each(['8.1.2.0-2 - the session was abandoned', '9.3.6.0-2', '9.3.0.0-5 after terminated', '', 'Forbidden', '<html>Access denied</html>'])('a session is over where the LMS says %j', (text) => {
  expect(explainRefusal(text, 'passed')).toBe('over');
  expect(explainRefusal(text)).toBe('over');
});

test('a statement that breaks a clause is refused by itself', () => {
  expect(explainRefusal('9.3.4.0-2 - score below mastery', 'passed')).toBe('refused');
  expect(explainRefusal('4.1.0.0-1 - no verb')).toBe('refused');
});

test('a pass that the LMS refuses because the session failed is not told', () => {
  expect(explainRefusal('9.3.0.0-3', 'passed')).toBe('refused');
});

test('whether a session is over is taken from a named clause alone, where nothing was to be stored', () => {
  expect([saysOver('8.1.2.0-2 - abandoned'), saysOver('Forbidden'), saysOver('8.1.2.0-2, 9.3.4.0-2')]).toEqual([true, false, false]);
});

test('other numbers are no requirements', () => {
  expect(explainRefusal('Apache/2.4.52 at 10.0.0.1-2026, xAPI 1.0.3')).toBe('over');
});
