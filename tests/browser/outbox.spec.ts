import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { LearnerEventInput } from '../../src/record/learner-event.ts';
import { test } from './record-page.ts';

const declareRead = (element: string): LearnerEventInput => ({ type: 'module-declared-read', module: `rivermouth/${element}`, edition: 'e1' });

/** Opens a record that tells two things of every event, under ids made from the event's. */
async function openReported(context: BrowserContext, origin: string, database = 'ada'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin);
  await page.evaluate(async (ending) => {
    window.record = await window.academy.openRecord({ database: ending, now: () => Date.now(), enclose: (event, earlier) => [1, 2].map((part) => ({ id: `${event.id}/${part}`, content: { type: event.type, part, before: earlier.length } })) });
  }, database);
  return page;
}

const append = (page: Page, input: LearnerEventInput) => page.evaluate((event) => window.record.append(event), input);
const listAll = (page: Page) => page.evaluate(() => window.record.outbox.listAll());

test('what is to be told of an event is stored with it, in order, and is there after a reload', async ({ context, origin }) => {
  const page = await openReported(context, origin);
  const { event: first } = await append(page, declareRead('listening'));
  const { event: second } = await append(page, declareRead('timely-help'));
  await page.close();
  const entries = await listAll(await openReported(context, origin));
  expect(entries.map(({ event, content }) => [event, content])).toEqual([
    [first.id, { type: 'module-declared-read', part: 1, before: 0 }],
    [first.id, { type: 'module-declared-read', part: 2, before: 0 }],
    [second.id, { type: 'module-declared-read', part: 1, before: 1 }],
    [second.id, { type: 'module-declared-read', part: 2, before: 1 }],
  ]);
});

test('times rise strictly over events and what is told of them, also where the clock stands still', async ({ context, origin }) => {
  const page = await openReported(context, origin);
  await page.evaluate(() => (Date.now = () => Date.UTC(2026, 2, 2)));
  for (const element of ['a', 'b', 'c']) await append(page, declareRead(element));
  // Also where the entries of the event before have been sent and are gone.
  await page.evaluate(async () => window.record.outbox.remove((await window.record.outbox.listAll()).map(({ id }) => id)));
  await append(page, declareRead('d'));
  const events = await page.evaluate(() => window.record.readAll());
  expect(events.map(({ at }) => at.slice(20, 23))).toEqual(['000', '002', '004', '006']);
  expect((await listAll(page)).map(({ at }) => at.slice(20, 23))).toEqual(['006', '007']);
});

test('a transaction that fails stores neither the event nor what is to be told of it, and both are stored with the next', async ({ context, origin }) => {
  const page = await openReported(context, origin);
  await append(page, declareRead('a'));
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (value, key) {
      if (this.name === 'outbox' && (value as { content: { part: number } }).content.part === 2) throw new DOMException('No room', 'QuotaExceededError');
      return add.call(this, value, key);
    };
    Object.assign(window, { mend: () => (IDBObjectStore.prototype.add = add) });
  });
  expect(await append(page, declareRead('b'))).toMatchObject({ kept: false, reason: 'full' });
  expect(await page.evaluate(() => window.record.outbox.count())).toEqual({ waiting: 4, parked: 0 });
  const other = await openReported(context, origin);
  expect(await other.evaluate(() => window.record.outbox.count())).toEqual({ waiting: 2, parked: 0 });
  expect(await other.evaluate(async () => (await window.record.readAll()).length)).toBe(1);
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
  await append(page, declareRead('c'));
  expect(await other.evaluate(async () => (await window.record.outbox.listAll()).map(({ id }) => id))).toHaveLength(6);
  expect(new Set((await listAll(page)).map(({ id }) => id)).size).toBe(6);
});

test('what was sent while an event could not be stored is not sent again once it is', async ({ context, origin }) => {
  const page = await openReported(context, origin);
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('No room', 'QuotaExceededError');
    };
    Object.assign(window, { mend: () => (IDBObjectStore.prototype.add = add) });
  });
  await append(page, declareRead('a'));
  const [first] = await listAll(page);
  await page.evaluate(async (id) => {
    await window.record.outbox.remove([id]);
    (window as unknown as { mend: () => void }).mend();
  }, first?.id ?? '');
  await append(page, declareRead('b'));
  const entries = await listAll(await openReported(context, origin));
  expect(entries).toHaveLength(3);
  expect(entries.map(({ id }) => id)).not.toContain(first?.id);
});

