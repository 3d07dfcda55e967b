import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type BrowserContext, type Frame, type Page } from '@playwright/test';
import fc from 'fast-check';
import type { Judgement } from '../../src/course/judgement.ts';
import type { LearnerEvent, LearnerEventInput } from '../../src/record/learner-event.ts';
import { test } from './record-page.ts';

const startVisit: LearnerEventInput = { type: 'scenario-started', attempt: 'first', scenario: 'visit', edition: 'e1', seed: 7 };
const reflect = (text: string): LearnerEventInput => ({ type: 'reflection-saved', module: 'rivermouth/listening', text });
const endVisit = (attempt: string, judgement: Judgement): LearnerEventInput => ({ type: 'scenario-ended', attempt, scenario: 'visit', ending: 'trust-kept', edition: 'e1', route: [{ step: 'friday', option: 'ring', judgement }] });
const timelyHelp = { module: 'rivermouth/timely-help', requirements: { scenarios: [{ id: 'visit', edition: 'e1' }], statementsEdition: 's1' } };

/** Opens the record in a page, as a module's page does. */
async function openIn(page: Page | Frame, { clockDrift = 0 } = {}): Promise<void> {
  await page.evaluate(async (drift) => {
    window.driftOfClock = drift;
    window.changes = [];
    window.record = await window.academy.openRecord({ now: () => Date.now() + window.driftOfClock });
    window.record.subscribe(({ type }) => window.changes.push(type));
  }, clockDrift);
}

async function openTab(context: BrowserContext, origin: string, options?: { clockDrift?: number }): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin);
  await openIn(page, options);
  return page;
}

const append = (page: Page | Frame, input: LearnerEventInput) => page.evaluate((event) => window.record.append(event), input);
const readAll = (page: Page | Frame) => page.evaluate(() => window.record.readAll());
const health = (page: Page | Frame) => page.evaluate(() => window.record.health);
const idsOf = (events: readonly LearnerEvent[]) => events.map(({ id }) => id);

/** Everything that a browser lets a page list of what it stored. */
const listStored = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await (window.listDatabases ?? (() => indexedDB.databases()))()).map(({ name }) => name),
    keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    caches: await caches.keys(),
    cookies: document.cookie,
  }));
const NOTHING = { databases: [], keys: [], caches: [], cookies: '' };

/** The rows of the database in the order of storing, read without our code. */
const readRows = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ id: string; at: string }[]>((resolve, reject) => {
        const opening = indexedDB.open('practice-academy');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('events').objectStore('events').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result as { id: string; at: string }[]);
          };
        };
      }),
  );

test.describe('on a first visit', () => {
  test('reading stores nothing and creates nothing', async ({ context, origin }) => {
    const page = await openTab(context, origin);
    const progress = await page.evaluate((course) => window.academy.settleModule(window.record, course), timelyHelp);
    expect(progress.standing.completion).toBe('incomplete');
    expect(await readAll(page)).toEqual([]);
    expect(await health(page)).toEqual({ state: 'kept' });
    expect(await listStored(page)).toEqual(NOTHING);
  });

  test('nor in a browser that cannot list its databases', async ({ context, origin }) => {
    await context.addInitScript(() => {
      const listDatabases = IDBFactory.prototype.databases;
      window.listDatabases = () => listDatabases.call(indexedDB);
      Reflect.deleteProperty(IDBFactory.prototype, 'databases');
    });
    const page = await openTab(context, origin);
    expect(await readAll(page)).toEqual([]);
    expect(await listStored(page)).toEqual(NOTHING);
    expect(await append(page, startVisit)).toMatchObject({ kept: true });
    await page.reload();
    await openIn(page);
    expect(await readAll(page)).toHaveLength(1);
  });
});

