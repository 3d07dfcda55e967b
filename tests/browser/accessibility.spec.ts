import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { answerCheck } from './answer-check.ts';
import { PAGES } from './pages.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LOOKS = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

/** States that a page comes to when it is used. */
const STATES: { name: string; address: string; reach: (page: Page) => Promise<void> }[] = [
  ...Object.entries(PAGES).map(([name, address]) => ({ name, address, reach: async () => undefined })),
  { name: 'scenario step', address: PAGES.scenario, reach: start },
  {
    name: 'scenario error',
    address: PAGES.scenario,
    reach: async (page) => {
      await start(page);
      await page.getByRole('button', { name: 'This is what I would do' }).click();
    },
  },
  { name: 'scenario feedback', address: PAGES.scenario, reach: async (page) => void (await choose(page)) },
  { name: 'scenario finished', address: PAGES.scenario, reach: finish },
  {
    name: 'knowledge check error',
    address: PAGES.module,
    reach: async (page) => page.getByRole('button', { name: 'Check my answers' }).click(),
  },
  {
    name: 'knowledge check feedback',
    address: PAGES.module,
    reach: async (page) => {
      await answerCheck(page);
      await page.getByRole('button', { name: 'Check my answers' }).click();
    },
  },
  {
    name: 'search results',
    address: `${PAGES.goodPractice}?q=children`,
    reach: async (page) => {
      await page.getByText('Narrow it down').click();
      await page.locator('.hit').first().waitFor();
    },
  },
  {
    name: 'my learning with a record',
    address: PAGES.scenario,
    reach: async (page) => {
      await finish(page);
      await page.goto(PAGES.module);
      await page.getByLabel('Your reflection').fill('A thought');
      await page.getByRole('button', { name: 'Save my reflection' }).click();
      await page.getByText('Saved on this device').waitFor();
      await page.goto(PAGES.myLearning);
      await page.getByRole('button', { name: 'Clear my learning' }).click();
    },
  },
];

for (const { width, colorScheme } of LOOKS) {
  for (const { name, address, reach } of STATES) {
    test(`axe finds nothing: ${name}, ${width} px, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(address);
      await reach(page);
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'pixels of sideways scroll').toBe(0);
      await context.close();
    });
  }
}

async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start the scenario' }).click();
}

async function choose(page: Page): Promise<string> {
  if (await page.getByRole('button', { name: 'Start the scenario' }).isVisible()) await start(page);
  await page.locator('.stage input[type="radio"]').first().check();
  await page.getByRole('button', { name: 'This is what I would do' }).click();
  return (await page.getByRole('button', { name: /Carry on|See how it ends/ }).textContent()) ?? '';
}

async function finish(page: Page): Promise<void> {
  for (;;) {
    const onward = await choose(page);
    await page.getByRole('button', { name: onward }).click();
    if (onward === 'See how it ends') return;
  }
}
