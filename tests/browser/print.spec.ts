import { expect, test } from '@playwright/test';
import { PAGES } from './pages.ts';

test('a scenario prints whole with every outcome, also in the middle of an attempt, and then goes on', async ({ page }) => {
  await page.goto(PAGES.scenario);
  await page.getByRole('button', { name: 'Start the scenario' }).click();
  await page.locator('.stage input[type="radio"]').first().check();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  for (const step of await page.locator('[data-step]').all()) await expect(step.locator('.situation')).toBeVisible();
  for (const outcome of await page.locator('.outcome').all()) await expect(outcome).toBeVisible();
  for (const ending of await page.locator('[data-ending]').all()) await expect(ending).toBeVisible();
  await expect(page.locator('main button:visible, header nav:visible')).toHaveCount(0);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.stage [data-heading]')).toHaveText('Step 1');
  await expect(page.locator('[data-step]:visible')).toHaveCount(1);
});

test('a module prints its quotations and its text, and none of what can only be pressed', async ({ page }) => {
  await page.goto(PAGES.module);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#statement-1')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'In practice' })).toBeVisible();
  await expect(page.locator('main button:visible')).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
});