test.describe('what a learner did', () => {
  test('is there after a reload, stamped', async ({ context, origin }) => {
    const page = await openTab(context, origin);
    const saved = await append(page, startVisit);
    expect(saved.kept).toBe(true);
    expect(saved.event).toMatchObject({ version: 1, ...startVisit });
    expect(saved.event.at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    await page.reload();
    await openIn(page);
    expect(await readAll(page)).toEqual([saved.event]);
    expect(await listStored(page)).toMatchObject({ databases: ['practice-academy'], keys: ['practice-academy'] });
  });

  test('is seen at once by another open tab', async ({ context, origin }) => {
    const [first, second] = [await openTab(context, origin), await openTab(context, origin)];
    const { event } = await append(first, startVisit);
    await expect.poll(() => second.evaluate(() => window.changes)).toEqual(['changed-elsewhere']);
    expect(await readAll(second)).toEqual([event]);
    const answer = await append(second, endVisit('first', 'strong'));
    await expect.poll(() => first.evaluate(() => window.changes)).toEqual(['saved', 'changed-elsewhere']);
    expect(await readAll(first)).toEqual([event, answer.event]);
  });

  test('completes a module once, and a worse try later does not undo it', async ({ context, origin }) => {
    const page = await openTab(context, origin);
    const settle = () => page.evaluate((course) => window.academy.settleModule(window.record, course), timelyHelp);
    await append(page, endVisit('first', 'strong'));
    expect((await settle()).standing).toMatchObject({ completion: 'completed', success: 'passed', score: 1 });
    await append(page, endVisit('again', 'unsafe'));
    expect((await settle()).standing).toMatchObject({ completion: 'completed', success: 'passed', score: 0, bestScore: 1 });
    expect((await readAll(page)).map(({ type }) => type)).toEqual(['scenario-ended', 'module-completed', 'scenario-ended']);
  });
});

test.describe('"Clear my learning"', () => {
  test('leaves nothing', async ({ context, origin }) => {
    const page = await openTab(context, origin);
    await append(page, startVisit);
    expect(await page.evaluate(() => window.record.clear())).toBe(true);
    expect(await listStored(page)).toEqual(NOTHING);
    expect(await readAll(page)).toEqual([]);
    await page.reload();
    await openIn(page);
    expect(await health(page)).toEqual({ state: 'kept' });
    expect(await listStored(page)).toEqual(NOTHING);
  });

  test('works while another tab has the record open, and that tab goes on from nothing', async ({ context, origin }) => {
    const [first, second] = [await openTab(context, origin), await openTab(context, origin)];
    await append(first, startVisit);
    await append(second, startVisit);
    expect(await first.evaluate(() => window.record.clear())).toBe(true);
    await expect.poll(() => second.evaluate(() => window.changes.at(-1))).toBe('cleared');
    expect(await readAll(second)).toEqual([]);
    expect(await listStored(second)).toEqual(NOTHING);
    const again = await append(second, startVisit);
    expect(again.kept).toBe(true);
    expect(await readAll(first)).toEqual([again.event]);
    expect(await health(first)).toEqual({ state: 'kept' });
  });
});

test.describe('a copy of the record', () => {
  test('brings back everything on an empty device, and a second time changes nothing', async ({ context, origin, browser }) => {
    const page = await openTab(context, origin);
    for (const input of [startVisit, endVisit('first', 'strong'), reflect('I would ring sooner.')]) await append(page, input);
    const before = await readAll(page);
    const file = await page.evaluate(async () => window.academy.writeExport(await window.record.readAll(), Date.now()));

    const elsewhere = await browser.newContext();
    const device = await openTab(elsewhere, origin);
    const restore = () =>
      device.evaluate((text) => {
        const read = window.academy.readExport(text);
        if (!read.ok) throw new Error(read.message);
        return window.record.merge(read.events);
      }, file);
    expect(await restore()).toEqual({ ok: true, added: 3, alreadyHere: 0 });
    expect(await readAll(device)).toEqual(before);
    expect(await restore()).toEqual({ ok: true, added: 0, alreadyHere: 3 });
    expect(await readAll(device)).toEqual(before);
    await elsewhere.close();
  });
});

test.describe('a database that the browser lost', () => {
  test('is noticed on the next visit, reported until a copy is brought back, and does not stop the learner', async ({ context, origin }) => {
    const page = await openTab(context, origin);
    await append(page, startVisit);
    const { event } = await append(page, endVisit('first', 'strong'));
    const copy = await readAll(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });

    await page.reload();
    await openIn(page);
    const missing = { expected: 2, found: 0, lastId: event.id, lastSavedAt: event.at };
    expect(await health(page)).toEqual({ state: 'shorter-than-expected', missing });
    expect(await append(page, reflect('Going on.'))).toMatchObject({ kept: true });
    await page.reload();
    await openIn(page);
    expect(await health(page)).toEqual({ state: 'shorter-than-expected', missing });

    expect(await page.evaluate((events) => window.record.merge(events), copy)).toMatchObject({ ok: true, added: 2 });
    expect(await health(page)).toEqual({ state: 'kept' });
    await page.reload();
    await openIn(page);
    expect(await health(page)).toEqual({ state: 'kept' });
    expect(await readAll(page)).toHaveLength(3);
  });

  test('is no longer reported once the learner lets it go', async ({ context, origin }) => {
    const page = await openTab(context, origin);
    await append(page, startVisit);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await page.reload();
    await openIn(page);
    await page.evaluate(() => window.record.letGoOfMissing());
    expect(await health(page)).toEqual({ state: 'kept' });
    await page.reload();
    await openIn(page);
    expect(await health(page)).toEqual({ state: 'kept' });
  });
});

