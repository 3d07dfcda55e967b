import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { buildSite } from '../build/build-site.ts';
import { serveFolder } from './serve-folder.ts';

/** Inside the project, because MDX looks for its runtime from where its file stands. */
const WORK = 'tests/.work/hostile';
const CONTENT = join(WORK, 'content');
const SITE = join(WORK, 'site');
const FRAMEWORK = 'hostile-framework';

let url = '';
let server: Server;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(join(CONTENT, 'frameworks'), { recursive: true });
  mkdirSync(join(CONTENT, 'scenarios'));
  for (const file of ['academy.yaml', 'themes.yaml']) cpSync(join('content', file), join(CONTENT, file));
  cpSync(`tests/fixtures/generator/${FRAMEWORK}`, join(CONTENT, 'frameworks', FRAMEWORK), { recursive: true });
  writeFileSync(join(CONTENT, 'scenarios/hostile.yaml'), writeHostileScenario());
  execFileSync('node', ['scripts/generate.ts', '--content', CONTENT], { stdio: 'pipe' });
  const { status, output } = buildSite(CONTENT, SITE);
  expect(status, output).toBe(0);
  ({ url, server } = await serveFolder(SITE));
});

test.afterAll(() => {
  server.close();
  rmSync(WORK, { recursive: true, force: true });
});

for (const bypassCSP of [false, true]) {
  test(`no text of a hostile framework runs on any page, ${bypassCSP ? 'even without the policy' : 'under the policy'}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ bypassCSP });
    const page = await context.newPage();
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:')) foreign.push(request.url());
    });
    page.on('dialog', () => {
      throw new Error('A dialog was opened');
    });
    const pages = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('index.html'));
    expect(pages.length).toBeGreaterThan(10);
    for (const file of pages) {
      await page.goto(`${url}/${file.replace(/index\.html$/, '')}`);
      expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned), file).toBeUndefined();
      expect(await page.locator('a[href^="javascript:" i], a[href^="data:" i], [onerror], [onload], [onclick], main iframe, main object').count(), file).toBe(0);
    }
    await page.goto(`${url}/good-practice/?q=toddler`);
    await expect(page.locator('.search-count'), 'the search answers').toContainText('result', { timeout: 30_000 });
    await page.locator('.hit').first().waitFor({ timeout: 30_000 });
    expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined();
    expect(foreign).toEqual([]);
    await context.close();
  });
}

test('building a hostile framework writes no file and sets no mark of its own', () => {
  expect(readdirSync('.').filter((name) => /pwn/i.test(name))).toEqual([]);
  expect((globalThis as { pwned?: unknown }).pwned).toBeUndefined();
});

function writeHostileScenario(): string {
  const attack = '<img src=x onerror=globalThis.pwned=1> {globalThis.pwned=1} <script>globalThis.pwned=1</script> [x](javascript:globalThis.pwned=1)';
  const quoted = JSON.stringify(attack);
  const option = (id: string) => `      - { id: ${id}, text: ${quoted}, judgement: strong, outcome: ${quoted}, feedback: ${quoted}, restsOn: ${FRAMEWORK}/hostile-1/1, next: over }\n`;
  return `title: ${JSON.stringify(attack.slice(0, 90))}
summary: ${quoted}
minutes: 5
setting: ${JSON.stringify(attack.slice(0, 50))}
contentNote: ${quoted}
exercises: [${FRAMEWORK}/hostile-1/1]
themes: [child-voice]
status: draft
reviewBy: 2027-11-30
steps:
  - id: only
    situation: ${quoted}
    question: ${quoted}
    options:
${option('one')}${option('two')}endings:
  - { id: over, title: ${JSON.stringify(attack.slice(0, 90))}, text: ${quoted} }
debrief: ${quoted}
supervision: [${quoted}]
references: [{ title: ${quoted}, url: "https://example.org/" }]
`;
}
