import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { buildSite } from '../build/build-site.ts';
import { copyFramework } from '../build/copy-framework.ts';
import { serveFolder } from './serve-folder.ts';

/** Inside the project, because MDX looks for its runtime from where its file stands. */
const WORK = 'tests/.work/new-framework-in-browser';
const CONTENT = join(WORK, 'content');
const SITE = join(WORK, 'site');
const MODULE = 'frameworks/ashdale-promise/we-come-on-time/';
/** A module with nothing but text: no scenario fits it, and somebody has taken its question out. */
const TEXT_ALONE = 'frameworks/ashdale-promise/we-publish-what-we-spend/';

let url = '';
let server: Server | undefined;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  rmSync(WORK, { recursive: true, force: true });
  copyFramework('rotherham-practice-standards', CONTENT);
  execFileSync('node', ['scripts/import.ts', 'tests/fixtures/new-framework/ashdale-promise.md', '--content', CONTENT], { stdio: 'pipe' });
  const file = join(CONTENT, 'frameworks/ashdale-promise/modules/we-publish-what-we-spend.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^check:\n(?:[ ].*\n)+/m, '').replace('<KnowledgeCheck />\n', ''));
  const { status, output } = buildSite(CONTENT, SITE);
  expect(status, output).toBe(0);
  ({ url, server } = await serveFolder(SITE));
});

test.afterAll(() => {
  server?.close();
  rmSync(WORK, { recursive: true, force: true });
});

for (const width of [320, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing where a scenario is borrowed: ${width} px, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const address of [MODULE, 'frameworks/ashdale-promise/', 'author/', 'scenarios/late-on-his-birthday/']) {
        await page.goto(`${url}/${address}`);
        for (const summary of await page.locator('.lent-notice summary, .to-write summary').all()) await summary.click();
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'pixels of sideways scroll').toBe(0);
      }
      await context.close();
    });
  }
}

test('a borrowed scenario counts towards its module once it is finished', async ({ page }) => {
  await page.goto(`${url}/${MODULE}`);
  const part = page.locator('[data-part="scenario:late-on-his-birthday"] [data-status]');
  await page.getByRole('button', { name: 'Start the scenario' }).click();
  for (;;) {
    await page.locator('.stage input[type="radio"]').first().check();
    await page.getByRole('button', { name: 'This is what I would do' }).click();
    const onward = page.getByRole('button', { name: /Carry on|See how it ends/ });
    const isLast = (await onward.textContent()) === 'See how it ends';
    await onward.click();
    if (isLast) break;
  }
  await expect(part).toHaveText('Done');
});

test('a module that asks for nothing is completed by saying that it was read, and the focus goes to what it says then', async ({ page }) => {
  await page.goto(`${url}/${TEXT_ALONE}`);
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.locator('#standing')).toContainText('You completed this module');
  await expect(page.locator('#standing')).toBeFocused();
  await page.reload();
  await expect(page.getByRole('button', { name: 'I have read this' })).toBeHidden();
});

test('words that changed after a module was completed can be read and ticked off on their own', async ({ page }) => {
  await page.goto(`${url}/${TEXT_ALONE}`);
  const course = await page.locator('module-progress').evaluate((element) => element.dataset.requirements ?? '');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.locator('#standing')).toContainText('You completed this module');
  await page.route(`**/${TEXT_ALONE}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace((JSON.parse(course) as { statementsEdition: string }).statementsEdition, 'another-edition-') });
  });
  await page.reload();
  await expect(page.locator('[data-part="statements"]')).toContainText('Changed since');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.locator('[data-part="statements"]')).toContainText('Done');
});