test.describe('where storage is refused, learning goes on in the page and says that it is not kept:', () => {
  const refusals: Record<string, () => void> = {
    'no IndexedDB': () => {
      Reflect.deleteProperty(window, 'indexedDB');
      Reflect.deleteProperty(Window.prototype, 'indexedDB');
    },
    'an IndexedDB that throws when it is looked at': () => {
      Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('denied', 'SecurityError'); } });
    },
    'a localStorage that throws as well': () => {
      for (const name of ['indexedDB', 'localStorage']) Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError'); } });
    },
  };
  for (const [name, refuse] of Object.entries(refusals)) {
    test(name, async ({ context, origin }) => {
      await context.addInitScript(refuse);
      const page = await openTab(context, origin);
      await expectNotKept(page);
    });
  }

  test('a frame that is sandboxed without its origin', async ({ context, origin }) => {
    const page = await context.newPage();
    await page.goto(`${origin}/framed`);
    const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
    if (!frame) throw new Error('the page holds a frame');
    await frame.waitForLoadState();
    await openIn(frame);
    await expectNotKept(frame);
  });

  async function expectNotKept(page: Page | Frame): Promise<void> {
    expect(await health(page)).toEqual({ state: 'not-kept', reason: 'refused' });
    const first = await append(page, startVisit);
    const second = await append(page, endVisit('first', 'strong'));
    expect([first, second]).toMatchObject([{ kept: false, reason: 'refused' }, { kept: false, reason: 'refused' }]);
    expect(await readAll(page)).toEqual([first.event, second.event]);
    expect(await page.evaluate((course) => window.academy.settleModule(window.record, course), timelyHelp)).toMatchObject({ standing: { completion: 'completed', success: 'passed' } });
    expect(await page.evaluate(() => window.record.clear())).toBe(true);
    expect(await readAll(page)).toEqual([]);
  }
});

test('when the device is full, the page holds what could not be stored and stores it as soon as there is room', async ({ context, origin }) => {
  const page = await context.newPage();
  await page.goto(origin);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 });
  await openIn(page);
  const fill = (letter: string) => append(page, reflect(letter.repeat(4_000)));
  let stored = 0;
  let last = await fill('x');
  while (last.kept && stored < 500) {
    stored += 1;
    last = await fill('x');
  }
  const refused = [last, await fill('y')];
  expect(refused).toMatchObject([{ kept: false, reason: 'full' }, { kept: false, reason: 'full' }]);
  expect(idsOf(await readAll(page)).slice(stored)).toEqual(idsOf(refused.map(({ event }) => event)));
  expect(await health(page)).toEqual({ state: 'not-kept', reason: 'full' });
  expect(await readRows(page)).toHaveLength(stored);

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  expect(await append(page, endVisit('first', 'strong'))).toMatchObject({ kept: true });
  expect(await health(page)).toEqual({ state: 'kept' });
  expect(idsOf(await readAll(page)).slice(stored, stored + 2)).toEqual(idsOf(refused.map(({ event }) => event)));
  expect(await readRows(page)).toHaveLength(stored + 3);
});

