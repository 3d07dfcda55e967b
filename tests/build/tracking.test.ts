import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TrackedCourse } from '../../src/course/tracked-course.ts';
import { buildSite } from './build-site.ts';
import { copyFramework } from './copy-framework.ts';
import { listPages, readSiteFile, SITE as PLAIN_SITE } from './site-files.ts';

const WORK = 'tests/.work/tracking';
const CONTENT = join(WORK, 'content');
const SITE = join(WORK, 'site');
/** Its modules are the longest that are shipped. */
const FRAMEWORK = 'family-safeguarding';

function writeSettings(tracking: string): void {
  writeFileSync(join(CONTENT, 'academy.yaml'), `${readFileSync('content/academy.yaml', 'utf8')}\n${tracking}\n`);
}

const policyOf = (html: string): string => /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1]?.replaceAll('&#39;', "'") ?? '';
const connectSources = (html: string): string => /connect-src ([^;]*)/.exec(policyOf(html))?.[1] ?? '';
const jsonOf = (html: string, id: string): string | undefined => new RegExp(`<script type="application/json" id="${id}">([\\s\\S]*?)</script>`).exec(html)?.[1];

beforeAll(() => {
  rmSync(WORK, { recursive: true, force: true });
  copyFramework(FRAMEWORK, CONTENT);
});
afterAll(() => rmSync(WORK, { recursive: true, force: true }));

describe('the site as it is shipped', () => {
  test('carries nothing for reporting on any page, and may send to itself alone', () => {
    for (const page of listPages()) {
      const html = readSiteFile(page);
      expect(html, page).not.toMatch(/tracking-settings|tracked-course|sending-notice|data-record/);
      expect(connectSources(html), page).toBe("'self'");
    }
    expect(existsSync(join(PLAIN_SITE, 'connection'))).toBe(false);
  });

  test('says that nothing is sent to anybody', () => expect(readSiteFile('about/index.html')).toContain('It is sent to nobody'));
});

describe('a site that reports', () => {
  beforeAll(() => {
    writeSettings('tracking:\n  launchOrigins: ["https://lrs.example"]\n  proxy: {}');
    const { status, output } = buildSite(CONTENT, SITE);
    expect(status, output).toBe(0);
  });

  test('connects on every page, and lets pages send to the LRSs that it names', () => {
    const pages = listPages(SITE);
    expect(pages.length).toBeGreaterThan(20);
    for (const page of pages) {
      const html = readSiteFile(page, SITE);
      expect(html, page).toContain('data-record="provided"');
      expect(JSON.parse(jsonOf(html, 'tracking-settings') ?? ''), page).toMatchObject({ launchOrigins: ['https://lrs.example'], proxy: { path: '/xapi/' }, xapiVersion: '1.0.3', reflections: false });
      expect(connectSources(html), page).toBe("'self' https://lrs.example");
    }
  });

  test('describes on each module and each scenario what is on the page, in data that HTML does not end early', () => {
    const modules = listPages(SITE).filter((page) => page.split('/').length === 4 && page.startsWith('frameworks/'));
    expect(modules.length).toBeGreaterThan(10);
    for (const page of modules) {
      const text = jsonOf(readSiteFile(page, SITE), 'tracked-course') ?? '';
      expect(text, page).not.toContain('<');
      const { modules: tracked, scenarios } = JSON.parse(text) as TrackedCourse;
      expect(tracked.map(({ module }) => `frameworks/${module}/index.html`)).toEqual([page]);
      expect(scenarios.map(({ id }) => id).sort()).toEqual(tracked[0]?.requirements.scenarios.map(({ id }) => id).sort());
    }
    const scenario = listPages(SITE).find((page) => /^scenarios\/[^/]+\/index\.html$/.test(page)) ?? '';
    expect(JSON.parse(jsonOf(readSiteFile(scenario, SITE), 'tracked-course') ?? '')).toMatchObject({ modules: [], scenarios: [{ id: scenario.split('/')[1] }] });
    expect(jsonOf(readSiteFile('about/index.html', SITE), 'tracked-course')).toBeUndefined();
  });

  test('keeps every page within the weight that the design allows its HTML', () => {
    const over = listPages(SITE).map((page) => ({ page, bytes: gzipSync(readSiteFile(page, SITE), { level: 9 }).length })).filter(({ bytes }) => bytes > 18 * 1024);
    expect(over).toEqual([]);
  });

  test('tells what is sent and what is not, and no longer that it is nobody', () => {
    const about = readSiteFile('about/index.html', SITE);
    expect(about).toContain('What is sent, and to whom');
    expect(about).toMatch(/Not sent:\s+what you write in a reflection/);
    expect(about).not.toContain('sent to nobody');
    expect(readSiteFile('my-learning/index.html', SITE)).not.toContain('Nobody else can see it');
  });

  test('has the test of the connection, which no other page but My learning leads to, and no pilot’s form', () => {
    expect(existsSync(join(SITE, 'connection/index.html'))).toBe(true);
    expect(existsSync(join(SITE, 'connection/pilot'))).toBe(false);
    const leading = listPages(SITE).filter((page) => !page.startsWith('connection/') && readSiteFile(page, SITE).includes('/connection/'));
    expect(leading).toEqual(['my-learning/index.html']);
  });
});

describe('npm run build refuses', () => {
  test.each([
    ['a key by its name', 'tracking: { proxy: {}, lrsKey: hunter2-hunter2 }'],
    ['a Basic header as a value', 'tracking: { proxy: { path: "Basic aHVudGVyMjpodW50ZXIy" } }'],
    ['a login in an address', 'tracking: { launchOrigins: ["https://hunter2:hunter2@lrs.example"] }'],
  ])('%s, without repeating it', (_, setting) => {
    writeSettings(setting);
    const { status, stdout, stderr } = spawnSync('node', ['scripts/build.ts'], { encoding: 'utf8', env: { ...process.env, ACADEMY_CONTENT: CONTENT, ACADEMY_OUT: join(WORK, 'none') } });
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain('credential-in-content');
    expect(stdout + stderr).toContain('anybody could read it');
    expect(stdout + stderr).not.toContain('hunter2');
    expect(existsSync(join(WORK, 'none'))).toBe(false);
  });
});
