import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CourseCatalogue } from '../../src/record/course-catalogue.ts';
import { copyFramework } from './copy-framework.ts';
import { buildSite } from './build-site.ts';
import { listPages, readSiteFile } from './site-files.ts';

const WORK = 'tests/.work/new-framework';
const CONTENT = join(WORK, 'content');
const SITE = join(WORK, 'site');
const ON_TIME = 'frameworks/ashdale-promise/we-come-on-time/index.html';

/** Runs a command of the README as people do. */
function run(script: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('node', [`scripts/${script}.ts`, ...args], { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const toText = (html: string): string => html.replace(/<[^>]+>/g, ' ').replaceAll('&#39;', "'").replace(/\s+/g, ' ');

let imported: ReturnType<typeof run>;

beforeAll(() => {
  rmSync(WORK, { recursive: true, force: true });
  copyFramework('rotherham-practice-standards', CONTENT);
  imported = run('import', 'tests/fixtures/new-framework/ashdale-promise.md', '--content', CONTENT);
});
afterAll(() => rmSync(WORK, { recursive: true, force: true }));

describe('a framework that was just imported', () => {
  test('is told with what stands in and what to write first, in the terminal and in the report', () => {
    expect(imported.status, imported.output).toBe(0);
    expect(imported.output).toContain('we-come-on-time: late-on-his-birthday');
    const [, toWrite = ''] = imported.output.split('Scenarios to write first');
    expect(toWrite).toContain('we-publish-what-we-spend: 1 statement');
    const report = readFileSync(join(CONTENT, 'frameworks/ashdale-promise/import-report.md'), 'utf8');
    expect(report.split('## Scenarios to write first')[1]).toContain('`` we-publish-what-we-spend ``');
  });

  test('passes every check', () => {
    const { status, output } = run('check', '--content', CONTENT);
    expect(status, output).toBe(0);
    // Nothing to mend in what was written; what is still to write is told.
    const told = output.split('\n\n').find((block) => block.includes('ashdale-promise')) ?? '';
    expect(told.match(/(?:error|warning) {2}.*/g)).toEqual(['warning  No scenario practises "We publish what we spend" yet.  (element-without-scenario)']);
  });

  describe('once built', () => {
    beforeAll(() => {
      const { status, output } = buildSite(CONTENT, SITE);
      expect(status, output).toBe(0);
    });

    test('has a page for every module', () => {
      expect(listPages(SITE).filter((page) => page.startsWith('frameworks/ashdale-promise/'))).toHaveLength(4);
    });

    test('shows the scenario, the statement that it fits and the one that it was written for, with a notice', () => {
      const html = readSiteFile(ON_TIME, SITE);
      const [, notice = ''] = /<section class="lent-notice"[^>]*>([^]*?)<\/section>/.exec(html) ?? [];
      expect(toText(notice)).toContain('From the shared library: check that it fits');
      expect(toText(notice)).toContain('We arrive for every visit when we said we would, and we are punctual with letters too.');
      expect(toText(notice)).toContain('We will ensure that every visit and contact with a child, young person or their family is timely.');
      expect(html).toContain('data-scenario="late-on-his-birthday"');
      expect(gzipSync(html, { level: 9 }).length).toBeLessThan(18 * 1024);
    });

    test('asks for the borrowed scenario to be finished, and for nothing that is not there', () => {
      const { modules } = JSON.parse(readSiteFile('catalogue.json', SITE)) as CourseCatalogue;
      const required = Object.fromEntries(modules.filter(({ framework }) => framework === 'ashdale-promise').map(({ module, requirements }) => [module.split('/')[1], requirements.scenarios.map(({ id }) => id)]));
      expect(required).toEqual({ 'we-come-on-time': ['late-on-his-birthday'], 'we-hear-children': ['please-dont-tell-dad'], 'we-publish-what-we-spend': [] });
    });

    test('is counted with what it borrows, and asks scenario writers for what is missing', () => {
      expect(toText(readSiteFile('frameworks/ashdale-promise/index.html', SITE))).toMatch(/3 modules 2 scenarios .*Scenarios from the shared library/);
      expect(toText(readSiteFile('author/index.html', SITE))).toMatch(/The Ashdale Promise: 1 to write, 2 to check .*We publish what we spend : 1 statement/);
      expect(toText(readSiteFile('scenarios/late-on-his-birthday/index.html', SITE))).toContain('stands in, from the shared library');
    });

    test('puts no notice above a scenario that was written for the module’s own framework', () => {
      expect(readSiteFile('frameworks/rotherham-practice-standards/timely-intervention/index.html', SITE)).not.toContain('lent-notice');
    });
  });
});
