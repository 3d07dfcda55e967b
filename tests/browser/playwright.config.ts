import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.ts';

const port = Number(process.env.ACADEMY_TEST_PORT ?? 4390);
const executablePath = await findBrowser(() => undefined);
process.env.CHROMIUM_PATH = executablePath;

export default defineConfig({
  testDir: '.',
  // In a step of their own, see lrs-faults.config.ts.
  testIgnore: 'lrs-faults.spec.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  forbidOnly: Boolean(process.env.CI),
  use: { baseURL: `http://localhost:${port}`, launchOptions: { executablePath, args: BROWSER_ARGUMENTS }, trace: 'retain-on-failure' },
  webServer: { command: `node scripts/preview.ts --port ${port}`, cwd: '../..', url: `http://localhost:${port}/`, reuseExistingServer: false, timeout: 30_000 },
});
