import { expect, test, type Page } from '@playwright/test';
import { answerCheck } from './answer-check.ts';
import { PAGES } from './pages.ts';

/** Everything on a page that should not happen. */
async function watch(page: Page): Promise<{ foreign: string[]; complaints: string[] }> {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.hostname !== 'localhost' && url.protocol.startsWith('http')) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
  });
  return { foreign, complaints };
}

test('a first visit to every page asks no other host, stores nothing, and breaks no rule of its policy', async ({ page }) => {
  const { foreign, complaints } = await watch(page);
  for (const [name, address] of Object.entries(PAGES)) {
    const answer = await page.goto(address);
    if (name !== 'notFound') expect(answer?.status(), address).toBe(200);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(async () => ({ databases: await indexedDB.databases(), keys: Object.keys(localStorage), cookies: document.cookie }))).toEqual({ databases: [], keys: [], cookies: '' });
  }
  expect(foreign).toEqual([]);
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

test('a scenario, a knowledge check and a search run under the strict policy without a complaint', async ({ page }) => {
  const { foreign, complaints } = await watch(page);
  await page.goto(PAGES.module);
  await page.getByRole('button', { name: 'Start the scenario' }).first().click();
  await page.locator('.stage input[type="radio"]').first().check();
  await page.getByRole('button', { name: 'This is what I would do' }).click();
  await answerCheck(page);
  await page.getByRole('button', { name: 'Check my answers' }).click();
  await page.goto(`${PAGES.goodPractice}?q=children`);
  await page.locator('.hit').first().waitFor();
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});

test('every page carries the strict policy', async ({ page }) => {
  for (const address of Object.values(PAGES)) {
    await page.goto(address);
    const policy = (await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content')) ?? '';
    for (const directive of ["default-src 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'", "require-trusted-types-for 'script'"]) expect(policy).toContain(directive);
    expect(policy).not.toContain("'unsafe-inline'");
    expect(policy).not.toContain("'unsafe-eval'");
  }
});
