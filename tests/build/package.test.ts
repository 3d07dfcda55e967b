import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { findFaults } from '../unit/packaging/validate-manifest.ts';
import { makePackages } from './build-site.ts';
import { FRAMEWORK, make, MODULE, PACKAGES } from './made-packages.ts';

const ELEMENTS = readdirSync(`content/frameworks/${FRAMEWORK}/modules`).filter((file) => file.endsWith('.mdx')).map((file) => file.replace(/\.mdx$/, ''));

beforeAll(() => rmSync(PACKAGES, { recursive: true, force: true }));

function open(folder: string, name: string): Record<string, string> {
  const files = unzipSync(readFileSync(join(PACKAGES, folder, name)));
  return Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, /\.(?:html|css|js|xml)$/.test(file) ? new TextDecoder().decode(bytes) : '']));
}

/** Where pages and styles lead, other than to a place of their own: addresses as they are written, with the file that each stands in. */
function listAddresses(files: Record<string, string>): { file: string; address: string }[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const pattern = file.endsWith('.css') ? /url\("?([^")]+)"?\)/g : file.endsWith('.html') ? /\s(?:href|src|action)="([^"]*)"/g : undefined;
    return pattern ? [...text.matchAll(pattern)].map(([, address = '']) => ({ file, address })).filter(({ address }) => !address.startsWith('#') && !address.startsWith('data:')) : [];
  });
}

function expectWhole(files: Record<string, string>): void {
  for (const { file, address } of listAddresses(files)) {
    if (address.startsWith('https://')) expect(files[file], `${file} must open ${address} in a window of its own`).toContain(`href="${address}" rel="noreferrer" target="_blank"`);
    else expect(Object.keys(files), `${file} leads to ${address}`).toContain(posix.join(posix.dirname(file), decodeURI(address)));
  }
}

describe('a package for one module', () => {
  const name = `${FRAMEWORK}.timely-intervention.scorm12.zip`;
  let output = '';
  beforeAll(() => {
    output = make('module', '--module', MODULE, '--target', 'scorm12');
    make('again', '--module', MODULE, '--module', 'quality-matters', '--target', 'scorm12');
  });

  test('is the same byte for byte, whenever it is made and whatever is made with it', () => {
    expect(readFileSync(join(PACKAGES, 'again', name)).equals(readFileSync(join(PACKAGES, 'module', name)))).toBe(true);
  });

  test('is told with its size and its SHA-256', () => {
    expect(output).toMatch(new RegExp(`${name.replaceAll('.', '\\.')}  \\d+ KB  sha256 [0-9a-f]{64}`));
  });

  test('takes no more than 400 KB', () => {
    expect(readFileSync(join(PACKAGES, 'module', name)).length).toBeLessThanOrEqual(400 * 1024);
  });

  test('has a manifest that keeps to the schema and names every file', async () => {
    const files = open('module', name);
    const manifest = files['imsmanifest.xml'] ?? '';
    expect(await findFaults('scorm12', manifest)).toEqual([]);
    const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, href = '']) => decodeURIComponent(href));
    expect(named).toEqual(Object.keys(files).filter((file) => file !== 'imsmanifest.xml').sort());
  });

  test('is one page that leads nowhere outside, needs no server to name its folders, and carries its font', () => {
    const files = open('module', name);
    expect(Object.keys(files).filter((file) => file.endsWith('.html'))).toEqual(['index.html']);
    expect(Object.keys(files).filter((file) => file.endsWith('.woff2'))).toHaveLength(1);
    expectWhole(files);
  });

  test('speaks to no server, and runs nothing that stands in the page itself', () => {
    const { 'index.html': html = '' } = open('module', name);
    expect(html).toContain("connect-src 'none'");
    expect(html.match(/<[^>]+\sstyle="/g)).toBeNull();
    expect([...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)].map(([tag]) => tag)).toEqual(['<script type="application/json" id="tracked-course">']);
  });

  test('says in the page what to do where no script runs', () => {
    expect(open('module', name)['index.html']).toContain('You can read this, but nothing is recorded.');
  });
});

describe('a package for a framework', () => {
  test('has a page and an assignable unit for every module in cmi5', async () => {
    make('framework', '--target', 'cmi5');
    const files = open('framework', `${FRAMEWORK}.cmi5.zip`);
    const manifest = files['cmi5.xml'] ?? '';
    expect(await findFaults('cmi5', manifest)).toEqual([]);
    const urls = [...manifest.matchAll(/<url>([^<]+)<\/url>/g)].map(([, url = '']) => url);
    expect([...urls].sort()).toEqual(ELEMENTS.map((element) => `modules/${element}.html`).sort());
    for (const url of urls) expect(Object.keys(files)).toContain(url);
    expectWhole(files);
  });

  test('is one page around all modules in SCORM', async () => {
    make('framework', '--target', 'scorm2004');
    const files = open('framework', `${FRAMEWORK}.scorm2004.zip`);
    expect(await findFaults('scorm2004', files['imsmanifest.xml'] ?? '')).toEqual([]);
    const linked = [...(files['index.html'] ?? '').matchAll(/href="(modules\/[^"]+)"/g)].map(([, href = '']) => href);
    expect([...linked].sort()).toEqual(ELEMENTS.map((element) => `modules/${element}.html`).sort());
    expectWhole(files);
  });
});

describe('what was asked for wrongly', () => {
  test.each([
    [[], 'Say which framework: --framework ID.', 2],
    [['--framework', FRAMEWORK], 'Say for what: --target.', 2],
    [['--framework', FRAMEWORK, '--target', 'scorm'], '"scorm" is not a target. Did you mean "scorm12"?', 2],
    [['--framework', 'rotherham-practice-standard', '--target', 'cmi5'], `There is no framework "rotherham-practice-standard". Did you mean "${FRAMEWORK}"?`, 1],
    [['--framework', FRAMEWORK, '--module', 'timely', '--target', 'cmi5'], `"${FRAMEWORK}" has no module "timely".`, 1],
  ] as const)('%j is answered with what to do', (args, words, code) => {
    const { status, output } = makePackages(...args, '--out', join(PACKAGES, 'wrong'));
    expect(output).toContain(words);
    expect(status).toBe(code);
    expect(existsSync(join(PACKAGES, 'wrong'))).toBe(false);
  });

  test('a folder that can\'t be written to is named before anything is built', () => {
    const { status, output } = makePackages('--framework', FRAMEWORK, '--module', MODULE, '--target', 'cmi5', '--out', 'package.json');
    expect(output).toContain('can’t be written to "package.json": there is a file of that name.');
    expect(output).not.toContain('    at ');
    expect(status).toBe(1);
  });

  test('help says what there is', () => {
    const { status, output } = makePackages('--help');
    expect(status).toBe(0);
    for (const word of ['--framework', '--module', '--each-module', '--target', '--out', 'cmi5', 'scorm12', 'scorm2004', 'xapi']) expect(output).toContain(word);
  });
});
