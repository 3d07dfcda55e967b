import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildSite } from './build-site.ts';
import { copyFramework } from './copy-framework.ts';
import { listPages, readSiteFile } from './site-files.ts';

const WORK = 'tests/.work/subfolder';
const CONTENT = join(WORK, 'content');
const SITE = join(WORK, 'site');

afterAll(() => rmSync(WORK, { recursive: true, force: true }));

test('a site in a folder of its host keeps to that folder, on every page', () => {
  rmSync(WORK, { recursive: true, force: true });
  copyFramework('rotherham-practice-standards', CONTENT);
  writeFileSync(join(CONTENT, 'academy.yaml'), readFileSync('content/academy.yaml', 'utf8').replace(/^base: .*$/m, 'base: /learning/academy/'));
  const { status, output } = buildSite(CONTENT, SITE);
  expect(status, output).toBe(0);
  const pages = listPages(SITE);
  expect(pages.length).toBeGreaterThan(15);
  for (const page of pages) {
    const addresses = [...readSiteFile(page, SITE).matchAll(/\s(?:href|src|action|data-catalogue|data-base|data-index)="(\/[^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => !address?.startsWith('/learning/academy/')), page).toEqual([]);
  }
});
