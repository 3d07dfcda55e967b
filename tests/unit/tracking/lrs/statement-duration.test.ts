import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDuration, LONGEST_PAUSE, measureTime } from '../../../../src/tracking/lrs/duration.ts';
import { eventsOf, minute, ringAndSaySo, startVisit } from '../../record/events-of.ts';

const isFirst = (event: object) => 'attempt' in event && event.attempt === 'first';
const [choice] = eventsOf(ringAndSaySo('first'));
const at = (...minutes: number[]) => minutes.flatMap((number, index) => (choice ? [{ ...choice, id: String(index), at: minute(number) }] : []));

test('what was done once took no measured time', () => {
  expect(measureTime(eventsOf(startVisit()), isFirst)).toBeUndefined();
});

test('time runs from the first to the last event about a thing', () => {
  expect(measureTime(at(0, 1, 4), isFirst)).toBe(4 * 60_000);
});

test('of a pause five minutes count at most', () => {
  expect(measureTime(at(0, 1, 600), isFirst)).toBe(60_000 + LONGEST_PAUSE);
});

test('work on something else in between does not count', () => {
  const events = eventsOf(startVisit('first'), startVisit('second'), ringAndSaySo('second'), ringAndSaySo('first'));
  expect(measureTime(events, isFirst)).toBe(60_000);
});

test('a clock that was put back takes nothing away', () => {
  expect(measureTime(at(3, 1, 2), isFirst)).toBe(60_000);
});

test.each([[0, 'PT0S'], [4, 'PT0S'], [5, 'PT0.01S'], [1_234, 'PT1.23S'], [59_999, 'PT1M'], [60_000, 'PT1M'], [3_600_000, 'PT1H'], [90_061_500, 'PT25H1M1.5S']])('%s ms is %s', (time, text) => {
  expect(formatDuration(time)).toBe(text);
});

test('a duration read back is the time, to a hundredth of a second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (time) => {
      const [, hours = '0', minutes = '0', seconds = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?$/.exec(formatDuration(time)) ?? [];
      expect(Math.abs(Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1_000 - time)).toBeLessThanOrEqual(5.0001);
    }),
  );
});
