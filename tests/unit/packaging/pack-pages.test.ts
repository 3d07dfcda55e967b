import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packPages, type PackageFiles } from '../../../src/packaging/pack-pages.ts';

let build = '';
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'build-'));
  write('brand.css', 'a{color:red}');
  write('assets/style.css', '@font-face{src:url(/package-root/assets/latin.woff2);unicode-range:U+??}@font-face{src:url(/package-root/assets/greek.woff2);unicode-range:U+370-3FF}');
  write('assets/latin.woff2', 'font');
  write('assets/greek.woff2', 'font');
  write('assets/lonely.css', 'nobody links here');
  write('assets/shared.js', 'export const say = (word) => { (globalThis.said ??= []).push(word); };');
  write('assets/one.js', "import { say } from './shared.js'; say('one');");
  write('assets/two.js', "import { say } from './shared.js'; say('two');");
});
afterEach(() => rmSync(build, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(build, file)), { recursive: true });
  writeFileSync(join(build, file), text);
}

const page = (body: string) => `<!doctype html><html><head><link rel="stylesheet" href="/package-root/brand.css"><link rel="stylesheet" href="/package-root/assets/style.css"></head><body>${body}<script type="module" src="/package-root/assets/one.js"></script><script type="module" src="/package-root/assets/two.js"></script></body></html>`;
const read = (files: PackageFiles, file: string) => new TextDecoder().decode(files.get(file));
const pack = (pages: Record<string, string>) => packPages(build, new Map(Object.entries(pages)));

test('a package holds what its pages reach and nothing else', async () => {
  write('modules/a.html', page('<p>Words</p>'));
  write('modules/b.html', page('<p>Not asked for</p>'));
  const files = await pack({ 'modules/a.html': 'index.html' });
  expect([...files.keys()].sort()).toEqual(['assets/latin.woff2', expect.stringMatching(/^assets\/page\.[0-9a-f]{8}\.js$/), 'assets/style.css', 'brand.css', 'index.html']);
});

test('every address is relative to the file that it stands in', async () => {
  write('modules/a.html', page('<p>Words</p>'));
  const top = await pack({ 'modules/a.html': 'index.html' });
  expect(read(top, 'index.html')).toContain('href="assets/style.css"');
  expect(read(top, 'assets/style.css')).toContain('url(latin.woff2)');
  const below = await pack({ 'modules/a.html': 'modules/a.html' });
  expect(read(below, 'modules/a.html')).toContain('href="../brand.css"');
});

test('pages of a package can lead to each other', async () => {
  write('list.html', page('<a href="/package-root/modules/a.html">A</a>'));
  write('modules/a.html', page(''));
  const files = await pack({ 'list.html': 'index.html', 'modules/a.html': 'modules/a.html' });
  expect(read(files, 'index.html')).toContain('href="modules/a.html"');
});

test('a page that leads out of its package is refused', async () => {
  write('modules/a.html', page('<a href="/package-root/frameworks/">Frameworks</a>'));
  await expect(pack({ 'modules/a.html': 'index.html' })).rejects.toThrow('A page leads to frameworks/, which is not in the package.');
});

test('an address that the build left as it was written is refused', async () => {
  write('modules/a.html', page('<script src="./start.client.ts"></script>'));
  await expect(pack({ 'modules/a.html': 'index.html' })).rejects.toThrow('modules/a.html leads to "./start.client.ts", which is not in the package.');
});

test('modules become one plain script, which waits for the page and runs them in their order', async () => {
  write('modules/a.html', page(''));
  const files = await pack({ 'modules/a.html': 'index.html' });
  const html = read(files, 'index.html');
  expect(html).not.toContain('type="module"');
  const [, script = ''] = /<script defer src="([^"]+)"><\/script><\/head>/.exec(html) ?? [];
  const said: string[] = [];
  new Function('globalThis', read(files, script))({ said });
  expect(said).toEqual(['one', 'two']);
});

test('a font comes along once a page needs it', async () => {
  write('modules/a.html', page('<p>ἀρετή and αβγ</p>'));
  expect([...(await pack({ 'modules/a.html': 'index.html' })).keys()]).toContain('assets/greek.woff2');
});
