import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, test as base, type Page } from '@playwright/test';
import { PAGES } from './pages.ts';
import { ReportingSite } from './reporting-site.ts';

const test = base.extend<object, { site: ReportingSite }>({
  site: [
    async ({}, use) => {
      const site = new ReportingSite();
      await site.start();
      await use(site);
      site.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});
// One site, whose LRS is told what to answer.
test.describe.configure({ mode: 'default' });

test.afterEach(({ site }) => expect(site.problems, 'every statement that came in is valid').toEqual([]));

const notice = (page: Page) => page.locator('sending-notice');

async function choose(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: 'Start the scenario' });
  await start.or(page.locator('.stage input[type="radio"]').first()).first().waitFor();
  if (await start.isVisible()) await start.click();
  await page.locator('.stage input[type="radio"]').first().check();
  await page.getByRole('button', { name: 'This is what I would do' }).click();
  await page.locator('.stage .feedback').waitFor();
}

async function look(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${state}: pixels of sideways scroll`).toBe(0);
}

const launch = (endpoint: string, account = 'a-17') =>
  new URLSearchParams({ endpoint, auth: 'Basic a2V5OnNlY3JldA==', actor: JSON.stringify({ account: { homePage: 'https://lms.example', name: account } }), registration: '9a3c1f0e-5b1d-4c36-8a55-0d1f8d6b7c11' }).toString();

const listStored = (page: Page) => page.evaluate(async () => ({ databases: (await indexedDB.databases()).map(({ name }) => name), keys: Object.keys(localStorage) }));

test.describe('a learner who has only just come', () => {
  test('is told why they are not connected, and keeps a record on the device that nobody is told of', async ({ page, site }) => {
    site.reset();
    await page.goto(`${site.url}${PAGES.scenario}`);
    await expect(notice(page)).toContainText('You are not signed in');
    await choose(page);
    await expect.poll(() => listStored(page)).toMatchObject({ databases: ['practice-academy'] });
    expect(site.received).toEqual([]);
  });

  test('leaves nothing on the device before they start something, and no page breaks a rule of its policy', async ({ page, site }) => {
    site.reset('w-9');
    const complaints: string[] = [];
    page.on('console', (message) => {
      // That the LRS holds no State document yet is an answer like any other, but browsers list it.
      if (['error', 'warning'].includes(message.type()) && !message.text().includes('404')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    for (const address of [PAGES.module, PAGES.goodPractice, PAGES.myLearning, PAGES.about, '/connection/', '/connection/pilot/']) {
      await page.goto(`${site.url}${address}`);
      await page.waitForLoadState('networkidle');
      expect(await listStored(page), address).toEqual({ databases: [], keys: [] });
    }
    expect([site.received, complaints]).toEqual([[], []]);
  });
});

test.describe('a learner whom the proxy knows', () => {
  test('has choices reported under their account, and is told what waits and that it was sent', async ({ page, site }) => {
    site.reset('w-9');
    await page.goto(`${site.url}${PAGES.scenario}`);
    await expect(notice(page)).toBeHidden();
    await choose(page);
    await expect(notice(page)).toContainText(/^\d waiting to be sent to your council’s learning record/);
    await page.goto(`${site.url}${PAGES.myLearning}`);
    await expect(notice(page)).toContainText('Sent to your council’s learning record.', { timeout: 20_000 });
    expect(site.received.length).toBeGreaterThan(0);
    for (const { way, actor, authorization } of site.received) expect({ way, actor, authorization }).toEqual({ way: 'proxy', actor: { objectType: 'Agent', account: { homePage: 'https://sign-in.example', name: 'w-9' } }, authorization: undefined });
    expect(site.received.map(({ verb }) => verb.id)).toContain('http://adlnet.gov/expapi/verbs/answered');
  });

  test('has a record apart from that of the next one on the same device', async ({ page, site }) => {
    site.reset('w-9');
    await page.goto(`${site.url}${PAGES.scenario}`);
    await choose(page);
    site.reset('w-10');
    await page.goto(`${site.url}${PAGES.myLearning}`);
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    site.reset('w-9');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Scenarios' })).toBeVisible();
  });

  test('sees what waits while the LRS is down, can save it, and it goes by itself', async ({ page, site }) => {
    site.reset('w-9');
    site.answers = 503;
    await page.goto(`${site.url}${PAGES.scenario}`);
    await choose(page);
    await page.goto(`${site.url}${PAGES.myLearning}`);
    await expect(notice(page)).toContainText(/\d waiting to be sent\. Your council’s learning record can’t be reached just now/, { timeout: 20_000 });
    const waiting = Number(await notice(page).locator('[data-count]').textContent());
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a copy of what was not sent' }).click()]);
    const copy = JSON.parse(readFileSync(await download.path(), 'utf8')) as { unsent: { id: string }[] };
    expect(copy.unsent).toHaveLength(waiting);
    site.answers = 'stored';
    await expect(notice(page)).toHaveText(/Sent to your council’s learning record/, { timeout: 60_000 });
    expect(site.received.map(({ id }) => id).sort()).toEqual(copy.unsent.map(({ id }) => id).sort());
  });

  test('is told what to do when the LRS lets nobody in, and My learning leads to the test of the connection', async ({ page, site }) => {
    site.reset('w-9');
    site.answers = 401;
    await page.goto(`${site.url}${PAGES.scenario}`);
    await choose(page);
    await page.goto(`${site.url}${PAGES.myLearning}`);
    await expect(notice(page).locator('[data-line="stopped"]')).toContainText('not sent', { timeout: 20_000 });
    const link = notice(page).getByRole('link', { name: 'Test the connection' });
    await look(page, 'my learning, stopped');
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Test the connection' })).toBeVisible();
  });

  test('is told what was refused, and can try it again', async ({ page, site }) => {
    site.reset('w-9');
    site.answers = 'refuse-first';
    await page.goto(`${site.url}${PAGES.scenario}`);
    await choose(page);
    await page.getByRole('button', { name: /Carry on|See how it ends/ }).click();
    await choose(page);
    await page.goto(`${site.url}${PAGES.myLearning}`);
    await expect(notice(page).locator('[data-line="refused"]')).toContainText('1 was refused', { timeout: 20_000 });
    const before = site.received.length;
    expect(before).toBeGreaterThan(0);
    site.answers = 'stored';
    await page.getByRole('button', { name: 'Try what was refused again' }).click();
    await expect(notice(page).locator('[data-line="refused"]')).toHaveCount(0);
    await expect.poll(() => site.received.length, { timeout: 20_000 }).toBe(before + 1);
  });

  test('has what they open from the search reported, but not what they searched for', async ({ page, site }) => {
    site.reset('w-9');
    await page.goto(`${site.url}${PAGES.goodPractice}?q=listening+to+children`);
    const hit = page.locator('.hit-title a').first();
    const href = await hit.getAttribute('href');
    await hit.click();
    await page.waitForURL(`**${href}`);
    await expect.poll(() => site.received.length, { timeout: 20_000 }).toBe(1);
    expect(site.received[0]?.object.id).toContain(href?.replace(/#.*/, ''));
    expect(JSON.stringify(site.received)).not.toContain('listening to children');
  });
});

test('without a record and without a connection, opening a hit stores nothing; with a record it is noted', async ({ page, site }) => {
  site.reset();
  const open = async () => {
    await page.goto(`${site.url}${PAGES.goodPractice}?q=children`);
    await page.locator('.hit-title a').first().click();
    await page.waitForURL(/frameworks|scenarios\//);
  };
  await open();
  expect(await listStored(page)).toEqual({ databases: [], keys: [] });
  await page.goto(`${site.url}${PAGES.scenario}`);
  await choose(page);
  const count = () => page.evaluate(() => (JSON.parse(localStorage.getItem('practice-academy') ?? '{}') as { count?: number }).count);
  await expect.poll(count).toBeGreaterThan(0);
  const before = (await count()) ?? 0;
  await open();
  expect(await count()).toBe(before + 1);
});

test.describe('a launch from an LMS', () => {
  test('leaves the address bar at once, reports to the LRS that it names, and goes on with the next page of the window', async ({ page, site }) => {
    site.reset();
    await page.goto(`${site.url}${PAGES.scenario}?from=lms&${launch(site.lrsUrl)}`);
    await expect.poll(() => page.url()).toBe(`${site.url}${PAGES.scenario}?from=lms`);
    await page.goto(`${site.url}${PAGES.module}`);
    await choose(page);
    await page.goto(`${site.url}${PAGES.myLearning}`);
    await expect.poll(() => site.received.length, { timeout: 20_000 }).toBeGreaterThan(0);
    for (const { way, authorization, actor } of site.received) expect({ way, authorization, actor }).toEqual({ way: 'lrs', authorization: 'Basic a2V5OnNlY3JldA==', actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'a-17' } } });
  });

  test('that names an LRS which the site does not know is told of and not followed', async ({ page, site }) => {
    site.reset();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).hostname !== '127.0.0.1') elsewhere.push(request.url());
    });
    await page.goto(`${site.url}${PAGES.scenario}?${launch('https://evil.example/xapi/')}`);
    await expect.poll(() => page.url()).toBe(`${site.url}${PAGES.scenario}`);
    await expect(notice(page)).toContainText('can’t be used');
    await choose(page);
    expect([elsewhere, site.received]).toEqual([[], []]);
  });
});

test('a pilot is told what is wrong, is connected for the window, and can forget it', async ({ page, site }) => {
  site.reset();
  await page.goto(`${site.url}/connection/pilot/`);
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByLabel('Address of the learning record store').fill(site.lrsUrl);
  await page.getByLabel('Key').fill('pilot');
  await page.getByLabel('Secret').fill('hunter2');
  await page.getByLabel('Your account').fill('p-1');
  expect(await page.getByLabel('Secret').getAttribute('autocomplete')).toBe('off');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Connected in this window' })).toBeFocused();
  await page.goto(`${site.url}${PAGES.scenario}`);
  await choose(page);
  await page.goto(`${site.url}${PAGES.myLearning}`);
  await expect.poll(() => site.received[0]?.authorization, { timeout: 20_000 }).toBe(`Basic ${btoa('pilot:hunter2')}`);
  await page.goto(`${site.url}/connection/pilot/`);
  await page.getByRole('button', { name: 'Forget this connection' }).click();
  await expect(page.getByLabel('Address of the learning record store')).toBeFocused();
  await page.goto(`${site.url}${PAGES.myLearning}`);
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
});

test('the self-test says what works; at an address that is no LRS, what to do', async ({ page, site }) => {
  site.reset('w-9');
  await page.goto(`${site.url}/connection/`);
  await expect(page.locator('[data-way]')).toContainText('under the account w-9');
  await page.getByRole('button', { name: 'Test this connection' }).click();
  await expect(page.getByRole('heading', { name: 'What the test found' })).toBeFocused({ timeout: 20_000 });
  await expect(page.locator('[data-finding="works"]')).toContainText('Works');
  await page.getByText('Test another address').click();
  await page.getByLabel('Address of the learning record store').fill(`${site.url}/nothing-here/`);
  await page.getByRole('button', { name: 'Test this address' }).click();
  await expect(page.locator('[data-finding="not-an-lrs"]')).toContainText('What to do');
  expect(site.received).toEqual([]);
});

for (const width of [320, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on what a site that reports adds: ${width} px, ${colorScheme}`, async ({ browser, site }) => {
      test.setTimeout(180_000);
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      site.reset();
      await page.goto(`${site.url}${PAGES.about}`);
      await look(page, 'about');
      await page.goto(`${site.url}/connection/pilot/`);
      await look(page, 'pilot');
      await page.getByRole('button', { name: 'Connect' }).click();
      await look(page, 'pilot with problems');
      await page.goto(`${site.url}/connection/`);
      await page.getByLabel('Address of the learning record store').fill('http://lrs.example/');
      await page.getByRole('button', { name: 'Test this address' }).click();
      await expect(page.locator('[data-finding]')).toBeVisible();
      await look(page, 'test of the connection');
      await page.goto(`${site.url}${PAGES.module}`);
      await expect(notice(page)).toBeVisible();
      await look(page, 'module, not connected');
      site.reset(`${width}-${colorScheme}`);
      site.answers = 'refuse-first';
      await page.goto(`${site.url}${PAGES.scenario}`);
      await choose(page);
      await expect(notice(page).locator('[data-line="waiting"]')).toBeVisible({ timeout: 20_000 });
      await look(page, 'scenario, waiting');
      await page.goto(`${site.url}${PAGES.myLearning}`);
      await expect(notice(page).locator('[data-line="refused"]')).toBeVisible({ timeout: 20_000 });
      await look(page, 'my learning, refused');
      await context.close();
    });
  }
}
