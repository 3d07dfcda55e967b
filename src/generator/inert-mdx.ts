import type { Nodes, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { SKIP, visit } from 'unist-util-visit';

/** MDX runs a paragraph that starts with one of these words; the serialiser does not escape them by itself. */
const LIVE_WORDS = [
  { atBreak: true, character: 'i', after: 'mport' },
  { atBreak: true, character: 'e', after: 'xport' },
];

/** What the parsers drop or read as something else, and so must be gone before anything is escaped. */
 
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * The kinds of node that may hold prose: their written form stays inert, whatever text they hold. Code, links and tables are
 * not among them: a line end inside them, or an address the serialiser puts between angle brackets, can bring a tag to life.
 */
const KEPT: ReadonlySet<Nodes['type']> = new Set(['root', 'list', 'listItem', 'blockquote', 'mdxJsxFlowElement']);

/**
 * Writes headings, paragraphs, lists, quotations and component tags as MDX in which no text runs: every sign that MDX reads as
 * code is escaped, and any other kind of node becomes the words it holds. The result must not be edited as a string: taking
 * one character away can bring an escaped sign to life.
 */
export function writeInertMdx(tree: Root): string {
  const inert = structuredClone(tree);
  visit(inert, (node, index, parent) => {
    if (KEPT.has(node.type) || !parent || index === undefined) return undefined;
    // One text node, never two: each is escaped by itself, and a backslash that ends one would undo the next one’s escape.
    const text: Text = { type: 'text', value: toInertText(toString(node)) };
    if (node.type === 'heading') node.children = [text];
    else parent.children[index] = { type: 'paragraph', children: [text] };
    return SKIP;
  });
  return remark().use(remarkGfm).use(remarkMdx).data('settings', { unsafe: LIVE_WORDS, bullet: '-' }).stringify(inert);
}

function toInertText(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, ' ').replace(UNSEEN, '');
}
