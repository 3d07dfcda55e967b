import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortByTime } from '../../../src/record/event-time.ts';
import { writeExport } from '../../../src/record/export.ts';
import { isLearnerEvent } from '../../../src/record/learner-event.ts';
import { readExport } from '../../../src/record/read-export.ts';
import { anyRecord } from './arbitrary-events.ts';
import { endVisitWell, eventsOf, startVisit, submitCheck } from './events-of.ts';

fc.configureGlobal({ ...(process.env.FC_SEED && { seed: Number(process.env.FC_SEED) }) });

const exportedAt = Date.UTC(2026, 2, 3);
const events = eventsOf(startVisit(), endVisitWell(), submitCheck('rivermouth/listening', 1));
const changed = (change: (file: { format: string; version: number; events: Record<string, unknown>[] }) => void): string => {
  const file = JSON.parse(writeExport(events, exportedAt)) as { format: string; version: number; events: Record<string, unknown>[] };
  change(file);
  return JSON.stringify(file);
};

describe('an export', () => {
  test('names its format, version and date', () => {
    expect(JSON.parse(writeExport(events, exportedAt))).toEqual({ format: 'practice-academy-record', version: 1, exportedAt: '2026-03-03T00:00:00.000Z', events });
  });

  test('of any record is read back as it was', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(record.every(isLearnerEvent)).toBe(true);
        expect(readExport(writeExport(record, exportedAt))).toEqual({ ok: true, exportedAt: '2026-03-03T00:00:00.000Z', events: sortByTime(record) });
      }),
    );
  });

  test('is read when an editor put a byte order mark before it', () => {
    expect(readExport(`\uFEFF${writeExport(events, exportedAt)}`).ok).toBe(true);
  });

  test('cut off anywhere is refused whole', () => {
    const text = writeExport(events, exportedAt).trimEnd();
    fc.assert(
      fc.property(fc.nat(text.length - 1), (length) => {
        expect(readExport(text.slice(0, length)).ok).toBe(false);
      }),
    );
  });

  test.each([
    ['not JSON', 'My learning'],
    ['another JSON file', '{"events": []}'],
    ['a file of another format', changed((file) => (file.format = 'other'))],
    ['an event without an id', changed((file) => delete file.events[1]?.id)],
    ['an unknown type of event', changed((file) => Object.assign(file.events[1] ?? {}, { type: 'module-visited' }))],
    ['a judgement that does not exist', changed((file) => Object.assign(file.events[1] ?? {}, { route: [{ step: 'a', option: 'b', judgement: 'perfect' }] }))],
    ['a field that events do not have', changed((file) => Object.assign(file.events[1] ?? {}, { name: 'A. Worker' }))],
    ['a time that does not sort', changed((file) => Object.assign(file.events[1] ?? {}, { at: '2026-03-02T10:00:00+01:00' }))],
    ['a time that does not exist', changed((file) => Object.assign(file.events[1] ?? {}, { at: '2026-13-02T10:00:00.000Z' }))],
    ['a reflection that is too long', changed((file) => file.events.push({ ...file.events[0], id: '00000000-0000-4000-8000-000000000077', type: 'reflection-saved', module: 'a/b', text: 'x'.repeat(4_001) }))],
    ['the same id twice', changed((file) => file.events.push({ ...file.events[0] }))],
  ])('with %s is refused whole, in words', (_, text) => {
    const result = readExport(text);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(`${result.message} ${result.hint}`).toMatch(/^This .+\. .+Nothing on this device was changed\.$/);
  });

  test('names the entry that is damaged', () => {
    expect(readExport(changed((file) => Object.assign(file.events[2] ?? {}, { edition: '' })))).toMatchObject({ ok: false, message: expect.stringMatching(/entry 3 of 3 can’t be read \(edition: /) });
  });

  test('of a newer version asks to reload', () => {
    expect(readExport(changed((file) => (file.version = 2)))).toMatchObject({ ok: false, message: 'This copy was made by a newer version of the site.' });
  });
});

describe('isLearnerEvent', () => {
  test.each([null, 7, 'event', {}, [], { ...events[0], version: 2 }, { ...events[0], type: 'toString' }, { ...events[0], at: undefined }, { ...events[1], route: null }])('passes over the damaged row %j', (row) => {
    expect(isLearnerEvent(row)).toBe(false);
  });
});
