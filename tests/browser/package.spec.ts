import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { FRAMEWORK, MODULE, openMade } from '../build/made-packages.ts';
import { startLrs } from '../lrs/start-lrs.ts';
import { listStatementProblems } from '../unit/tracking/lrs/statement-problems.ts';
import { Cmi5Lms } from '../peers/cmi5-lms/cmi5-lms.ts';
import type { StrictLms } from '../peers/scorm-strict.ts';
import { PackagedLms } from './packaged-lms.ts';

declare global {
  interface Window {
    lms: StrictLms;
    /** The LMS saves again. */
    repair: () => void;
  }
}

const IRI = `https://academy.example/frameworks/${FRAMEWORK}/${MODULE}`;
const MODULE_TITLE = 'Timely intervention';

interface Packages {
  lms: PackagedLms;
  /** Where each lies, with a slash at its end. */
  scorm12: string;
  scorm2004: string;
  cmi5: string;
  xapi: string;
}

const test = base.extend<{ watched: string[] }, { packages: Packages }>({
  packages: [
    async ({}, use) => {
      const lms = new PackagedLms();
      await lms.start();
      await use({
        lms,
        scorm12: lms.upload('scorm12', openMade('module', `${FRAMEWORK}.${MODULE}.scorm12.zip`, '--module', MODULE, '--target', 'scorm12')),
        scorm2004: lms.upload('scorm2004', openMade('framework', `${FRAMEWORK}.scorm2004.zip`, '--target', 'scorm2004')),
        cmi5: lms.upload('cmi5', openMade('framework', `${FRAMEWORK}.cmi5.zip`, '--target', 'cmi5')),
        xapi: lms.upload('xapi', openMade('module', `${FRAMEWORK}.${MODULE}.xapi.zip`, '--module', MODULE, '--target', 'xapi')),
      });
      lms.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  /** Errors and warnings of the browser, and what a package asked for and is not there. Nothing of it is wanted; what an LRS has not got yet is in order. */
  watched: [
    async ({ page, packages }, use) => {
      const complaints: string[] = [];
      packages.lms.missing.length = 0;
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
      });
      page.on('pageerror', ({ message }) => complaints.push(message));
      await use(complaints);
      expect([...complaints, ...packages.lms.missing]).toEqual([]);
    },
    { auto: true },
  ],
});

// In one worker: packages are made once.
test.describe.configure({ mode: 'default' });

type Place = Page | FrameLocator;

const status = (place: Place): Locator => place.locator('[data-connection-status]');
const content = (page: Page): FrameLocator => page.frameLocator('#content');
const moduleOf = (frame: FrameLocator): FrameLocator => frame.frameLocator('[data-frames] iframe:visible');

/** Plays the scenario and answers the check as well as one can. */
async function learn(place: Place): Promise<void> {
  await place.getByRole('button', { name: 'Start the scenario' }).click();
  for (;;) {
    const radios = place.locator('.stage [data-radios] input');
    const strong = await place.locator('.stage [data-judgement="strong"]').first().getAttribute('data-option');
    await radios.and(place.locator(`[value="${strong ?? ''}"]`)).check();
    await place.getByRole('button', { name: 'This is what I would do' }).click();
    const onward = place.getByRole('button', { name: /^(?:Carry on|See how it ends)$/ });
    const isLast = (await onward.textContent()) === 'See how it ends';
    await onward.click();
    if (isLast) break;
  }
  for (const question of await place.locator('[data-item]').all()) {
    for (const select of await question.getByRole('combobox').all()) await select.selectOption((await select.getAttribute('data-right')) ?? '');
    const right = (await question.getAttribute('data-form')) === 'choice' ? await question.getAttribute('data-right') : null;
    if (right !== null) await question.locator(`input[value="${right}"]`).check();
  }
  await place.getByRole('button', { name: 'Check my answers' }).click();
  await expect(place.locator('#standing')).toContainText('You completed this module');
}

/**
 * Where a page has no origin of its own, browsers keep fonts from it, unlike scripts and styles; and Chromium leaves rejections
 * of `indexedDB.databases` behind that no code can catch.
 */
function forgive(watched: string[]): void {
  watched.splice(0, watched.length, ...watched.filter((text) => !/font|preload|^undefined$|^Uncaught \(in promise\) undefined$/.test(text)));
}