test.describe('a connection that breaks', () => {
  /** Makes the next `times` attempts to open the database fail, and counts all attempts. */
  const breakOpening = (page: Page, name: string, times: number) =>
    page.evaluate(
      ([errorName, count]) => {
        const open = IDBFactory.prototype.open;
        let left = count;
        document.title = '0';
        IDBFactory.prototype.open = function (...parameters) {
          document.title = String(Number(document.title) + 1);
          if (left === 0) return open.apply(this, parameters);
          left -= 1;
          throw new DOMException('broken for this test', errorName);
        };
      },
      [name, times] as const,
    );

  for (const name of ['UnknownError', 'InvalidStateError', 'AbortError']) {
    test(`is reopened after ${name}`, async ({ context, origin }) => {
      const page = await openTab(context, origin);
      await breakOpening(page, name, 3);
      expect(await append(page, startVisit)).toMatchObject({ kept: true });
      expect(await readRows(page)).toHaveLength(1);
    });
  }

  test('is reopened three times at most, and what waits is stored when it comes back', async ({ context, origin }) => {
    const page = await openTab(context, origin);
    await breakOpening(page, 'UnknownError', 4);
    expect(await append(page, startVisit)).toMatchObject({ kept: false, reason: 'lost' });
    expect(await page.title()).toBe('4');
    expect(await health(page)).toEqual({ state: 'not-kept', reason: 'lost' });
    expect(await append(page, endVisit('first', 'strong'))).toMatchObject({ kept: true });
    expect(await health(page)).toEqual({ state: 'kept' });
    expect(await readRows(page)).toHaveLength(2);
  });

  test('makes way for a newer release of the site at once, and asks to reload', async ({ context, origin }) => {
    const [older, newer] = [await openTab(context, origin), await openTab(context, origin)];
    await append(older, startVisit);
    const events = await newer.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('practice-academy', 1_000);
          opening.onblocked = () => resolve('blocked');
          opening.onsuccess = () => resolve('open');
        }),
    );
    expect(events).toBe('open');
    expect(await append(older, endVisit('first', 'strong'))).toMatchObject({ kept: false, reason: 'newer' });
    expect(await readAll(older)).toHaveLength(2);
  });
});

/** One thing that happens to a record, in one of the tabs. */
type Happening = { what: 'answer'; tab: number; judgement: Judgement } | { what: 'answer in every tab at once'; judgement: Judgement } | { what: 'reload' | 'open a tab' | 'close a tab' | 'put the clock back a day' | 'put the clock on a day'; tab: number };

test('whatever happens in whichever tab: nothing acknowledged is lost, ids are unique, times rise, a status is never taken back', async ({ browser, origin }) => {
  test.setTimeout(300_000);
  const tab = fc.nat(2);
  const judgement = fc.constantFrom<Judgement>('strong', 'weak', 'unsafe');
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ what: fc.constant('answer' as const), tab, judgement }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('answer in every tab at once' as const), judgement }) },
    { weight: 4, arbitrary: fc.record({ what: fc.constantFrom('reload' as const, 'open a tab' as const, 'close a tab' as const, 'put the clock back a day' as const, 'put the clock on a day' as const), tab }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 14 }), async (happenings) => {
      const context = await browser.newContext();
      try {
        await live(context, origin, happenings);
      } finally {
        await context.close();
      }
    }),
    { numRuns: Number(process.env.RECORD_RUNS ?? 15), ...(process.env.FC_SEED && { seed: Number(process.env.FC_SEED) }) },
  );
});

