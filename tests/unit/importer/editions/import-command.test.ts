import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../../../..');
const DOCUMENT = '# Our Values\n\n## Care\n\n- We knock before we open a door.\n- We wait for an answer from the child.\n';
const REVISED = DOCUMENT.replace('- We knock', '- We keep our promises to brothers and sisters.\n- We always knock').replace('- We wait for an answer from the child.\n', '');
// Each command starts a process of its own, and that one another for every document.
vi.setConfig({ testTimeout: 60_000 });

let content = '';
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'editions-'));
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

function importDocument(text: string, ...more: string[]) {
  const file = join(content, 'our-values.md');
  writeFileSync(file, text);
  const { stdout, stderr, status } = spawnSync(join(ROOT, 'node_modules/.bin/node'), [join(ROOT, 'scripts/import.ts'), file, '--content', content, '--no-modules', ...more], { encoding: 'utf8' });
  return { stdout, stderr, status };
}

const folder = () => join(content, 'frameworks/our-values');
const readFramework = () => parse(readFileSync(join(folder(), 'framework.yaml'), 'utf8')) as { elements: { statements: { id: string; text: string }[] }[] };

test('without a terminal and without --yes a new edition is shown and not written', () => {
  importDocument(DOCUMENT);
  const before = readFileSync(join(folder(), 'framework.yaml'), 'utf8');
  const { stdout, stderr, status } = importDocument(REVISED);
  expect(status).toBe(1);
  expect(stdout).toMatch(/1 reworded, 1 added, 1 withdrawn[^]*We \{\+always\+\} knock/);
  expect(stderr).toMatch(/Nothing was written[^]*--yes/);
  expect(readFileSync(join(folder(), 'framework.yaml'), 'utf8')).toBe(before);
  expect(readdirSync(folder()).sort()).toEqual(['framework.yaml', 'import-report.md', 'source']);
});

test('with --yes it is written: ids stay, what is gone is withdrawn, the report tells what changed, and the former files are kept', () => {
  importDocument(DOCUMENT);
  mkdirSync(join(folder(), 'modules'));
  writeFileSync(join(folder(), 'modules/care.mdx'), 'mine');
  const { stdout, status } = importDocument(REVISED, '--yes', '--edition', 'May 2027');
  expect([status, stdout]).toEqual([0, expect.stringContaining('replaced-1')]);
  expect(readFramework()).toMatchObject({
    edition: { label: 'May 2027' },
    elements: [{ id: 'care', statements: [{ id: 'our-values/care/3', text: 'We keep our promises to brothers and sisters.' }, { id: 'our-values/care/1', text: 'We always knock before we open a door.' }] }],
    withdrawn: [{ id: 'our-values/care/2', edition: 'May 2027' }],
  });
  expect(readFileSync(join(folder(), 'import-report.md'), 'utf8')).toMatch(/## What changed since the former edition[^]*We \*\*always\*\* knock/);
  expect(readFileSync(join(folder(), 'source/our-values.md'), 'utf8')).toBe(REVISED);
  expect(readFileSync(join(folder(), 'replaced-1/source/our-values.md'), 'utf8')).toBe(DOCUMENT);
  expect(readFileSync(join(folder(), 'modules/care.mdx'), 'utf8')).toBe('mine');
});

test('the same document writes nothing, so that what people corrected stays', () => {
  importDocument(DOCUMENT);
  const file = join(folder(), 'framework.yaml');
  const corrected = readFileSync(file, 'utf8').replace('label: Care', 'label: How we care');
  writeFileSync(file, corrected);
  const { stdout, status } = importDocument(DOCUMENT);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/Nothing was written/)]);
  expect(readFileSync(file, 'utf8')).toBe(corrected);
});

test('a revised document leaves standing what people corrected', () => {
  importDocument(DOCUMENT);
  const file = join(folder(), 'framework.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('label: Care', 'label: How we care'));
  importDocument(REVISED, '--yes');
  expect(readFramework()).toMatchObject({ elements: [{ id: 'care', label: 'How we care' }] });
});

test('a framework that can’t be read is left as it is, with the place to mend', () => {
  importDocument(DOCUMENT);
  writeFileSync(join(folder(), 'framework.yaml'), 'reviewed: true\n');
  const { stderr, status } = importDocument(REVISED, '--yes');
  expect(status).toBe(1);
  expect(stderr).toMatch(/framework\.yaml:1:1 schema/);
  expect(readFileSync(join(folder(), 'framework.yaml'), 'utf8')).toBe('reviewed: true\n');
});

test('--replace starts afresh, with the ids of a first import', () => {
  importDocument(DOCUMENT);
  importDocument(REVISED, '--replace');
  expect(readFramework().elements[0]?.statements.map(({ id }) => id)).toEqual(['our-values/care/1', 'our-values/care/2']);
});

test('what cites something that changed is named', () => {
  importDocument(DOCUMENT);
  mkdirSync(join(folder(), 'modules'));
  writeFileSync(join(folder(), 'modules/care.mdx'), '---\nframework: our-values\nelement: care\ntitle: Care\nobjectives: [Knock first.]\nminutes: 5\nreflection: Whose door?\nsupervision: [Whose door was shut?]\nstatus: draft\nreviewBy: 2031-01-31\n---\n\nKnock.\n');
  expect(importDocument(REVISED).stdout).toMatch(/What cites something that changed \(1\):\s+Module “Care”, \S+care\.mdx\s+Quotes its element: 1 reworded, 1 withdrawn, 1 added/);
});
