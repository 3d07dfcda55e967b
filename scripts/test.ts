import { mkdirSync, rmSync } from 'node:fs';
import { findBrowser } from '../tests/browser/find-browser.ts';
import { runStep, type StepResult } from '../tests/run/step.ts';
import { listSteps } from '../tests/run/steps.ts';
import { findFreePort } from './find-free-port.ts';
import { runCommand } from './command.ts';

const help = `Runs every test: lint, types, content, unit, architecture, build and a real browser.
Ends with one line: N passed, N failed.

  npm test

CHROMIUM_PATH   the browser to use; without it one is found or installed`;

await runCommand({ help, options: {} }, async () => {
  process.env.CHROMIUM_PATH = await findBrowser((line) => console.log(line));
  console.log(`Browser: ${process.env.CHROMIUM_PATH}`);
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results');
  const results: StepResult[] = [];
  for (const step of listSteps(await findFreePort(4390))) {
    console.log(`\n── ${step.name}`);
    results.push(await runStep(step));
  }
  const total = (count: 'passed' | 'failed' | 'skipped') => results.reduce((sum, result) => sum + result[count], 0);
  console.log('');
  for (const { name, passed, failed, skipped } of results) console.log(`${name.padEnd(24)} ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') > 0 ? 1 : 0;
});
