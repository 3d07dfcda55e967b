import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The built site that `npm test` made just before. */
export const SITE = process.env.ACADEMY_OUT ?? 'dist';

/** Every HTML page, relative to the site. */
export function listPages(site = SITE): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.html')).sort();
}

export const readSiteFile = (file: string, site = SITE): string => readFileSync(join(site, file), 'utf8');

export interface PageWeight {
  html: number;
  css: number;
  js: number;
  font: number;
}

/** Bytes that a first visit to a page loads, gzipped as a web host does; fonts are compressed already. */
export function weighPage(page: string): PageWeight {
  const html = readSiteFile(page);
  const attributes = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '').filter((address) => address.startsWith('/'));
  const styles = attributes(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);
  const fonts = attributes(/<link[^>]+rel="preload"[^>]+as="font"[^>]+href="([^"]+)"/g);
  const scripts = listImports(attributes(/<script[^>]+src="([^"]+)"/g));
  const gzipped = (files: readonly string[]) => files.reduce((sum, file) => sum + gzipSync(readFileSync(join(SITE, file)), { level: 9 }).length, 0);
  return { html: gzipSync(html, { level: 9 }).length, css: gzipped(styles), js: gzipped(scripts), font: fonts.reduce((sum, file) => sum + readFileSync(join(SITE, file)).length, 0) };
}

/** Scripts with all that they import before they run. */
function listImports(scripts: readonly string[]): string[] {
  const all = new Set(scripts);
  for (const script of all) {
    for (const match of readFileSync(join(SITE, script), 'utf8').matchAll(/(?:import|from)\s*["'](\.{1,2}\/[^"']+)["']/g)) all.add(posix.normalize(posix.join(dirname(script), match[1] ?? '')));
  }
  return [...all];
}