const saved = (page: Page) => page.evaluate(() => window.lms.saved);
const refused = (page: Page) => page.evaluate(() => window.lms.refused.map(({ name, texts }) => `${name} ${texts.join(' ')}`));

test('SCORM 1.2: a module tells the LMS what was learned, and ends when the learner leaves', async ({ page, packages: { lms, scorm12 } }) => {
  await page.goto(lms.frame(`${scorm12}index.html`, { version: '1.2' }));
  const module = content(page);
  await expect(status(module)).toHaveText('Connected. What you do is recorded.');
  await learn(module);
  await expect.poll(() => saved(page)).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
  await module.getByRole('button', { name: 'Save and exit' }).click();
  await expect(module.getByRole('heading', { name: 'You can close this page now' })).toBeVisible();
  await expect(module.locator('[data-left]')).toBeFocused();
  await expect(module.getByRole('heading', { name: MODULE_TITLE })).toBeHidden();
  expect(await refused(page)).toEqual([]);
  expect(await page.evaluate(() => window.lms.state)).toBe('ended');
});

test('SCORM 2004: the page around a framework lists its modules, opens one, and tells the LMS of it', async ({ page, packages: { lms, scorm2004 } }) => {
  await page.goto(lms.frame(`${scorm2004}index.html`, { version: '2004' }));
  const list = content(page);
  await expect(status(list)).toHaveText('Connected. What you do is recorded.');
  await list.getByRole('link', { name: MODULE_TITLE }).click();
  const module = moduleOf(list);
  await expect(module.getByRole('heading', { level: 1, name: MODULE_TITLE })).toBeFocused();
  await expect(list.getByRole('heading', { name: 'Modules' })).toBeHidden();
  const shell = page.frames().find((frame) => frame.url().startsWith(`${scorm2004}index.html`));
  expect(await shell?.title()).toContain(MODULE_TITLE);
  await learn(module);
  await expect.poll(async () => (await saved(page))['cmi.completion_status']).toBe('incomplete');
  await expect.poll(async () => (await saved(page))['cmi.suspend_data']?.length ?? 0).toBeGreaterThan(20);
  await list.getByRole('link', { name: 'All modules' }).click();
  const row = list.locator(`[data-module="${FRAMEWORK}/${MODULE}"]`);
  await expect(row).toContainText('Completed');
  await expect(row.getByRole('link')).toBeFocused();
  expect(await shell?.title()).not.toContain(MODULE_TITLE);
  expect(await refused(page)).toEqual([]);
});

test('a module that is open stays open after Back, Forward and a reload, with what was written in it', async ({ page, packages: { lms, scorm2004 } }) => {
  await page.goto(lms.frame(`${scorm2004}index.html`, { version: '2004' }));
  const list = content(page);
  await list.getByRole('link', { name: MODULE_TITLE }).click();
  const module = moduleOf(list);
  await module.getByLabel('Your reflection').fill('Not saved yet');
  // The page itself goes nowhere: what is in its frame does.
  await page.evaluate(() => history.back());
  await expect(list.getByRole('heading', { name: 'Modules' })).toBeVisible();
  await page.evaluate(() => history.forward());
  await expect(module.getByLabel('Your reflection')).toHaveValue('Not saved yet');
  const shell = page.frames().find((frame) => frame.url().startsWith(`${scorm2004}index.html`));
  await module.getByRole('button', { name: 'Save my reflection' }).click();
  await module.getByText('Saved on this device').waitFor();
  await shell?.evaluate(() => location.reload());
  await expect(moduleOf(content(page)).getByRole('heading', { level: 1, name: MODULE_TITLE })).toBeVisible();
});

test('the skip link of the page around a module leads into the module', async ({ page, packages: { lms, scorm2004 } }) => {
  await page.goto(lms.frame(`${scorm2004}index.html`, { version: '2004' }));
  const list = content(page);
  await list.getByRole('link', { name: MODULE_TITLE }).click();
  const heading = moduleOf(list).getByRole('heading', { level: 1, name: MODULE_TITLE });
  await expect(heading).toBeFocused();
  await list.getByRole('link', { name: 'Skip to main content' }).press('Enter');
  await expect(heading).toBeFocused();
});

