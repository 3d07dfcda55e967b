import { expect, test } from 'vitest';
import type { LearnerEvent, LearnerEventInput } from '../../../src/record/learner-event.ts';
import { withoutKnown } from '../../../src/record/restored-events.ts';
import { uuid } from './events-of.ts';

const event = (number: number, at: string, input: LearnerEventInput): LearnerEvent => ({ version: 1, id: uuid(number), session: uuid(99), at: `2026-03-02T09:${at}Z`, ...input });
const start = (attempt: string): LearnerEventInput => ({ type: 'scenario-started', attempt, scenario: 'visit', edition: 'e1', seed: 7 });
const choose = (attempt: string): LearnerEventInput => ({ type: 'option-chosen', attempt, scenario: 'visit', step: 'friday', option: 'ring', judgement: 'strong', next: 'over' });
const end = (attempt: string): LearnerEventInput => ({ type: 'scenario-ended', attempt, scenario: 'visit', ending: 'over', edition: 'e1', route: [] });
const read: LearnerEventInput = { type: 'module-declared-read', module: 'rivermouth/listening', edition: 'e1' };

const here = [event(1, '00:10.125', start('real')), event(2, '00:40.700', choose('real')), event(3, '00:55.300', end('real')), event(4, '02:00.900', read)];

test('what was done on this device and came back to the second is not taken in twice', () => {
  const copy = [event(11, '00:55.000', start('copy')), event(12, '00:55.001', end('copy')), event(13, '02:00.210', read)];
  expect(withoutKnown(copy, here)).toEqual([]);
});

test('nor is an attempt that was only begun when the copy was made', () => {
  expect(withoutKnown([event(11, '00:10.500', start('copy')), event(12, '00:10.501', choose('copy'))], here)).toEqual([]);
});

test('what was done on another device is taken in, beside what is known', () => {
  const other = [event(11, '05:00.000', start('other')), event(12, '05:00.001', end('other')), event(13, '02:00.210', read), event(14, '06:00.210', read)];
  expect(withoutKnown(other, here).map(({ id }) => id)).toEqual([uuid(11), uuid(12), uuid(14)]);
});

test('on an empty device all of it is taken in, and once more it is not', () => {
  const copy = [event(11, '00:55.000', start('copy')), event(12, '00:55.001', end('copy'))];
  expect(withoutKnown(copy, [])).toEqual(copy);
  expect(withoutKnown(copy, copy)).toEqual([]);
});