test('of two tabs that fix what to send, the first decides', async ({ context, origin }) => {
  const [one, two] = [await openReported(context, origin), await openReported(context, origin)];
  await append(one, declareRead('a'));
  const [entry] = await listAll(two);
  const seal = (page: Page, body: string) => page.evaluate(([id = '', text = '']) => window.record.outbox.seal([{ id, body: text }]), [entry?.id ?? '', body]);
  expect(await seal(one, 'first')).toMatchObject([{ body: 'first' }]);
  expect(await seal(two, 'second')).toMatchObject([{ body: 'first' }]);
  await two.evaluate((id) => window.record.outbox.unseal([id]), entry?.id ?? '');
  expect(await seal(two, 'third')).toMatchObject([{ body: 'third' }]);
});

test('what was refused is set aside, counted, kept, and can wait again', async ({ context, origin }) => {
  const page = await openReported(context, origin);
  await append(page, declareRead('a'));
  const [first, second] = await listAll(page);
  await page.evaluate((id) => window.record.outbox.park([{ id, reason: 'Refused: 400' }]), first?.id ?? '');
  expect(await page.evaluate(() => window.record.outbox.listWaiting(10))).toEqual([second]);
  const again = await openReported(context, origin);
  expect(await again.evaluate(() => window.record.outbox.count())).toEqual({ waiting: 1, parked: 1 });
  expect((await listAll(again))[0]).toMatchObject({ id: first?.id, parked: 'Refused: 400' });
  await again.evaluate(() => window.record.outbox.unpark());
  expect(await again.evaluate(() => window.record.outbox.listWaiting(10))).toEqual([first, second]);
});

test('other tabs hear that something waits, and that it went', async ({ context, origin }) => {
  const [one, two] = [await openReported(context, origin), await openReported(context, origin)];
  await two.evaluate(() => {
    const heard = { times: 0 };
    Object.assign(window, { heard });
    window.record.outbox.subscribe(() => (heard.times += 1));
  });
  const heard = () => two.evaluate(() => (window as unknown as { heard: { times: number } }).heard.times);
  await append(one, declareRead('a'));
  await expect.poll(heard).toBeGreaterThan(0);
  const before = await heard();
  await one.evaluate(async () => window.record.outbox.remove((await window.record.outbox.listAll()).map(({ id }) => id)));
  await expect.poll(heard).toBeGreaterThan(before);
});

test('the records of two learners on one device never mix', async ({ context, origin }) => {
  const [ada, ben] = [await openReported(context, origin, 'ada'), await openReported(context, origin, 'ben')];
  await append(ada, declareRead('a'));
  await ada.reload();
  expect(await ben.evaluate(() => window.record.readAll())).toEqual([]);
  expect(await listAll(ben)).toEqual([]);
  expect(await ben.evaluate(() => window.record.clear())).toBe(true);
  expect(await listAll(await openReported(context, origin, 'ada'))).toHaveLength(2);
});

test('a record of the release before is taken over with all that it holds', async ({ context, origin }) => {
  const page = await context.newPage();
  await page.goto(origin);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('practice-academy-ada', 1);
        opening.onupgradeneeded = () => {
          const events = opening.result.createObjectStore('events', { autoIncrement: true });
          events.createIndex('id', 'id', { unique: true });
          events.createIndex('at', 'at');
          events.add({ version: 1, id: 'c0ffee00-0000-4000-8000-000000000001', at: '2026-03-02T09:00:00.000Z', session: 'c0ffee00-0000-4000-8000-000000000002', type: 'module-declared-read', module: 'rivermouth/listening', edition: 'e1' });
        };
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  const reported = await openReported(context, origin);
  expect(await reported.evaluate(() => window.record.readAll())).toHaveLength(1);
  expect(await listAll(reported)).toEqual([]);
  expect(await append(reported, declareRead('b'))).toMatchObject({ kept: true });
  expect(await listAll(reported)).toHaveLength(2);
});

test('what an LMS kept counts also where the browser stores nothing, and is told to nobody', async ({ page, origin }) => {
  await page.goto(`${origin}/framed`);
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  const held = await frame.evaluate(async () => {
    const restored = [{ version: 1 as const, id: 'c0ffee00-0000-4000-8000-000000000001', at: '2026-03-02T09:00:00.000Z', session: 'c0ffee00-0000-4000-8000-000000000002', type: 'module-declared-read' as const, module: 'rivermouth/listening', edition: 'e1' }];
    const record = await window.academy.openRecord({ restored, enclose: (event) => [{ id: event.id, content: {} }] });
    const before = await record.outbox.count();
    await record.append({ type: 'module-declared-read', module: 'rivermouth/timely-help', edition: 'e1' });
    return { before, after: await record.outbox.count(), events: (await record.readAll()).length };
  });
  expect(held).toEqual({ before: { waiting: 0, parked: 0 }, after: { waiting: 1, parked: 0 }, events: 2 });
});
