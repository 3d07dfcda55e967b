import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/checks/read-content.ts';
import { toLibrary } from '../../src/checks/to-library.ts';
import { moduleAddress, scenarioAddress, statementAddress } from '../../src/course/addresses.ts';
import { listPages, readSiteFile, SITE, weighPage } from './site-files.ts';

const pages = listPages();
const library = toLibrary(await readContent('content'));

describe('the built site', () => {
  test('has a page for every module and every scenario', () => {
    const addresses = [...library.modules.map(({ framework, element }) => moduleAddress(framework, element)), ...library.scenarios.map(({ id }) => scenarioAddress(id))];
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(pages).toContain(`${address}index.html`);
  });

  test('has a module for every element of every framework', () => {
    for (const framework of library.frameworks) expect(library.listModules(framework)).toHaveLength(framework.elements.length);
  });

  test('shows every practice statement in full at its own anchor', () => {
    for (const framework of library.frameworks) {
      for (const element of framework.elements) {
        const html = readSiteFile(`${moduleAddress(framework.id, element.id)}index.html`);
        const text = toText(html);
        for (const statement of element.statements) {
          expect(html).toContain(`id="${statementAddress(framework.id, element.id, statement.id).split('#')[1]}"`);
          expect(text).toContain(statement.text.replace(/\s+/g, ' '));
        }
      }
    }
  });

  test('leads nowhere that does not exist', () => {
    const broken = pages.flatMap((page) => listBrokenLinks(page));
    expect(broken).toEqual([]);
  });

  test('holds no inline script, style attribute or event handler that its policy would refuse', () => {
    for (const page of pages) {
      const html = readSiteFile(page);
      expect(html.match(/<[^>]+\sstyle="/g), page).toBeNull();
      expect(html.match(/<[^>]+\son[a-z]+="/g), page).toBeNull();
      expect([...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)].map(([tag]) => tag), page).toEqual([]);
    }
  });

  test('keeps within the page weights of the design on every page', () => {
    const over = pages.map((page) => ({ page, ...weighPage(page) })).filter(({ html, css, js, font }) => html > 18 * 1024 || css > 14 * 1024 || js > 20 * 1024 || font > 45 * 1024);
    expect(over).toEqual([]);
  });
});

function listBrokenLinks(page: string): string[] {
  const html = readSiteFile(page);
  const here = `/${page.replace(/index\.html$/, '')}`;
  return [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].flatMap(([, address = '']) => {
    const target = new URL(address.replaceAll('&amp;', '&'), `https://site.example${here}`);
    if (target.hostname !== 'site.example' || !target.protocol.startsWith('http')) return [];
    const file = target.pathname.endsWith('/') ? `${target.pathname}index.html` : target.pathname;
    if (file === '/pagefind/pagefind.js' || existsSync(join(SITE, decodeURIComponent(file)))) {
      const anchor = decodeURIComponent(target.hash.slice(1));
      const isThere = anchor === '' || !file.endsWith('.html') || readSiteFile(file.slice(1)).includes(`id="${anchor}"`);
      return isThere ? [] : [`${page}: no "${target.hash}" in ${target.pathname}`];
    }
    return [`${page}: ${address}`];
  });
}

const toText = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&amp;|&#38;/g, '&')
    .replace(/\s+/g, ' ');
