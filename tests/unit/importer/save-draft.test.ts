import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { importDocument } from '../../../src/importer/import-document.ts';
import { checkContent } from '../../../src/checks/check-content.ts';
import { readContent } from '../../../src/checks/read-content.ts';
import { importText } from './import-text.ts';
import { saveDraft } from '../../../src/importer/save-draft.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DOCUMENT = '\ufeff# Our Values\r\n\r\n## Care\r\n\r\n- We knock.\r\n- We wait.\r\n';
let content = '';
// Each command starts a process of its own.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

function save(text: string, canReplace = false) {
  const bytes = new TextEncoder().encode(text);
  return saveDraft(importText({ bytes, fileName: 'our-values.md', themes: [] }), { contentFolder: content, bytes, canReplace });
}

describe('saving a draft', () => {
  test('writes the source byte for byte, its record, the draft and the report, and leaves no workshop', () => {
    const { folder } = save(DOCUMENT);
    expect(readFileSync(join(folder, 'source/our-values.md'), 'utf8')).toBe(DOCUMENT);
    expect(parse(readFileSync(join(folder, 'framework.yaml'), 'utf8'))).toMatchObject({ id: 'our-values', source: 'our-values.md', elements: [{ id: 'care', statements: [{ id: 'our-values/care/1', text: 'We knock.' }, { text: 'We wait.' }] }] });
    expect(parse(readFileSync(join(folder, 'source/source.yaml'), 'utf8'))).toMatchObject({ file: 'our-values.md', title: 'Our Values', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(readdirSync(join(content, 'frameworks'))).toEqual(['our-values']);
  });

  test('says so where the same draft is there', () => {
    save(DOCUMENT);
    expect(save(DOCUMENT).isUnchanged).toBe(true);
  });

  test('refuses to write over a draft that a person has changed, and leaves it as it is', () => {
    const { folder } = save(DOCUMENT);
    writeFileSync(join(folder, 'framework.yaml'), 'reviewed: true\n');
    expect(() => save(DOCUMENT)).toThrow(/framework-exists[^]*--id[^]*--replace/);
    expect(readFileSync(join(folder, 'framework.yaml'), 'utf8')).toBe('reviewed: true\n');
    expect(readdirSync(join(content, 'frameworks'))).toEqual(['our-values']);
  });

  test('refuses another source of the same name', () => {
    const { folder } = save(DOCUMENT);
    expect(() => save(DOCUMENT.replace('knock', 'ring'))).toThrow(/framework-exists/);
    expect(readFileSync(join(folder, 'source/our-values.md'), 'utf8')).toBe(DOCUMENT);
  });

  test('keeps modules and whatever it replaces', () => {
    const { folder } = save(DOCUMENT);
    mkdirSync(join(folder, 'modules'));
    writeFileSync(join(folder, 'modules/care.mdx'), 'mine');
    writeFileSync(join(folder, 'framework.yaml'), 'reviewed: true\n');
    const { backup } = save(DOCUMENT.replace('knock', 'ring'), true);
    expect(readFileSync(join(folder, 'modules/care.mdx'), 'utf8')).toBe('mine');
    expect(readFileSync(join(backup ?? '', 'framework.yaml'), 'utf8')).toBe('reviewed: true\n');
    expect(readFileSync(join(backup ?? '', 'source/our-values.md'), 'utf8')).toBe(DOCUMENT);
    expect(readFileSync(join(folder, 'framework.yaml'), 'utf8')).toContain('We ring.');
  });
});

describe('the command', () => {
  const run = (...args: string[]) => spawnSync(join(ROOT, 'node_modules/.bin/node'), [join(ROOT, 'scripts/import.ts'), ...args, '--content', content], { encoding: 'utf8' });
  const write = (name: string, data: string | Uint8Array) => {
    writeFileSync(join(content, name), data);
    return join(content, name);
  };

  test('prints nothing but JSON and writes nothing with --json', () => {
    const { stdout, stderr, status } = run(write('our-values.md', DOCUMENT), '--json');
    expect([status, stderr]).toEqual([0, '']);
    const item = { level: 'likely', score: 0.72, reasons: ['an item of a list', 'very short'] };
    expect(JSON.parse(stdout)).toEqual({
      title: 'Our Values',
      elements: [{
        label: 'Care', kind: 'value', confidence: { level: 'sure', score: 0.97, reasons: ['a heading of the document'] },
        statements: [{ text: 'We knock.', source: { line: 5, start: 29, end: 38 }, confidence: item }, { text: 'We wait.', source: { line: 6, start: 42, end: 50 }, confidence: item }],
      }],
    });
    expect(existsSync(join(content, 'frameworks'))).toBe(false);
  });

  test.each([
    ['a missing file', () => join(content, 'none.md'), 'document-missing'],
    ['a folder', () => content, 'document-missing'],
    ['an empty file', () => write('empty.md', ''), 'document-empty'],
    ['a PDF', () => write('a.md', '%PDF-1.7'), 'document-damaged'],
    ['a NUL', () => write('a.md', 'a\u0000b'), 'document-binary'],
    ['bytes that are not UTF-8', () => write('a.md', new Uint8Array([0x61, 0x93])), 'document-not-utf8'],
    ['a hidden bidi control', () => write('a.md', '# A\n\n- We \u202e ring.'), 'hidden-character'],
  ])('refuses %s with one error and writes nothing', (_, make, rule) => {
    const { stdout, stderr, status } = run(make());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.split('\n').filter((line) => /^\S/.test(line))).toEqual([expect.stringMatching(new RegExp(`${rule}$`))]);
    expect(existsSync(join(content, 'frameworks'))).toBe(false);
  });

  test('says what it found, what it was unsure of and what to review', () => {
    const { stdout, status } = run(write('our-values.txt', 'Our Values\n\nCare\n\n- We knock.\n- We wait.\n\nContact us\n\nRing 01632 960000.\n'));
    expect(status).toBe(0);
    expect(stdout).toMatch(/1 element, 2 practice statements[^]*Look at this first[^]*line 3[^]*Left out[^]*What to do next/);
  });
});

test('the text that was read of a web page is kept beside it, and quotations are found in it', async () => {
  const bytes = new TextEncoder().encode('<!DOCTYPE html><h1>Our values</h1><h2>Care</h2><ul><li>We <b>knock</b>.</li><li>We wait.</li></ul>');
  const result = await importDocument({ bytes, fileName: 'our-values.html', themes: [] });
  const { folder } = saveDraft(result, { contentFolder: content, bytes, canReplace: false });
  expect(readFileSync(join(folder, 'source/our-values.html.txt'), 'utf8')).toBe('Our values\nCare\n• We knock.\n• We wait.\n');
  const findings = checkContent(await readContent(content), { today: '2026-01-01' }).filter(({ place, severity }) => severity === 'error' && place.file.startsWith(join(content, 'frameworks')));
  expect(findings).toEqual([]);
  writeFileSync(join(folder, 'source/our-values.html.txt'), 'Our values\nCare\n• We ring.\n• We wait.\n');
  const damaged = checkContent(await readContent(content), { today: '2026-01-01' }).map(({ rule }) => rule);
  expect(damaged).toEqual(expect.arrayContaining(['source-changed', 'quotation-not-in-source']));
});
