import { expect, test } from '@playwright/test';
import { PAGES } from './pages.ts';

test('a practitioner finds a statement by search, narrows the search, and goes to its exact place', async ({ page }) => {
  await page.goto(PAGES.goodPractice);
  await page.getByLabel('What are you looking for?').fill('alter any arrangements');
  await page.getByRole('button', { name: 'Search' }).click();
  const hit = page.locator('.hit').filter({ hasText: 'We will make contact if we need to alter any arrangements' });
  await expect(hit).toBeVisible();
  await expect(hit).toContainText('Practise this: Late on his birthday');
  await hit.getByRole('link', { name: /We will make contact/ }).click();
  await expect(page).toHaveURL(/\/frameworks\/rotherham-practice-standards\/timely-intervention\/#statement-3$/);
  await expect(page.locator('#statement-3')).toContainText('We will make contact if we need to alter any arrangements.');
  await expect(page.locator('#statement-3')).toBeInViewport();
});

test('filters narrow a search by framework and by kind, and the address keeps them', async ({ page }) => {
  await page.goto(PAGES.goodPractice);
  await page.getByLabel('What are you looking for?').fill('supervision');
  await expect(page.locator('[data-count]')).toHaveText(/results? for “supervision”/);
  const all = await readCount(page);
  await page.getByText('Narrow it down').click();
  await page.getByLabel('Practice Standards', { exact: true }).check();
  await expect.poll(() => readCount(page)).toBeLessThan(all);
  for (const where of await page.locator('.hit-where').allTextContents()) expect(where).toContain('Practice Standards');
  await page.reload();
  await expect(page.getByLabel('Practice Standards', { exact: true })).toBeChecked();
  await page.getByLabel('Scenarios', { exact: true }).check();
  await expect(page).toHaveURL(/kind=Scenarios/);
});

test('a hit leads to a scenario that practises it', async ({ page }) => {
  await page.goto(`${PAGES.goodPractice}?q=arrangements`);
  await page.locator('.hit-practise a').first().click();
  await expect(page.getByRole('button', { name: 'Start the scenario' })).toBeVisible();
});

test('a search that finds nothing says so and what to try', async ({ page }) => {
  await page.goto(`${PAGES.goodPractice}?q=zzqqxx`);
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found' })).toContainText('Try fewer or other words');
});

test('without JavaScript a scenario can be read whole, with every outcome and where it leads', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(PAGES.scenario);
  await expect(page.getByRole('heading', { name: 'Step 2' })).toBeVisible();
  const option = page.locator('[data-option]').first();
  await option.locator('summary').click();
  await expect(option.locator('.outcome')).toBeVisible();
  await expect(option.getByRole('link', { name: /Go on to/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Looking back' })).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await context.close();
});

async function readCount(page: import('@playwright/test').Page): Promise<number> {
  return Number.parseInt((await page.locator('[data-count]').textContent()) ?? '', 10);
}

test('scenarios are narrowed down by theme, role and length, and the address keeps it', async ({ page }) => {
  await page.goto(PAGES.scenarios);
  const cards = page.locator('scenario-finder .card:visible');
  const all = await cards.count();
  await page.getByLabel('Who you are in it').selectOption('Team manager');
  await expect(page.getByRole('status')).toHaveText(/^\d+ of \d+ scenarios\.$/);
  const managers = await cards.count();
  expect(managers).toBeLessThan(all);
  expect(managers).toBeGreaterThanOrEqual(8);
  for (const card of await cards.all()) await expect(card).toContainText('Team manager');
  await page.getByLabel('How long it takes').selectOption({ index: 1 });
  await page.reload();
  await expect(page.getByLabel('Who you are in it')).toHaveValue('team manager');
  await page.goto(`${PAGES.scenarios}?theme=nothing-such`);
  await expect(page.getByRole('status')).toHaveText(`${all} scenarios, shortest first.`);
});