async function live(context: BrowserContext, origin: string, happenings: readonly Happening[]): Promise<void> {
  const DAY = 86_400_000;
  let drift = 0;
  const tabs = [await openTab(context, origin)];
  const acknowledged: string[] = [];
  const standings: { completion: string; success: string }[] = [];
  for (const happening of happenings) {
    const page = 'tab' in happening ? tabs[happening.tab % tabs.length] : tabs[0];
    if (!page) throw new Error('one tab is always open');
    switch (happening.what) {
      case 'answer':
      case 'answer in every tab at once': {
        const answering = happening.what === 'answer' ? [page] : tabs;
        const answer = (each: Page, name: string) => append(each, endVisit(`attempt-${acknowledged.length}-${tabs.indexOf(each)}-${name}`, happening.judgement));
        const saved = await Promise.all(answering.flatMap((each) => [answer(each, 'first'), answer(each, 'second')]));
        acknowledged.push(...saved.filter(({ kept }) => kept).map(({ event }) => event.id));
        expect(saved.every(({ kept }) => kept)).toBe(true);
        standings.push((await page.evaluate((course) => window.academy.settleModule(window.record, course), timelyHelp)).standing);
        break;
      }
      case 'reload':
        await page.reload();
        await openIn(page, { clockDrift: drift });
        break;
      case 'open a tab':
        if (tabs.length < 3) tabs.push(await openTab(context, origin, { clockDrift: drift }));
        break;
      case 'close a tab':
        if (tabs.length > 1) {
          tabs.splice(tabs.indexOf(page), 1);
          await page.close();
        }
        break;
      default:
        drift += happening.what === 'put the clock back a day' ? -DAY : DAY;
        for (const each of tabs) await each.evaluate((value) => (window.driftOfClock = value), drift);
    }
  }
  const [page] = tabs;
  if (!page || acknowledged.length === 0) return;
  const rows = await readRows(page);
  const ids = rows.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(acknowledged));
  expect(new Set(ids).size).toBe(ids.length);
  for (const [index, { at }] of rows.entries()) if (index > 0) expect(at > (rows[index - 1]?.at ?? '')).toBe(true);
  for (const tabOpen of tabs) expect(idsOf(await readAll(tabOpen))).toEqual(ids);
  for (const [index, later] of standings.entries()) {
    expect(later.completion).toBe('completed');
    if (standings[index - 1]?.success === 'passed') expect(later.success).toBe('passed');
  }
}

test('nothing acknowledged is lost when the browser is killed in the middle of writing', async ({ launchOptions, origin }) => {
  // RECORD_KILLS=20 is the full form, with at least 5,000 events acknowledged.
  const kills = Number(process.env.RECORD_KILLS ?? 6);
  const eventsBeforeKill = kills < 20 ? 50 : 260;
  test.setTimeout(30_000 + kills * 20_000);
  const pauses = fc.sample(fc.integer({ min: 0, max: 700 }), { numRuns: kills, ...(process.env.FC_SEED && { seed: Number(process.env.FC_SEED) }) });
  const profile = await mkdtemp(join(tmpdir(), 'record-profile-'));
  const acknowledged = new Set<string>();
  try {
    for (const pause of pauses) {
      const before = acknowledged.size;
      const context = await chromium.launchPersistentContext(profile, launchOptions);
      const page = await context.newPage();
      await page.exposeFunction('acknowledge', (id: string) => void acknowledged.add(id));
      await page.goto(origin);
      await openIn(page);
      await expectAllStored(acknowledged, page);
      await page.evaluate((input) => {
        void (async () => {
          for (;;) {
            const saved = await window.record.append(input);
            if (saved.kept) void window.acknowledge(saved.event.id);
          }
        })();
      }, reflect('Ring first, then write it down.'));
      await expect.poll(() => acknowledged.size - before, { timeout: 15_000 }).toBeGreaterThanOrEqual(eventsBeforeKill);
      await page.waitForTimeout(pause);
      await kill(context);
    }
    const context = await chromium.launchPersistentContext(profile, launchOptions);
    const page = await openTab(context, origin);
    await expectAllStored(acknowledged, page);
    const events = await readAll(page);
    expect(new Set(events.map(({ at }) => at)).size).toBe(events.length);
    expect(acknowledged.size).toBeGreaterThanOrEqual(kills * eventsBeforeKill);
    test.info().annotations.push({ type: 'kills', description: `${kills} kills, ${acknowledged.size} acknowledged, 0 lost` });
    await context.close();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** A browser that was killed mends its database when it opens it next, and on a busy machine takes longer than one reading waits: slow is not lost. */
async function expectAllStored(acknowledged: ReadonlySet<string>, page: Page): Promise<void> {
  const countLost = async () => {
    const stored = new Set(idsOf(await readAll(page)));
    return [...acknowledged].filter((id) => !stored.has(id)).length;
  };
  await expect.poll(countLost, { message: 'acknowledged events that are not stored', timeout: 30_000 }).toBe(0);
}

/** Ends the processes of this browser, and no other, as a crash would. */
async function kill(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('a persistent context belongs to a browser');
  const closed = new Promise((resolve) => context.once('close', resolve));
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  for (const { id } of processInfo) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It ended together with its parent.
    }
  }
  await closed;
}
