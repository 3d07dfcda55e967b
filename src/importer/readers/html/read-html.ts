import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Outline } from '../../outline.ts';
import { refuse, refuseOversized } from '../refuse.ts';
import { isHidden, textOfNode } from './html-elements.ts';
import { markItems } from './html-lists.ts';
import { findOpeners } from './html-openers.ts';
import { HtmlWalker } from './html-walker.ts';

const MAX_BYTES = 10_000_000;
/** Deeper than any editor nests; more would overflow the parser's stack. */
const MAX_DEPTH = 500;

/**
 * Reads a saved web page. Nothing in it runs and nothing it names is fetched: it is parsed as data. Where the page has a main part only that is read
 * for statements, and the rest, such as menus, is handed on as text beside it. Throws a `ContentError`.
 */
export function readHtml(bytes: Uint8Array, fileName: string): Outline {
  if (bytes.length > MAX_BYTES) refuse(fileName, 'document-too-large', `The page has ${(bytes.length / 1_000_000).toFixed(1)} MB; the limit is ${MAX_BYTES / 1_000_000} MB.`, 'Save the page as "Web page, HTML only", without its pictures.');
  const html = decodeHtml(bytes);
  checkDepth(html, fileName);
  const tree = unified().use(rehypeParse, { fragment: false }).parse(html);
  const walker = new HtmlWalker(findMain(tree), markItems(tree), findOpeners(tree));
  walker.walk(tree);
  const { documentText, blocks } = walker.end();
  return { documentText, metadata: readMetadata(tree), blocks };
}

/** By its byte-order mark or what its head says; else UTF-8, and what isn't valid UTF-8 is the Windows writing that old pages have. */
function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  const named = /<meta\s[^<>]{0,200}?\bcharset\s*=[\s"']*([\w-]{1,40})/i.exec(head)?.[1];
  for (const encoding of [...(named === undefined ? [] : [named]), 'utf-8']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding, or none that we know: try the next.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Counts how deep tags are nested, as far as that can be told without parsing: only what is never closed or closed in order. */
function checkDepth(html: string, file: string): void {
  let depth = 0;
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})\b/gi)) {
    if (/^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|dd|dt|option)$/i.test(name)) continue;
    depth = closing === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) refuseOversized(file, `its parts are nested more than ${MAX_DEPTH} levels deep`);
  }
}

/** The page's main part: `main`, or the one `article`; `undefined` where the page doesn't say, or it holds little of the page's text. */
function findMain(tree: Root): Element | undefined {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if ((element.tagName === 'main' || element.properties['role'] === 'main') && !isHidden(element)) found.push(element);
  });
  if (found.length === 0) {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'article') found.push(element);
    });
  }
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  return textOfNode(only).length >= textOfNode(tree).length * 0.3 ? only : undefined;
}

/** What the page's head says of it; its title without the name of the site behind a bar or dash. */
function readMetadata(tree: Root): Record<string, string> {
  const metadata: Record<string, string> = {};
  visit(tree, 'element', ({ tagName, properties, children }) => {
    if (tagName === 'meta' && /^(?:author|dcterms\.creator)$/i.test(String(properties['name'] ?? ''))) metadata['author'] = String(properties['content'] ?? '');
    if (tagName === 'title') metadata['title'] ??= textOfNode({ type: 'root', children }).split(/\s[|–—-]\s/)[0]?.trim() ?? '';
  });
  return metadata;
}
