import { describe, expect, test } from 'vitest';
import { assertInertModule, isSafeLink, listUnsafeNodes } from '../../../src/course/module-body.ts';
import { ContentError } from '../../../src/framework/problem.ts';

const summarise = (body: string, firstLine = 1) => listUnsafeNodes(body, 'visit.mdx', firstLine).map(({ rule, place }) => `${place.line} ${rule}`);

test('prose, lists, tables, honest links and our components are allowed', () => {
  const body = [
    '## What it says', '', '<WhatItSays />', '', 'At 10:30 you *ring* them. See [the guidance](https://www.gov.uk/), [another module](../on-time/) or [write](mailto:a@b.example).', '',
    '- one\n- two', '', '| a | b |\n| - | - |\n| 1 | 2 |', '', '<Scenario id="first-visit" />', '', '<KnowledgeCheck />', '', '<Reflection />', '', '<TakeToSupervision />', '', '![A plan](plan.png)', '',
  ].join('\n');
  expect(listUnsafeNodes(body, 'visit.mdx')).toEqual([]);
});

describe('what could run or lead astray is found at its line', () => {
  test.each([
    ['an import', 'Text.\n\nimport fs from "node:fs"\n', '3 module-code'],
    ['prose that begins with "export "', 'export const what = 1\n', '1 module-code'],
    ['an expression', 'Text {1 + 1} here.', '1 module-code'],
    ['an expression of its own', '\n{globalThis.x}\n', '2 module-code'],
    ['HTML', '<script>alert(1)</script>', '1 module-tag'],
    ['a component that is not ours', '<Video id="x" />', '1 module-tag'],
    ['a fragment', '<>x</>', '1 module-tag'],
    ['a name that JavaScript’s objects have', '<constructor />', '1 module-tag'],
    ['a member of a component', '<Scenario.x id="x" />', '1 module-tag'],
    ['an attribute that runs', '<Scenario id={x} />', '1 module-tag'],
    ['a spread', '<Scenario {...x} />', '1 module-tag'],
    ['an attribute it does not have', '<Reflection title="x" />', '1 module-tag'],
    ['an id that is none', '<Scenario id="../x" />', '1 module-tag'],
    ['something inside a component', '<Reflection>{x}</Reflection>', '1 module-code'],
    ['a link that runs', '[x](javascript:alert(1))', '1 module-link'],
    ['a link definition that runs', '[x]\n\n[x]: data:text/html,x', '3 module-link'],
    ['a picture from elsewhere', '![x](https://evil.example/x.gif)', '1 module-link'],
    ['a picture whose address lacks a scheme', '![x](//evil.example/x.gif)', '1 module-link'],
    ['a brace that is never closed', 'One.\n\nTwo { three', '3 module-syntax'],
    ['a tag that is never closed', '<Reflection>', '1 module-syntax'],
    ['thousands of braces', '{'.repeat(50_000), '1 module-too-large'],
    ['a text of a megabyte', 'word '.repeat(200_000), '1 module-too-large'],
  ])('%s', (_, body, expected) => {
    expect(summarise(body)).toContain(expected);
  });

  test('lines count from the start of the file', () => {
    expect(summarise('One.\n\n{x}', 20)).toEqual(['22 module-code']);
  });
});

test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:x', ' javascript:x', '\u0001javascript:x', 'data:text/html,x', 'vbscript:x', 'blob:x', 'file:///etc/passwd', '//evil.example', '\\\\evil.example', '/\\evil.example', 'javascript&colon;x', '\uFEFFjavascript:x'])('%j is no safe link', (url) => {
  expect(isSafeLink(url)).toBe(false);
});

test.each(['https://a.example/b:c', 'http://a.example', 'mailto:a@b.example', 'tel:+441234', '#part', '/modules/', '../x/', 'x.html?time=10:30', ''])('%j is a safe link', (url) => {
  expect(isSafeLink(url)).toBe(true);
});

describe('a whole file', () => {
  test('with front matter and an inert body passes', () => {
    expect(() => assertInertModule('---\ntitle: "{x}"\n---\n\n<WhatItSays />\n', 'visit.mdx')).not.toThrow();
  });

  test('names the line in the file', () => {
    expect(() => assertInertModule('---\ntitle: x\n---\n\n{x}\n', 'visit.mdx')).toThrow(/^visit\.mdx:5:1 module-code/);
  });

  test.each([
    ['without front matter', '{x}'],
    ['with front matter that never ends', '---\ntitle: x\n'],
    ['in which Astro would end the front matter earlier than a reader does', '---\ntitle: x\n---import fs from "node:fs"\n\n---\n'],
    ['in which TOML marks end the front matter', '---\ntitle: x\n+++\nexport const x = 1\n---\n'],
  ])('%s is refused', (_, text) => {
    expect(() => assertInertModule(text, 'visit.mdx')).toThrow(ContentError);
  });
});
