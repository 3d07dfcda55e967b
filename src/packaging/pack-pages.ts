import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { PACKAGE_BASE } from '../course/package-order.ts';
import { bundleScripts } from './bundle-scripts.ts';
import { trimFonts } from './trim-fonts.ts';

/** The files of a package by their place in it. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/g;
/** What the build did not make an address of its own of: it leads into another folder of the LMS, or nowhere. */
const STRAY = /\s(?:href|src)="(?!\/package-root\/|#|https?:|mailto:|tel:)([^"]*)"/;
const ADDRESS = /(["(])\/package-root\/([^"')?#]*)/g;

/**
 * The pages and all that they reach, out of a build: addresses relative, scripts put together, and nothing else.
 * @param pages places in the package by places in the build
 * @throws Error where a page leads to something that is not in the build: the page must not, so it is a fault of ours
 */
export async function packPages(build: string, pages: ReadonlyMap<string, string>): Promise<PackageFiles> {
  const files = new Map<string, Uint8Array>();
  let text = '';
  for (const [page, place] of pages) {
    const html = await bundlePage(build, await readFile(join(build, page), 'utf8'), files);
    const [, stray] = STRAY.exec(html) ?? [];
    if (stray !== undefined) throw new Error(`${page} leads to "${stray}", which is not in the package.`);
    text += html;
    files.set(place, encode(makeRelative(html, place)));
  }
  const reached = [...text.matchAll(ADDRESS)].map(([, , address = '']) => decodeURI(address));
  const scripts = [...files].filter(([file]) => file.endsWith('.js')).map(([, bytes]) => decode(bytes));
  for (const file of new Set(reached)) {
    if (pages.has(file) || files.has(file)) continue;
    await addFile(build, file, files, text + scripts.join(''));
  }
  for (const [file, bytes] of files) {
    if (/\.(?:html|css|js)$/.test(file) && decode(bytes).includes(PACKAGE_BASE)) throw new Error(`${file} still holds an address of the build.`);
  }
  return files;
}

/** Puts one script in place of a page's modules. It waits, as modules do, until the page is read. */
async function bundlePage(build: string, html: string, files: Map<string, Uint8Array>): Promise<string> {
  const modules = [...html.matchAll(SCRIPT)].map(([, address = '']) => address.replace(PACKAGE_BASE, ''));
  const bundle = await bundleScripts(build, [...new Set(modules)]);
  const file = `assets/page.${createHash('sha256').update(bundle).digest('hex').slice(0, 8)}.js`;
  files.set(file, bundle);
  return html.replaceAll(SCRIPT, '').replace('</head>', () => `<script defer src="${PACKAGE_BASE}${file}"></script></head>`);
}

async function addFile(build: string, file: string, files: Map<string, Uint8Array>, text: string): Promise<void> {
  const bytes = await readFile(join(build, file)).catch(() => {
    throw new Error(`A page leads to ${file}, which is not in the package.`);
  });
  if (!file.endsWith('.css')) {
    files.set(file, bytes);
    return;
  }
  const css = trimFonts(decode(bytes), text);
  files.set(file, encode(makeRelative(css, file)));
  for (const [, , address = ''] of css.matchAll(ADDRESS)) if (!files.has(address)) await addFile(build, address, files, text);
}

/** Writes every address as it is seen from `place`, because an LMS serves the package from a folder that nobody knows. */
const makeRelative = (text: string, place: string): string => text.replace(ADDRESS, (_, before: string, address: string) => before + posix.relative(posix.dirname(place), address));

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
