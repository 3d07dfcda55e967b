import type { PhrasingContent, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { visit } from 'unist-util-visit';
import { isSafeLink } from '../course/module-body.ts';

/** MDX runs a paragraph that starts with one of these words; the serialiser does not escape them by itself. */
const LIVE_WORDS = [
  { atBreak: true, character: 'i', after: 'mport' },
  { atBreak: true, character: 'e', after: 'xport' },
];

/** What the parsers drop or read as something else, and so must be gone before anything is escaped. */
// eslint-disable-next-line no-control-regex -- control characters are what this removes
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * Writes prose as MDX in which nothing runs: HTML becomes text, links lead to the web, a letter, a call or this site, and
 * every sign that MDX reads as code is escaped. The result must not be edited as a string: taking one character away can
 * bring an escaped sign to life.
 */
export function writeInertMdx(tree: Root): string {
  const safe = structuredClone(tree);
  visit(safe, (node, index, parent) => {
    if ('position' in node) delete node.position;
    for (const field of ['value', 'url', 'alt', 'title', 'label', 'identifier', 'lang', 'meta'] as const) {
      const text: unknown = Reflect.get(node, field);
      if (typeof text === 'string') Reflect.set(node, field, text.toWellFormed().replace(UNSEEN, ''));
    }
    if (node.type === 'html' && parent && index !== undefined) parent.children[index] = asText(node.value, parent.type);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      if (!isSafeLink(node.url)) node.url = '#';
    }
  });
  return remark().use(remarkGfm).use(remarkMdx).data('settings', { unsafe: LIVE_WORDS, bullet: '-', rule: '-', resourceLink: true }).stringify(safe);
}

const PHRASING_PARENTS = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'tableCell']);

function asText(value: string, parent: string): RootContent | PhrasingContent {
  const text = { type: 'text' as const, value };
  return PHRASING_PARENTS.has(parent) ? text : { type: 'paragraph', children: [text] };
}