test('SCORM: who leaves while the LMS can’t save is told so, and can try again', async ({ page, packages: { lms, scorm12 } }) => {
  await page.goto(lms.frame(`${scorm12}index.html`, { version: '1.2' }));
  const module = content(page);
  await expect(status(module)).toHaveText('Connected. What you do is recorded.');
  await page.evaluate(() => {
    const { API: api } = window as unknown as { API: { LMSCommit: () => string } };
    const commit = api.LMSCommit;
    api.LMSCommit = () => 'false';
    window.repair = () => (api.LMSCommit = commit);
  });
  const exit = module.getByRole('button', { name: 'Save and exit' });
  await exit.click();
  await expect(module.getByRole('heading', { name: 'Not everything has arrived' })).toBeVisible();
  await page.evaluate(() => window.repair());
  await exit.click();
  await expect(module.getByRole('heading', { name: 'You can close this page now' })).toBeVisible();
  await expect(exit).toBeHidden();
});

/** An LMS that knows the one module. */
async function startCmi5(): Promise<Cmi5Lms> {
  const lms = new Cmi5Lms({ units: [{ id: IRI, moveOn: 'CompletedAndPassed', masteryScore: 0.7 }] });
  await lms.listen();
  return lms;
}

test('cmi5: a module of a framework is launched, satisfied and left for where the LMS wants the learner', async ({ page, packages: { lms, cmi5 } }) => {
  const cmi5Lms = await startCmi5();
  const { url } = cmi5Lms.launch(`${cmi5}modules/${MODULE}.html`, { returnURL: `${lms.url}/back` });
  await page.goto(url.href);
  await expect(status(page)).toHaveText('Connected. What you do is recorded.');
  await learn(page);
  await page.getByRole('button', { name: 'Save and exit' }).click();
  await expect(page.getByRole('heading', { name: 'Your courses' })).toBeVisible();
  expect(cmi5Lms.refusals).toEqual([]);
  expect(cmi5Lms.standing()).toMatchObject({ completed: true, passed: true, satisfied: true });
  await cmi5Lms.stop();
});

test('cmi5: a visit for viewing is never called recorded', async ({ page, packages: { cmi5 } }) => {
  const cmi5Lms = await startCmi5();
  await page.goto(cmi5Lms.launch(`${cmi5}modules/${MODULE}.html`, { launchMode: 'Browse' }).url.href);
  await expect(status(page)).toHaveText('Opened for viewing only. What you do is not recorded.');
  await page.getByRole('button', { name: 'Exit', exact: true }).click();
  await expect(page.locator('[data-left]')).toContainText('nothing was recorded');
  await cmi5Lms.stop();
});

test('cmi5: a page in a sandbox of another site, in which the browser stores nothing, works and reports', async ({ page, packages: { lms, cmi5 }, watched }) => {
  const cmi5Lms = await startCmi5();
  const { url } = cmi5Lms.launch(`${cmi5}modules/${MODULE}.html`);
  await page.goto(lms.frame(url.href, { sandbox: 'allow-scripts allow-forms', from: lms.otherSite }));
  const module = content(page);
  await expect(status(module)).toHaveText('Connected. What you do is recorded.');
  expect(await page.frames()[1]?.evaluate(() => { try { return localStorage.length; } catch (error) { return (error as Error).name; } })).toBe('SecurityError');
  await learn(module);
  await expect.poll(() => cmi5Lms.standing().satisfied).toBe(true);
  expect(cmi5Lms.refusals).toEqual([]);
  await cmi5Lms.stop();
  forgive(watched);
});

test('xAPI: a module that an LMS launches reports to the LRS of the launch, and takes the launch out of the address', async ({ page, packages: { xapi } }) => {
  const lrs = await startLrs();
  const launch = new URL(`${xapi}index.html`);
  const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'learner-1' } };
  for (const [name, value] of Object.entries({ endpoint: `${lrs.url}/`, auth: 'Basic a2V5OnNlY3JldA==', actor: JSON.stringify(actor), registration: '6b7d3b0e-6c0b-4f0e-9d6a-3f5f0c9a7b11', activity_id: IRI })) launch.searchParams.set(name, value);
  await page.goto(launch.href);
  await expect(status(page)).toHaveText('Connected. What you do is recorded.');
  expect(page.url()).not.toContain('auth');
  await learn(page);
  await expect.poll(async () => (await lrs.listStatements()).map(({ verb, object }) => `${verb.id.split('/').at(-1) ?? ''} ${object.id}`)).toContain(`passed ${IRI}`);
  const stored = await lrs.listStatements();
  expect(stored.every((statement) => statement.actor.account?.name === 'learner-1')).toBe(true);
  expect(stored.flatMap(listStatementProblems)).toEqual([]);
  await lrs.stop();
});

