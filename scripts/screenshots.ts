import { chromium, type Page } from '@playwright/test';
import { preview } from 'astro';
import { BROWSER_ARGUMENTS, findBrowser } from '../tests/browser/find-browser.ts';
import { PAGES } from '../tests/browser/pages.ts';
import { runCommand } from './command.ts';
import { findFreePort } from './find-free-port.ts';

const help = `Takes the pictures of the README, from the built site (npm run build), into docs/.

  npm run screenshots
  npm run screenshots -- --all DIR

--all DIR   instead, every page type at 360 and 1280 pixels, in light and dark, whole pages, into DIR: to look at before a release`;

async function showFeedback(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start the scenario' }).first().click();
  await page.locator('.stage input[value="ring-now"], .stage input').first().check();
  await page.getByRole('button', { name: 'This is what I would do' }).click();
  await page.locator('.stage .feedback').waitFor();
}

async function search(page: Page): Promise<void> {
  await page.getByLabel('What are you looking for?').fill('fathers');
  await page.locator('.hit').first().waitFor();
}

const PICTURES = [
  { file: 'home', address: PAGES.home, width: 1280, prepare: undefined },
  { file: 'module', address: PAGES.module, width: 1280, prepare: undefined },
  { file: 'scenario-feedback', address: PAGES.scenario, width: 420, prepare: showFeedback },
  { file: 'search', address: PAGES.goodPractice, width: 1280, prepare: search },
];

await runCommand({ help, options: { all: { type: 'string' } } }, async ({ all }) => {
  const port = await findFreePort(4395);
  const server = await preview({ server: { port, host: 'localhost' }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: await findBrowser((line) => console.log(line)), args: BROWSER_ARGUMENTS });
  const shots = all === undefined ? PICTURES.map((picture) => ({ ...picture, folder: 'docs', scheme: 'light' as const, whole: false })) : listAll(all);
  for (const { file, address, width, prepare, folder, scheme, whole } of shots) {
    const page = await browser.newPage({ viewport: { width, height: width < 500 ? 860 : 900 }, colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(`http://localhost:${port}${address}`, { waitUntil: 'networkidle' });
    await prepare?.(page);
    await page.screenshot({ path: `${folder}/${file}.png`, fullPage: whole });
    await page.close();
    console.log(`${folder}/${file}.png`);
  }
  await browser.close();
  await server.stop();
  return undefined;
});

function listAll(folder: string) {
  const states = [...Object.entries(PAGES).map(([file, address]) => ({ file, address, prepare: undefined })), { file: 'feedback', address: PAGES.scenario, prepare: showFeedback }, { file: 'results', address: PAGES.goodPractice, prepare: search }];
  return states.flatMap((state) => [360, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ ...state, file: `${state.file}-${width}-${scheme}`, width, scheme, folder, whole: true }))));
}
