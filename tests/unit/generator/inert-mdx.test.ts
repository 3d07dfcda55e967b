import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { describe, expect, test } from 'vitest';
import { listUnsafeNodes } from '../../../src/course/module-body.ts';
import { writeInertMdx } from '../../../src/generator/inert-mdx.ts';
import { attacks } from './read-fixtures.ts';
import { listLiveNodes } from './second-parser.ts';

const seed = process.env.FC_SEED === undefined ? undefined : Number(process.env.FC_SEED);
/** 100,000 is the full run: INERT_RUNS=100000. */
const runs = Number(process.env.INERT_RUNS ?? 1_000);

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...attacks.map(({ text }) => text)) },
  { weight: 3, arbitrary: fc.constantFrom('{', '}', '<', '>', '/', '\\', '`', '$', '*', '_', '[', ']', '(', ')', '!', '|', '~', '#', '-', '+', '1.', '\n', '\n\n', ' ', '\t', '\uFEFF', '\u0000', '\u202E', '\u2066', '&', '&lt;', '&#123;', 'import ', 'export ', 'a', 'b c', '=', '"', "'", ':', '::', 'javascript:') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const hostileText = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));

const phrasing: fc.Arbitrary<PhrasingContent> = fc.letrec<{ node: PhrasingContent }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    hostileText.map((value): PhrasingContent => ({ type: 'text', value })),
    hostileText.map((value): PhrasingContent => ({ type: 'inlineCode', value })),
    hostileText.map((value): PhrasingContent => ({ type: 'html', value })),
    fc.record({ url: hostileText, alt: hostileText }).map(({ url, alt }): PhrasingContent => ({ type: 'image', url, alt })),
    fc.constant<PhrasingContent>({ type: 'break' }),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((children): PhrasingContent => ({ type: 'emphasis', children })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((children): PhrasingContent => ({ type: 'strong', children })),
    fc.record({ url: hostileText, title: hostileText, children: fc.array(tie('node'), { minLength: 1, maxLength: 2 }) }).map(({ url, title, children }): PhrasingContent => ({ type: 'link', url, title, children })),
  ),
})).node;

const inline = fc.array(phrasing, { minLength: 1, maxLength: 4 });
const paragraph = inline.map((children): Paragraph => ({ type: 'paragraph', children }));
const block: fc.Arbitrary<RootContent> = fc.oneof(
  paragraph,
  fc.record({ depth: fc.constantFrom(1 as const, 2 as const, 3 as const), children: inline }).map(({ depth, children }): RootContent => ({ type: 'heading', depth, children })),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items): RootContent => ({ type: 'list', ordered: false, spread: false, children: items.map((item) => ({ type: 'listItem', spread: false, children: [item] })) })),
  paragraph.map((child): RootContent => ({ type: 'blockquote', children: [child] })),
  fc.record({ value: hostileText, lang: hostileText }).map(({ value, lang }): RootContent => ({ type: 'code', value, lang })),
  hostileText.map((value): RootContent => ({ type: 'html', value })),
  fc.record({ url: hostileText, identifier: hostileText }).map(({ url, identifier }): RootContent => ({ type: 'definition', url, identifier })),
  inline.map((children): RootContent => ({ type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }] })),
);
const document = fc.array(block, { minLength: 1, maxLength: 4 }).map((children): Root => ({ type: 'root', children }));

const prose = (value: string): Root => ({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] });

describe('prose is inert, whatever it holds', () => {
  test.each(attacks)('$name', ({ text }) => {
    const mdx = writeInertMdx(prose(text));
    expect(listUnsafeNodes(mdx, 'module.mdx')).toEqual([]);
    expect(listLiveNodes(mdx)).toEqual([]);
  });

  test.each(attacks)('$name, as an HTML node', ({ text }) => {
    const mdx = writeInertMdx({ type: 'root', children: [{ type: 'html', value: text }] });
    expect(listUnsafeNodes(mdx, 'module.mdx')).toEqual([]);
    expect(listLiveNodes(mdx)).toEqual([]);
  });

  test(`in ${runs} random documents neither parser finds anything live`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(document, (tree) => {
        const mdx = writeInertMdx(tree);
        expect(listUnsafeNodes(mdx, 'module.mdx')).toEqual([]);
        expect(listLiveNodes(mdx)).toEqual([]);
      }),
      { numRuns: runs, endOnFailure: true, ...(seed !== undefined && { seed }) },
    );
  });
});

test('a reader sees the words that were meant', () => {
  const shown = (text: string) => toString(remark().use(remarkGfm).use(remarkMdx).parse(writeInertMdx(prose(text))));
  expect(shown('import lessons from {other} councils <b>now</b>')).toBe('import lessons from {other} councils <b>now</b>');
  expect(shown('export "the 10:30 meeting" & a ratio of 1:1')).toBe('export "the 10:30 meeting" & a ratio of 1:1');
});

test('what can’t be written safely becomes the words it holds', () => {
  const link = (url: string): Root => ({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', value: 'our {page}' }] }] }] });
  expect(writeInertMdx(link('javascript:alert(1)'))).toBe('our \\{page}\n');
  expect(writeInertMdx({ type: 'root', children: [{ type: 'code', value: 'export const x = 1' }] })).toBe('&#x65;xport const x = 1\n');
});

test('a backslash at the end of one piece of text does not undo the escape of the next', () => {
  const mdx = writeInertMdx({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'a\\' }, { type: 'text', value: '{globalThis.pwned=1}' }] }] });
  expect(listUnsafeNodes(mdx, 'module.mdx')).toEqual([]);
});

test('a component tag stays a tag', () => {
  expect(writeInertMdx({ type: 'root', children: [{ type: 'mdxJsxFlowElement', name: 'Scenario', attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: 'first-visit' }], children: [] }] })).toBe('<Scenario id="first-visit" />\n');
});