test('xAPI: what an LRS that is down has not got is told, and can be saved', async ({ page, packages: { xapi } }) => {
  const launch = new URL(`${xapi}index.html`);
  // Nothing listens there.
  for (const [name, value] of Object.entries({ endpoint: 'http://127.0.0.1:9/xapi/', auth: 'Basic a2V5OnNlY3JldA==', actor: JSON.stringify({ account: { homePage: 'https://lms.example', name: 'learner-1' } }), activity_id: IRI })) launch.searchParams.set(name, value);
  await page.goto(launch.href);
  await learn(page);
  const save = page.getByRole('button', { name: 'Save a copy of what was not sent' });
  await expect(save).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('sending-notice')).toContainText('waiting to be sent');
  const download = page.waitForEvent('download');
  await save.click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
});

test('without an LMS a package says that nothing is recorded, and works', async ({ page, packages: { scorm12, cmi5, xapi } }) => {
  for (const address of [`${scorm12}index.html`, `${cmi5}modules/${MODULE}.html`, `${xapi}index.html`]) {
    await page.goto(address);
    await expect(status(page)).toContainText(/LMS|learning system/);
    await expect(status(page)).toContainText('You can still work through this: what you do then stays in this browser.');
    await expect(page.getByRole('button', { name: 'Save and exit' })).toBeHidden();
    await expect(page.getByText('You can read this, but nothing is recorded.')).toBeHidden();
    await expect(page.locator('sending-notice')).toBeHidden();
  }
  await learn(page);
});

test('a package that is opened from disk works and says that nothing is recorded', async ({ page, watched }) => {
  const folder = mkdtempSync(join(tmpdir(), 'academy-package-'));
  for (const [file, bytes] of openMade('framework', `${FRAMEWORK}.scorm2004.zip`, '--target', 'scorm2004')) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await expect(status(page)).toContainText('This page has found no learning system.');
  await page.getByRole('link', { name: MODULE_TITLE }).click();
  const module = page.frameLocator('[data-frames] iframe:visible');
  await expect(status(module)).toContainText('This module was opened on its own');
  await module.getByRole('button', { name: 'Start the scenario' }).click();
  await expect(module.locator('.stage input').first()).toBeVisible();
  rmSync(folder, { recursive: true });
  forgive(watched);
});

test('without JavaScript a package can be read, module by module, and says what to do', async ({ browser, packages: { scorm2004 } }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${scorm2004}index.html`);
  await expect(page.getByText('You can read this, but nothing is recorded.')).toBeVisible();
  await page.getByRole('link', { name: MODULE_TITLE }).click();
  await expect(page.getByText('You can read this, but nothing is recorded.')).toBeVisible();
  await page.getByText('See the answer to question 1').click();
  await context.close();
});

const LOOKS = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

for (const { width, colorScheme } of LOOKS) {
  test(`axe finds nothing in the list, a module, its end and a page without an LMS: ${width} px, ${colorScheme}`, async ({ page, packages: { lms, scorm2004, scorm12 } }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const check = async (where: string) => {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), where).toEqual([]);
      for (const frame of page.frames()) expect(await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `sideways scroll: ${where}`).toBe(0);
    };
    await page.goto(lms.frame(`${scorm2004}index.html`, { version: '2004' }));
    const list = content(page);
    await expect(status(list)).toHaveText('Connected. What you do is recorded.');
    await check('list');
    await list.getByRole('link', { name: MODULE_TITLE }).click();
    await expect(moduleOf(list).getByRole('button', { name: 'Start the scenario' })).toBeVisible();
    await check('module');
    await list.getByRole('button', { name: 'Save and exit' }).click();
    await expect(list.getByRole('heading', { name: 'You can close this page now' })).toBeVisible();
    await check('left');
    await page.goto(`${scorm12}index.html`);
    await expect(status(page)).toContainText('You can still work through this');
    await check('without an LMS');
  });
}
