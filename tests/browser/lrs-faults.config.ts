import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.ts';

/** One after the other, with nothing beside them: what they measure is how fast a queue drains. */
export default defineConfig({
  testDir: '.',
  testMatch: 'lrs-faults.spec.ts',
  outputDir: '../../test-results/faults',
  workers: 1,
  timeout: 90_000,
  forbidOnly: Boolean(process.env.CI),
  use: { launchOptions: { executablePath: await findBrowser(() => undefined), args: BROWSER_ARGUMENTS } },
});
