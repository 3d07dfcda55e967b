import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SessionClock } from '../../../../src/tracking/cmi5/session-clock.ts';
import { SessionTimer } from '../../../../src/tracking/cmi5/session-timer.ts';

const at = (milliseconds: number) => new Date(milliseconds).toISOString();

test('no two statements of a session share a time, and none lies before its start, whatever the clock does', () => {
  const step = fc.oneof(fc.record({ do: fc.constant('stamp' as const), clock: fc.nat(50) }), fc.record({ do: fc.constant('place' as const), clock: fc.nat(50), at: fc.nat(60) }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let now = 10;
      const times = new SessionClock(() => now);
      const start = times.stamp();
      const given = steps.map((taken) => {
        now = taken.clock;
        if (taken.do === 'stamp') return times.stamp();
        times.see(taken.at);
        return times.place(at(taken.at), start);
      });
      expect(new Set([start, ...given]).size).toBe(given.length + 1);
      expect(given.every((time) => time > start)).toBe(true);
    }),
  );
});

test('a statement of the session itself comes after all that the record has put down', () => {
  const times = new SessionClock(() => 1_000);
  times.see(5_000);
  expect(times.stamp()).toBe(at(5_001));
  expect(times.read()).toBe(5_002);
});

test('what the learner did keeps its own time', () => {
  const times = new SessionClock(() => 1_000);
  const start = times.stamp();
  times.see(1_500);
  expect(times.place(at(1_500), start)).toBe(at(1_500));
});

test('what the session says next comes after what the learner did, also where the record’s clock is ahead', () => {
  const times = new SessionClock(() => 1_000);
  const start = times.stamp();
  times.place(at(9_000), start);
  expect(times.stamp()).toBe(at(9_001));
});

test('a reload goes on from the times before it', () => {
  const moves: number[] = [];
  const before = new SessionClock(() => 1_000, { onMove: (newest) => moves.push(newest) });
  const used = [before.stamp(), before.stamp()];
  const after = new SessionClock(() => 200, { newest: moves.at(-1) ?? 0, used });
  expect(after.stamp()).toBe(at(1_002));
  expect(after.place(used[1] ?? '', used[0] ?? '')).toBe(at(1_003));
});

test('time counts while the page is shown', () => {
  let now = 0;
  const timer = new SessionTimer(() => now, { counted: 0, isShown: true });
  now = 20_000;
  timer.setShown(false);
  now = 500_000;
  expect(timer.read()).toBe(20_000);
  timer.setShown(true);
  now = 503_000;
  expect(timer.read()).toBe(23_000);
});

test('a page that opens out of sight counts nothing before it is looked at, and a reload goes on', () => {
  let now = 0;
  const timer = new SessionTimer(() => now, { counted: 7_000, isShown: false });
  now = 30_000;
  expect(timer.read()).toBe(7_000);
});

test('a device that slept counts a minute at most', () => {
  let now = 0;
  const timer = new SessionTimer(() => now, { counted: 0, isShown: true });
  now = 8 * 3_600_000;
  expect(timer.read()).toBe(60_000);
});

test('a clock that runs backwards takes nothing away', () => {
  let now = 50_000;
  const timer = new SessionTimer(() => now, { counted: 1_000, isShown: true });
  now = 0;
  expect(timer.read()).toBe(1_000);
});
