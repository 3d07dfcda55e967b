import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openRecord, type RecordChange } from '../../../src/record/learner-record.ts';
import { eventInput } from './arbitrary-events.ts';
import { endVisitWell, startVisit, uuid } from './events-of.ts';

fc.configureGlobal({ ...(process.env.FC_SEED && { seed: Number(process.env.FC_SEED) }) });

// Node has no IndexedDB, as a browser that refuses storage. What is stored is tested in the browser.
const countedIds = () => {
  let count = 0;
  return () => uuid((count += 1));
};

describe('a record that the browser will not keep', () => {
  test('says so before anything is done', async () => {
    expect((await openRecord()).health).toEqual({ state: 'not-kept', reason: 'refused' });
  });

  test('still takes in all that the learner does on this page', async () => {
    const record = await openRecord({ now: () => Date.UTC(2026, 2, 2, 9), newId: countedIds() });
    const saved = await record.append(startVisit());
    expect(saved).toEqual({ kept: false, reason: 'refused', event: { version: 1, id: uuid(2), session: uuid(1), at: '2026-03-02T09:00:00.000Z', ...startVisit() } });
    expect(await record.readAll()).toEqual([saved.event]);
  });

  test('has unique ids and strictly rising times whatever the clock does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(eventInput, fc.integer({ min: -86_400_000, max: 86_400_000 })), { maxLength: 12 }), async (steps) => {
        let now = Date.UTC(2026, 2, 2);
        const record = await openRecord({ now: () => now });
        await Promise.all(
          steps.map(([input, drift]) => {
            now += drift;
            return record.append(input);
          }),
        );
        const events = await record.readAll();
        expect(events).toHaveLength(steps.length);
        expect(new Set(events.map(({ id }) => id)).size).toBe(steps.length);
        for (const [index, { at }] of events.entries()) if (index > 0) expect(at > (events[index - 1]?.at ?? '')).toBe(true);
        expect(events.map(({ type }) => type)).toEqual(steps.map(([{ type }]) => type));
      }),
    );
  });

  test('does not take in an import that it could not keep', async () => {
    const elsewhere = await openRecord();
    await elsewhere.append(startVisit());
    const record = await openRecord();
    expect(await record.merge(await elsewhere.readAll())).toEqual({ ok: false, reason: 'refused' });
    expect(await record.readAll()).toEqual([]);
  });

  test('can be cleared', async () => {
    const record = await openRecord();
    await record.append(startVisit());
    expect(await record.clear()).toBe(true);
    expect(await record.readAll()).toEqual([]);
  });
});

test.each(['Browse', 'Review'] as const)('in %s mode nothing is recorded', async (launchMode) => {
  const record = await openRecord({ launchMode });
  expect(record.health).toEqual({ state: 'not-kept', reason: 'not-recording' });
  expect(await record.append(startVisit())).toMatchObject({ kept: false, reason: 'not-recording' });
});

test('listeners hear of what was done until they stop listening', async () => {
  const record = await openRecord();
  const heard: RecordChange[] = [];
  const stop = record.subscribe((change) => heard.push(change));
  const { event } = await record.append(startVisit());
  await Promise.resolve();
  stop();
  await record.append(endVisitWell());
  expect(heard).toEqual([{ type: 'saved', events: [event] }]);
});

test('a reflection that is too long is refused before anything is stored', async () => {
  const record = await openRecord();
  await expect(record.append({ type: 'reflection-saved', module: 'rivermouth/listening', text: 'x'.repeat(4_001) })).rejects.toThrow(RangeError);
  expect(await record.readAll()).toEqual([]);
});

test('attempts get random UUIDs, also where the page was not served over TLS', async () => {
  const { newId } = await openRecord();
  const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(newId()).toMatch(uuidPattern);
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
  try {
    expect(newId()).toMatch(uuidPattern);
    expect(newId()).not.toBe(newId());
  } finally {
    Reflect.deleteProperty(crypto, 'randomUUID');
  }
});
