import { expect, test } from 'vitest';
import { sortByTime, timeAfter } from '../../../src/record/event-time.ts';

test('the first event has the time of the clock, in UTC with milliseconds', () => {
  expect(timeAfter(Date.UTC(2026, 2, 2, 9), undefined)).toBe('2026-03-02T09:00:00.000Z');
});

test.each([
  ['later', '2026-03-02T08:59:59.999Z', '2026-03-02T09:00:00.000Z'],
  ['at the same moment', '2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.001Z'],
  ['after the clock went back a day', '2026-03-03T09:00:00.000Z', '2026-03-03T09:00:00.001Z'],
])('an event %s comes after the newest', (_, newest, expected) => {
  expect(timeAfter(Date.UTC(2026, 2, 2, 9), newest)).toBe(expected);
});

test('events of two devices with the same time have one order', () => {
  const at = '2026-03-02T09:00:00.000Z';
  const events = [{ id: 'b', at }, { id: 'a', at }, { id: 'c', at: '2026-03-02T08:00:00.000Z' }];
  expect(sortByTime(events).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  expect(sortByTime([...events].reverse()).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});
