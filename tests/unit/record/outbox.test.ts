import { expect, test } from 'vitest';
import { openRecord } from '../../../src/record/learner-record.ts';
import { settleModule } from '../../../src/record/settle-module.ts';

// Node has no IndexedDB, as a browser that refuses storage. What is stored is tested in the browser.
const MODULE = 'rivermouth/listening';
const declareRead = { type: 'module-declared-read', module: MODULE, edition: 's1' } as const;
const course = { module: MODULE, requirements: { scenarios: [], statementsEdition: 's1' } };

test('where nothing can be stored, what was fixed to be sent stays as it was fixed', async () => {
  const { outbox, append } = await openReported();
  await append();
  const [entry] = await outbox.listWaiting(1);
  const id = entry?.id ?? '';
  expect(await outbox.seal([{ id, body: 'first' }])).toMatchObject([{ body: 'first' }]);
  expect(await outbox.seal([{ id, body: 'second' }])).toMatchObject([{ body: 'first' }]);
  await outbox.unseal([id]);
  expect(await outbox.seal([{ id, body: 'third' }])).toMatchObject([{ body: 'third' }]);
});

test('where nothing can be stored, what arrived does not wait any more, and the rest does', async () => {
  const { outbox, append } = await openReported();
  await append();
  await append();
  const [first, second] = await outbox.listAll();
  await outbox.remove([first?.id ?? '']);
  expect(await outbox.listAll()).toEqual([second]);
  expect(await outbox.count()).toEqual({ waiting: 1, parked: 0 });
});

test.each(['Browse', 'Review'] as const)('in %s mode no completion is put on record, not even in the page, and nothing waits to be sent', async (launchMode) => {
  const record = await openRecord({ launchMode, enclose: (event) => [{ id: event.id, content: {} }] });
  await record.append(declareRead);
  const { standing } = await settleModule(record, course);
  expect((await record.readAll()).map(({ type }) => type)).toEqual(['module-declared-read']);
  expect([standing.isRecorded, standing.completion]).toEqual([false, 'incomplete']);
  expect(await record.outbox.count()).toEqual({ waiting: 0, parked: 0 });
});

test('the mastery score of an LMS counts in place of the module’s own, also where it is 0', async () => {
  const scenario = { id: 'visit', edition: 'e1' };
  const record = await openRecord({ masteryScore: 0 });
  await record.append({ type: 'scenario-ended', attempt: 'first', scenario: 'visit', ending: 'over', edition: 'e1', route: [{ step: 'friday', option: 'wait', judgement: 'weak' }] });
  const { standing } = await settleModule(record, { module: MODULE, requirements: { scenarios: [scenario], statementsEdition: 's1', masteryScore: 0.7 } });
  expect(standing.success).toBe('passed');
});

async function openReported() {
  const record = await openRecord({ enclose: (event) => [{ id: `${event.id}/1`, content: { type: event.type } }] });
  return { outbox: record.outbox, append: () => record.append(declareRead) };
}
