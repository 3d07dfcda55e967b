import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from './step.ts';

const REPORTS = 'test-results';

/** Everything `npm test` runs, in order: the quickest to fail first. */
export function listSteps(port: number): Step[] {
  return [
    { name: 'lint', command: 'eslint', args: ['--config', 'tests/eslint.config.js', '--max-warnings', '0', 'src', 'scripts', 'tests', 'astro.config.mjs'] },
    { name: 'types', command: 'astro', args: ['check', '--minimumFailingSeverity', 'warning'] },
    { name: 'content', command: 'node', args: ['scripts/check.ts'] },
    vitest('unit and architecture', ['tests/unit', 'tests/architecture']),
    vitest('peers and conformance', ['tests/peers', 'tests/conformance']),
    { name: 'build', command: 'node', args: ['scripts/build.ts'] },
    vitest('the built site', ['tests/build']),
    browser('browser', 'playwright.config.ts', { ACADEMY_TEST_PORT: String(port) }),
    browser('faults on the way to an LRS', 'lrs-faults.config.ts'),
  ];
}

function vitest(name: string, folders: readonly string[]): Step {
  const file = `${name.replaceAll(' ', '-')}.json`;
  return {
    name,
    command: 'vitest',
    args: ['run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS}/${file}`, ...folders],
    count: () => {
      const { numPassedTests, numFailedTests, numPendingTests } = readReport<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>(file);
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
    },
  };
}

function browser(name: string, config: string, env: Readonly<Record<string, string>> = {}): Step {
  const file = `${name.replaceAll(' ', '-')}.json`;
  return {
    name,
    command: 'playwright',
    args: ['test', '--config', `tests/browser/${config}`, '--reporter', 'list,json'],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(process.cwd(), REPORTS, file) },
    count: () => {
      const { stats } = readReport<{ stats: { expected: number; flaky: number; unexpected: number; skipped: number } }>(file);
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
    },
  };
}

const readReport = <Report>(file: string): Report => JSON.parse(readFileSync(join(REPORTS, file), 'utf8')) as Report;
