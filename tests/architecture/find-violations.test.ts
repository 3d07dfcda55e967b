import { describe, expect, test } from 'vitest';
import { findCodeViolations, findLayoutViolations } from './find-violations.ts';

const find = (path: string, text: string) => findCodeViolations([{ path, text }]);

describe('an import against the order of the folders is reported with its line', () => {
  test.each([
    ['src/framework/a.ts', "import { a } from '../course/b.ts';", 'src/framework/a.ts:2 import: src/framework must not import src/course/b.ts'],
    ['src/importer/a.ts', "import type { B } from '../course/b.ts';", 'src/importer/a.ts:2 import: src/importer must not import src/course/b.ts'],
    ['src/checks/a.ts', "export * from '../record/b.ts';", 'src/checks/a.ts:2 import: src/checks must not import src/record/b.ts'],
    ['src/record/a.ts', "const b = await import('../tracking/b.ts');", 'src/record/a.ts:2 import: src/record must not import src/tracking/b.ts'],
    ['src/course/a.ts', "let b: import('../portal/b.ts').B;", 'src/course/a.ts:2 import: src/course must not import src/portal/b.ts'],
    ['src/tracking/xapi/a.ts', "import { b } from '../cmi5/b.ts';", 'src/tracking/xapi/a.ts:2 import: a tracking target must not import another, src/tracking/cmi5'],
    ['src/components/a/a.client.ts', "import { b } from '../../importer/b.ts';", 'src/components/a/a.client.ts:2 import: src/components must not import src/importer/b.ts'],
    ['scripts/a.ts', "import B from '../src/components/b/b.client.ts';", 'scripts/a.ts:2 import: scripts must not import src/components/b/b.client.ts'],
    ['src/course/a.ts', "import { b } from '../../tests/unit/b.ts';", 'src/course/a.ts:2 import: src/course must not import tests/unit/b.ts'],
  ])('%s', (path, line, expected) => expect(find(path, `\n${line}\n`)).toEqual([expected]));
});

describe('an import with the order of the folders is fine', () => {
  test.each([
    ['src/course/a.ts', "import { b } from '../framework/b.ts';"],
    ['src/course/a.ts', "import { b } from './b.ts';"],
    ['src/checks/rules/a.ts', "import { b } from '../b.ts';"],
    ['src/tracking/xapi/a.ts', "import { b } from './b.ts';\nimport { c } from '../c.ts';\nimport { d } from '../../record/d.ts';"],
    ['src/pages/a.astro', "---\nimport B from '../components/b/B.astro';\n---\n"],
    ['src/framework/a.ts', "import * as z from 'zod/mini';"],
    ['src/checks/a.ts', "import { readFile } from 'node:fs/promises';"],
  ])('%s', (path, text) => expect(find(path, text)).toEqual([]));
});

describe('reaching for what is not one’s own is reported with its line', () => {
  test.each([
    ['src/framework/a.ts', "import { join } from 'node:path';", 'node: src/framework must not import "node:path"'],
    ['src/course/a.ts', "import type { Loader } from 'astro/loaders';", 'astro: src/course must not import "astro/loaders"'],
    ['src/course/a.ts', "import { getCollection } from 'astro:content';", 'astro: src/course must not import "astro:content"'],
    ['src/components/a/a.client.ts', "import { openDB } from 'idb';", 'storage: src/components must not import "idb"'],
    ['src/checks/rules/a.ts', "import { readFileSync } from 'node:fs';", 'node: src/checks/rules must not import "node:fs"'],
    ['src/course/a.ts', 'export const now = () => Date.now();', 'clock: src/course must not use Date.now'],
    ['src/course/a.ts', 'export const now = () => new Date();', 'clock: src/course must not use Date.now'],
    ['src/course/a.ts', 'export const pick = Math.random;', 'clock: src/course must not use Math.random'],
    ['src/framework/a.ts', "document['title'] = '';", 'dom: src/framework must not use document'],
    ['src/framework/a.ts', 'class A extends HTMLElement {}', 'dom: src/framework must not use HTMLElement'],
    ['src/components/a/a.client.ts', "localStorage.setItem('a', 'b');", 'storage: src/components must not use localStorage'],
    ['src/components/a/a.client.ts', "window.localStorage.setItem('a', 'b');", 'storage: src/components must not use localStorage'],
    ['src/components/a/a.client.ts', "globalThis['indexedDB'].open('a');", 'storage: src/components must not use indexedDB'],
    ['src/record/a.ts', "await fetch('/a');", 'network: src/record must not use fetch'],
    ['src/record/a.ts', "navigator.sendBeacon('/a');", 'network: src/record must not use navigator.sendBeacon'],
    ['src/pages/a.ts', 'const lms = window.parent;', 'network: src/pages must not use window.parent'],
    ['src/pages/a.ts', 'const { parent } = { parent: globalThis.parent };', 'network: src/pages must not use window.parent'],
    ['src/record/a.ts', "console.log('saved');", 'terminal: src/record must not use console'],
    ['src/importer/a.ts', 'process.exit(1);', 'terminal: src/importer must not use process.exit'],
    ['src/checks/a.ts', 'process.stdout.write(text);', 'terminal: src/checks must not use process.stdout'],
  ])('%s: %s', (path, line, expected) => expect(find(path, `\n\n${line}\n`)).toEqual([`${path}:3 ${expected}`]));
});

