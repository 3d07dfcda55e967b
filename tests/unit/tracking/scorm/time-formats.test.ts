import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatInterval2004, formatTimeOfDay, formatTimespan12, formatTimestamp2004 } from '../../../../src/tracking/scorm/time-formats.ts';
import { TimeInSight } from '../../../../src/tracking/scorm/time-in-sight.ts';
import { RULES_12, RULES_2004 } from '../../../peers/scorm-rules.ts';

test('times are written as each data model has them', () => {
  expect(formatTimespan12(3_725_678)).toBe('0001:02:05.68');
  expect(formatInterval2004(3_725_678)).toBe('PT1H2M5.68S');
  expect(formatTimestamp2004('2026-03-02T09:00:01.239Z')).toBe('2026-03-02T09:00:01.23Z');
  expect(formatTimespan12(1e12)).toBe('9999:59:59.99');
});

test('every time is legal', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 40 }), fc.date({ min: new Date('2020-01-01'), max: new Date('2038-01-01'), noInvalidDate: true }), (time, date) => {
      expect(RULES_12['cmi.core.session_time']?.isLegal?.(formatTimespan12(time))).toBe(true);
      expect(RULES_2004['cmi.session_time']?.isLegal?.(formatInterval2004(time))).toBe(true);
      expect(RULES_12['cmi.interactions.n.time']?.isLegal?.(formatTimeOfDay(date.toISOString()))).toBe(true);
      expect(RULES_2004['cmi.interactions.n.timestamp']?.isLegal?.(formatTimestamp2004(date.toISOString()))).toBe(true);
    }),
  );
});

test('only time in sight counts, no clock makes it less, and sleep adds half an hour at most', () => {
  let now = 1_000_000;
  const time = new TimeInSight(() => now, true);
  const after = (ms: number, isInSight: boolean) => {
    now += ms;
    return time.note(isInSight);
  };
  expect(after(60_000, false)).toBe(60_000);
  expect(after(600_000, true)).toBe(60_000);
  expect(after(5_000, true)).toBe(65_000);
  expect(after(-3_600_000, true)).toBe(65_000);
  expect(after(8 * 3_600_000, true)).toBe(65_000 + 30 * 60_000);
});
