import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { RULES } from '../../../src/checks/rules.ts';
import { copyContent, WHOLE } from './edited-content.ts';

function runCheck(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check.ts', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('content in which nothing is wrong ends with 0', () => {
  expect(runCheck('--content', WHOLE)).toEqual({ status: 0, stdout: 'Looked at 1 framework, 2 modules and 2 scenarios: nothing to mend.\n', stderr: '' });
});

test('an error ends with 1, and the report points at it', async () => {
  const folder = await copyContent(['scenarios/the-late-visit.yaml', 'next: kept', 'next: kpet']);
  const { status, stdout } = runCheck('--content', folder);
  expect(status).toBe(1);
  expect(stdout).toContain('      22 |         next: kpet\n                   ^\n      What to do: Did you mean "kept"?');
});

test('a warning alone ends with 0', async () => {
  const folder = await copyContent(['scenarios/the-late-visit.yaml', 'reviewBy: 2031-01-31', 'reviewBy: 2020-01-31']);
  const { status, stdout } = runCheck('--content', folder, '--format', 'json');
  expect({ status, totals: JSON.parse(stdout).totals }).toEqual({ status: 0, totals: { scenarios: 2, modules: 2, frameworks: 1, errors: 0, warnings: 1 } });
});

test('--fix mends what is safe and then reports what is left', async () => {
  const folder = await copyContent(['scenarios/the-late-visit.yaml', 'Dylan knows when', 'It is is a apple of our clients. Dylan knows when']);
  const { status, stdout } = runCheck('--content', folder, '--fix');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Mended 2 places:\n[^\n]*"is is" is now "is"[^\n]*\n[^\n]*"a" is now "an"/);
  expect(stdout).toMatch(/0 errors, 1 warning\. Warnings do not stop a build\.\n$/);
});

test('--release makes an error of a draft', async () => {
  const folder = await copyContent(['scenarios/the-late-visit.yaml', 'status: checked', 'status: draft']);
  expect(runCheck('--content', folder).status).toBe(0);
  const { status, stdout } = runCheck('--content', folder, '--release');
  expect(status).toBe(1);
  expect(stdout).toContain('This is still a draft, and learners would read it.');
});

test('--rules lists every rule with what it asks for, and checks nothing', () => {
  const { status, stdout } = runCheck('--rules', '--content', 'no/such/folder');
  expect(status).toBe(0);
  expect(stdout.trimEnd().split('\n').map((line) => line.split(/ {2,}/))).toEqual(RULES.map(({ id, describe }) => [id, describe]));
});

test('a folder that is not there ends with 1', () => expect(runCheck('--content', 'no/such/folder').status).toBe(1));

test('a command that was not understood ends with 2 and says how it is used', () => {
  const { status, stderr } = runCheck('--format', 'xml');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^"xml" is not a format\.\n\nChecks everything in content\//);
  expect(runCheck('--verbose').status).toBe(2);
  expect(runCheck('scenarios').stderr).toMatch(/^"scenarios" has no place here\.\n/);
});