describe('a thing that only shares a name is fine', () => {
  test.each([
    ['src/framework/a.ts', 'const document = parse(text);\nexport const title = document.title;'],
    ['src/framework/a.ts', 'export const of = ({ location }: Place) => location;'],
    ['src/framework/a.ts', 'export const place = { document: 1, window: 2 };\nexport const one = place.document;'],
    ['src/course/a.ts', 'export function at(date: Date): Date { return new Date(date.getTime()); }'],
    ['src/course/a.ts', 'export type Shown = HTMLElement | Document;'],
    ['src/course/a.ts', 'export interface Step { fetch(): void; console: string }'],
    ['src/record/a.ts', 'const saved = indexedDB.open(name);'],
    ['src/tracking/xapi/a.ts', "await fetch('/a');"],
    ['scripts/a.ts', "console.log('done');\nprocess.exitCode = 1;"],
  ])('%s: %s', (path, text) => expect(find(path, text)).toEqual([]));

  test('and one that is declared elsewhere in the file does not hide a global', () => {
    expect(find('src/framework/a.ts', 'const f = (document: string) => document;\nexport const t = document.title;')).toEqual(['src/framework/a.ts:2 dom: src/framework must not use document']);
  });
});

describe('an .astro file', () => {
  test('is read in its front matter, with its own line numbers', () => {
    expect(find('src/components/a/A.astro', "---\n\nimport { b } from '../../generator/b.ts';\n---\n<p>a</p>\n")).toEqual(['src/components/a/A.astro:3 import: src/components must not import src/generator/b.ts']);
  });

  test('is read in its scripts, with its own line numbers', () => {
    expect(find('src/pages/a.astro', "---\nconst a = 1;\n---\n<p>a</p>\n<script>\n  const kept = localStorage.getItem('a');\n</script>\n")).toEqual(['src/pages/a.astro:6 storage: src/pages must not use localStorage']);
  });

  test('imports the script that it names', () => {
    expect(find('src/components/a/A.astro', '<p>a</p>\n<script src="../../tracking/xapi/send.ts"></script>\n')).toEqual(['src/components/a/A.astro:2 import: src/components must not import src/tracking/xapi/send.ts']);
  });

  test('without front matter is read too', () => {
    expect(find('src/pages/a.astro', '<script>\nfetch("/a");\n</script>')).toEqual(['src/pages/a.astro:2 network: src/pages must not use fetch']);
  });
});

test('only the bootstrap of a page and endpoints reach tracking', () => {
  const picks = (path: string) => find(path, `${path.endsWith('.astro') ? '---\n' : ''}import { start } from '${'../'.repeat(path.split('/').length - 2)}tracking/start.ts';\n${path.endsWith('.astro') ? '---\n' : ''}`);
  for (const path of ['src/layouts/start-tracking.client.ts', 'src/layouts/package/start-cmi5.client.ts', 'src/pages/frameworks/profile.jsonld.ts']) expect(picks(path)).toEqual([]);
  for (const path of ['src/layouts/a.ts', 'src/layouts/Page.astro', 'src/pages/index.astro']) expect(picks(path)).toEqual([`${path}:${path.endsWith('.astro') ? 2 : 1} tracking: only a page's bootstrap, start-….ts, or an endpoint in src/pages reaches tracking`]);
});

test('a target may use what its family shares, which may not know the targets', () => {
  const imports = (path: string, what: string) => find(path, `import { a } from '${what}';`);
  expect(imports('src/tracking/cmi5/a.ts', '../lrs/client.ts')).toEqual([]);
  expect(imports('src/tracking/cmi5/a.ts', '../xapi/launch.ts')).toEqual(['src/tracking/cmi5/a.ts:1 import: a tracking target must not import another, src/tracking/xapi']);
  expect(imports('src/tracking/lrs/a.ts', '../xapi/launch.ts')).toEqual(['src/tracking/lrs/a.ts:1 import: a tracking target must not import another, src/tracking/xapi']);
});

test('a folder of src that the table does not know is reported', () => {
  expect(find('src/things/a.ts', '')).toEqual(['src/things/a.ts:1 layout: no rule says what this folder may import']);
});

test('a file that has grown too long is reported', () => {
  expect(find('src/course/a.ts', '\n'.repeat(401))).toEqual(['src/course/a.ts:400 length: 401 lines, more than 400']);
  expect(find('src/course/a.ts', '\n'.repeat(400))).toEqual([]);
});

test('a file at the top that is not foreseen, and a drawer anywhere, are reported', () => {
  expect(findLayoutViolations(['vite.config.ts', 'src/utils/a.ts', 'src/course/helpers.ts', 'tests/unit/common/a.test.ts', '.editorconfig', 'README.md', 'src/course/a.ts', 'tests/fixtures/checks/common/a.yaml'])).toEqual([
    'vite.config.ts layout: nothing of this name stands at the top of the repository',
    'src/utils layout: the name "utils" says nothing of what is inside',
    'src/course/helpers.ts layout: the name "helpers.ts" says nothing of what is inside',
    'tests/unit/common layout: the name "common" says nothing of what is inside',
  ]);
});
