import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
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

let url = '';
let server: Server | undefined;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  rmSync(WORK, { recursive: true, force: true });
  copyFramework('rotherham-practice-standards', CONTENT);
  execFileSync('node', ['scripts/import.ts', 'tests/fixtures/new-framework/ashdale-promise.md', '--content', CONTENT], { stdio: 'pipe' });
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
