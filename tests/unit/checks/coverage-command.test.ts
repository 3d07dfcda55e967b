import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { copyContent, WHOLE } from './edited-content.ts';

function runCoverage(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/coverage.ts', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('where nothing is missing it says so first', () => {
  const { status, stdout } = runCoverage('--content', WHOLE);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^No gaps: every standard has a module/);
});

test('gaps come first, and do not make it fail', async () => {
  const { status, stdout } = runCoverage('--content', await copyContent(['scenarios/the-quiet-boy.yaml', '- elm-practice/we-listen/1', '- elm-practice/we-come-on-time/1']));
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Gaps first\n {2}No scenario practises it \(1\):\n {4}elm-practice\/we-listen\n/);
});

test('a file that can’t be read is told, and the rest is shown', async () => {
  const { status, stdout, stderr } = runCoverage('--content', await copyContent(['scenarios/the-quiet-boy.yaml', 'minutes: 3', 'minutes: three']));
  expect(status).toBe(1);
  expect(stderr).toContain('minutes can\'t be "three".');
  expect(stdout).toContain('we-come-on-time');
});

test('a format that does not exist ends with 2', () => {
  expect(runCoverage('--format', 'xlsx')).toMatchObject({ status: 2, stderr: expect.stringMatching(/^"xlsx" is not a format\./) });
});
