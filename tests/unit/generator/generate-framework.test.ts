import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ContentError } from '../../../src/framework/problem.ts';
import { generateFramework } from '../../../src/generator/generate-framework.ts';
import type { GeneratorInput } from '../../../src/generator/generate-modules.ts';
import { readScenarios, readShipped, readThemes, riverside } from './read-fixtures.ts';

const input: Omit<GeneratorInput, 'reviewDates' | 'survey'> = { framework: riverside(), themes: readThemes(), scenarios: [], today: '2026-11-22' };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'riverside-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const generate = async (more: Partial<typeof input> = {}, isDryRun = false) => (await generateFramework(folder, { ...input, ...more }, { isDryRun })).modules.map(({ action }) => action);
const module = (id: string) => path.join(folder, 'modules', `${id}.mdx`);

/** Names, texts and times of change of all files. */
async function look(): Promise<Record<string, string>> {
  const names = (await readdir(path.join(folder, 'modules')).catch(() => [])).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => {
    const file = path.join(folder, 'modules', name);
    return [name, `${(await stat(file)).mtimeMs} ${await readFile(file, 'utf8')}`];
  })));
}

test('run twice, it changes nothing, not even a month later', async () => {
  expect(new Set(await generate())).toEqual(new Set(['write']));
  const first = await look();
  expect(Object.keys(first)).toHaveLength(7);
  expect(new Set(await generate({ today: '2026-12-24' }))).toEqual(new Set(['keep']));
  expect(await look()).toEqual(first);
});

test('a file that a person changed is never overwritten, however often it runs', async () => {
  await generate();
  const mine = `${await readFile(module('on-time'), 'utf8')}\nOur own words.\n`;
  await writeFile(module('on-time'), mine);
  const changed = { ...riverside(), elements: riverside().elements.map((element) => ({ ...element, label: `${element.label} today` })) };
  for (let run = 0; run < 3; run += 1) await generate({ framework: changed });
  expect(await readFile(module('on-time'), 'utf8')).toBe(mine);
  expect(await readFile(module('kin'), 'utf8')).toContain('Kin come first today');
});

test('a new scenario reaches modules that nobody changed, and no others', async () => {
  await generate();
  const mine = `${await readFile(module('kin'), 'utf8')}\nOur own words.\n`;
  await writeFile(module('kin'), mine);
  const borrowed = readScenarios().filter(({ id }) => ['late-on-his-birthday', 'dad-rings-on-sundays'].includes(id));
  const { survey } = await generateFramework(folder, { ...input, frameworks: readShipped(), scenarios: borrowed }, { isDryRun: false });
  expect([...survey.shared.keys()]).toEqual(['on-time']);
  expect(await readFile(module('on-time'), 'utf8')).toContain('scenario: "late-on-his-birthday"');
  expect(await readFile(module('kin'), 'utf8')).toBe(mine);
  expect(new Set(await generate({ frameworks: readShipped(), scenarios: borrowed }))).toEqual(new Set(['keep', 'leave']));
});

test('a module of an element that has gone is not deleted', async () => {
  await generate();
  const fewer = { ...riverside(), elements: riverside().elements.slice(0, 3) };
  expect((await generate({ framework: fewer })).filter((action) => action === 'orphan')).toHaveLength(3);
  expect(await readFile(module('learning'), 'utf8')).toContain('Keeping on learning');
});

test('a dry run writes nothing', async () => {
  expect(new Set(await generate({}, true))).toEqual(new Set(['write']));
  expect(await look()).toEqual({});
});

test('a damaged manifest stops everything before a file is touched', async () => {
  await generate();
  await writeFile(path.join(folder, 'modules', '.generated.json'), '{"modules/on-time.mdx": "no hash"');
  const before = await look();
  await expect(generate({ framework: { ...riverside(), elements: riverside().elements.map((element) => ({ ...element, label: 'Other' })) } })).rejects.toThrow(ContentError);
  expect(await look()).toEqual(before);
});

test('no draft is left behind', async () => {
  await generate();
  expect((await readdir(path.join(folder, 'modules'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
