import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { expect, test } from 'vitest';
import { listThemesNamed } from '../../src/generator/theme-terms.ts';
import { readDocument } from '../../src/importer/readers/read-document.ts';
import { findPatterns, watchBuiltPatterns, type FoundPattern } from './find-patterns.ts';

/**
 * No document may make a regular expression take time that grows faster than the document, so `recheck` looks for an attack on each. What
 * it found safe before is listed in a file, since it takes minutes over all of them; only those that are not listed are looked at.
 *
 *   SAFE_PATTERNS=add vitest run --config tests/vitest.config.ts tests/architecture/regex-safety     adds new ones, drops those that are gone
 *   SAFE_PATTERNS=all …                                                                              looks at all of them again
 */
const MODE = process.env['SAFE_PATTERNS'];
const LIST = join(import.meta.dirname, 'safe-patterns.json');
const TIME_FOR_ONE = MODE === undefined ? 20_000 : 120_000;
const ROOT = join(import.meta.dirname, '../..');

const files = globSync('src/**/*.ts', { cwd: ROOT }).toSorted().map((path) => ({ path, ...findPatterns(path, readFileSync(join(ROOT, path), 'utf8')) }));
const builders = files.filter(({ builds }) => builds > 0);

/** Loads whatever builds patterns, and reads a document that asks for those that are built on the way. */
const built = await watchBuiltPatterns('src/', async () => {
  for (const { path } of builders) await import(join(ROOT, path));
  await import('../../src/checks/rules.ts');
  const { draftFramework } = await import('../../src/importer/draft-framework.ts');
  const text = '# Our Practice Standards\n\nAnytown Council\n\n## Standard 1: Listening\n\n- We will listen.\n\n<table><tr><td>We will visit</td></tr></table>\n';
  const { outline } = await readDocument(new TextEncoder().encode(text), 'practice.md');
  draftFramework({ outline, file: 'practice.md', sha256: '', themes: [] });
  listThemesNamed('', [{ id: 'any', label: 'Any', description: 'Any', practice: [], supervision: '', terms: ['children', 'understand*', 'sign* off', 'a*b* c'] }]);
});

const toKey = ({ source, flags }: Pick<FoundPattern, 'source' | 'flags'>) => `/${source}/${flags}`;

/** Each pattern once, with the first place that it stands at. */
const patterns = new Map([...built, ...files.flatMap(({ written }) => written)].toReversed().map((pattern) => [toKey(pattern), pattern]));

test('every place that builds a pattern was seen building it', () => {
  const seen = (path: string) => new Set(built.filter(({ place }) => place.startsWith(`${path}:`)).map(({ place }) => place)).size;
  expect(patterns.size).toBeGreaterThan(400);
  expect(builders.filter(({ path, builds }) => seen(path) < builds).map(({ path, builds }) => `${path} builds ${builds}, of which ${seen(path)} were seen`)).toEqual([]);
});

test('no pattern takes time that grows faster than the text', async () => {
  const listed = new Set(MODE === 'all' ? [] : (JSON.parse(readFileSync(LIST, 'utf8')) as string[]));
  const unsafe: string[] = [];
  const safe: string[] = [];
  for (const [key, { source, flags, place }] of patterns) {
    const result = listed.has(key) ? undefined : await check(source, flags, { timeout: TIME_FOR_ONE });
    if (result === undefined || result.status === 'safe') safe.push(key);
    else unsafe.push(`${place} ${key.slice(0, 100)}: ${result.status === 'vulnerable' ? `${result.complexity.summary}, as with ${result.attack.pattern.slice(0, 200)}` : 'recheck could not decide in time'}`);
  }
  if (MODE !== undefined) writeFileSync(LIST, `${JSON.stringify(safe.toSorted(), undefined, 1)}\n`);
  expect(unsafe, 'Let each part begin in one place only, as in /(?<!\\s)\\s+$/ for /\\s+$/, or bound it').toEqual([]);
}, 3_600_000);
