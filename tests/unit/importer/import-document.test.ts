import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportResult } from '../../../src/importer/draft-framework.ts';
import { checkImport, checkRefusal } from './check-import.ts';
import { importText } from './import-text.ts';
import { readMarkdown } from '../../../src/importer/readers/markdown/read-markdown.ts';

const SEED = Number(process.env['FC_SEED'] ?? Date.now() % 2_147_483_647);
const FIXTURES = join(import.meta.dirname, '../../fixtures/importer');
const DOCUMENTS = readdirSync(FIXTURES).map((name) => readFileSync(join(FIXTURES, name, readdirSync(join(FIXTURES, name)).find((file) => file.startsWith('input.')) ?? ''), 'utf8'));

/** Imports, or gives `undefined` where the document is refused as it should be. Any other error fails the test. */
function tryImport(bytes: Uint8Array): ImportResult | undefined {
  try {
    return importText({ bytes, fileName: 'document.md', themes: [] });
  } catch (error) {
    checkRefusal(error);
    return undefined;
  }
}

const line = fc.oneof(
  fc.constantFrom('# Care', '## Standard 1: Courage', '### Best practice is:', 'Foster carers will:', '- We knock at the door', '  - and wait', '1. We ring. We visit.', '**Respect** – We listen. We wait.', 'a) first thing', '• one • two', '| a | We will ring |', '|---|---|', 'Term', ': We define it.', '> quoted words', '```', '<table><tr><td>We visit</td></tr></table>', '<ul><li>We ring', '', '', '---', 'Avoid:', 'OUR VALUES', 'we go on with small letters', 'We go on and on about the child', 'Page 3', 'Values\tPrinciples', '[link](http://x.org)', '![p](a.png)', '**half bold', 'a `code` b', '\\* star', '&amp; &#8217;', '[^1]: note', '\f'),
  fc.string({ maxLength: 40 }),
  fc.stringMatching(/^[-*_#>|`~[\]()<>&\\.:;0-9a-c \t]{0,30}$/),
);

describe(`any document (seed ${SEED})`, () => {
  test('made of random lines is refused or imported whole', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\n\n'), (lines, ending) => {
      const result = tryImport(new TextEncoder().encode(lines.join(ending)));
      if (result) checkImport(result, readMarkdown(result.documentText));
    }), { seed: SEED, numRuns: 1_000 });
  }, 60_000);

  test('that was damaged is refused or imported whole', () => {
    const damage = fc.record({ document: fc.constantFrom(...DOCUMENTS), at: fc.nat(4_000), cut: fc.nat(60), put: fc.oneof(fc.constant(''), fc.constantFrom('\n\n', '**', '\n- ', '|', ': ', '<b>', '[', '`', '# ', '\t'), fc.string({ maxLength: 12 })) });
    fc.assert(fc.property(damage, ({ document, at, cut, put }) => {
      const result = tryImport(new TextEncoder().encode(document.slice(0, at) + put + document.slice(at + cut)));
      if (result) checkImport(result, readMarkdown(result.documentText));
    }), { seed: SEED, numRuns: 500 });
  }, 60_000);

  test('made of random bytes is refused or imported', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void tryImport(bytes)), { seed: SEED, numRuns: 500 });
  });

  test('gives the same result from the same bytes', () => {
    for (const document of DOCUMENTS) {
      const bytes = new TextEncoder().encode(document);
      expect(importText({ bytes, fileName: 'a.md', themes: [] })).toEqual(importText({ bytes, fileName: 'a.md', themes: [] }));
    }
  });
});

describe('hostile documents are refused or done within five seconds', () => {
  const many = (text: string, count: number) => `# T\n\n${`${text.repeat(Math.ceil(90_000 / text.length)).slice(0, 90_000)}\n`.repeat(count)}`;
  test.each([
    ['emphasis', many('*a **b ', 18)], ['links', many('[a](', 18)], ['brackets', many('[x ', 18)], ['tags', many('<a ', 18)], ['comments', many('<!-- ', 18)], ['entities', many('&#', 18)], ['backticks', many('`a``b', 18)],
    ['nested lists', Array.from({ length: 19_000 }, (_, at) => `${' '.repeat(at % 90)}- item ${at}`).join('\n')], ['open tables', many('<table>', 18)], ['footers', Array.from({ length: 6_000 }, (_, at) => `Foot ${at % 2_000} abc\n\n- x`).join('\n')],
    ['numbered headings', Array.from({ length: 9_000 }, (_, at) => `## Standard ${at}: a b\n- we will x`).join('\n')], ['names', Array.from({ length: 9_000 }, (_, at) => `**L${at}** we will do this.`).join('\n\n')], ['one long word', many('x', 18)],
  ])('%s', (_, document) => {
    const before = process.cpuUsage();
    tryImport(new TextEncoder().encode(document));
    // Processor time, so that other work on the machine doesn't count.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000);
  }, 30_000);
});

test('a document with nothing to learn from is refused with advice', () => {
  expect(() => importText({ bytes: new TextEncoder().encode('Hello there.'), fileName: 'a.md', themes: [] })).toThrow(/no-statements-found[^]*Mark each standard as a heading/);
});

test('a wrong id is refused before anything is read', () => {
  expect(() => importText({ bytes: new TextEncoder().encode('# A\n- We ring.'), fileName: 'a.md', id: '../a', themes: [] })).toThrow(/framework-id/);
});

test('a list without any heading becomes one element named after the file, with a doubt', () => {
  const { framework, doubts } = importText({ bytes: new TextEncoder().encode('- We ring.\n- We visit.'), fileName: 'home-visits.md', themes: [] });
  expect(framework.elements.map(({ label, statements }) => [label, statements.length])).toEqual([['Home visits', 2]]);
  expect(doubts.map(({ reason }) => reason)).toEqual(['the document has no heading, so the element is named after the file']);
});
