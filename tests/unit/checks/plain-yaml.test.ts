import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stringify, type CreateNodeOptions, type DocumentOptions, type ToStringOptions } from 'yaml';
import { readPlainYaml } from '../../../src/checks/plain-yaml.ts';
import { readSafeYaml } from '../../../src/framework/safe-yaml.ts';

const seed = process.env['FC_SEED'];
const numRuns = Number(process.env['FC_RUNS'] ?? 500);
const parameters = { numRuns, ...(seed !== undefined && { seed: Number(seed) }) };
const SCENARIO = readFileSync('tests/bench/scenario.yaml', 'utf8');

/** Fails where the plain reader takes a text and the YAML library refuses it or reads something else. */
function expectSame(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  expect(plain.value).toEqual(readSafeYaml(text, 'a.yaml').value);
  return true;
}

test.each(['tests/bench/scenario.yaml', 'tests/fixtures/checks/whole/academy.yaml', 'tests/fixtures/checks/whole/themes.yaml', 'tests/fixtures/checks/whole/frameworks/elm-practice/framework.yaml', 'tests/fixtures/checks/whole/scenarios/the-late-visit.yaml'])(
  '%s is plain, and read as the library reads it',
  (file) => expect(expectSame(readFileSync(file, 'utf8'))).toBe(true),
);

describe('what is not plain is left to the library', () => {
  test.each([
    ['an alias', 'a: &x 1\nb: *x\n'], ['a tag', 'a: !!str 1\n'], ['a merge key', '<<: 1\n'], ['a key twice', 'a: 1\na: 2\n'], ['a key into objects', '__proto__: 1\n'], ['a tab', 'a:\t1\n'], ['a document mark', '---\na: 1\n'],
    ['a comment behind a value', 'a: b # c\n'], ['a colon in text', 'a: b: c\n'], ['an odd number', 'a: 0x1f\n'], ['an escape', 'a: "\\u0041"\n'], ['a list in a list', '- - a\n'], ['a wrong indent', 'a:\n    b: 1\n  c: 2\n'], ['nothing', ''],
  ])('%s', (_, text) => expect(readPlainYaml(text)).toBeUndefined());
});

test('plain text is read in every form that content uses', () => {
  expect(readPlainYaml('# note\na: one\nb: >-\n  two\n  three\n\n  four\nc: |\n  five\n   six\nd:\n- e: 7\n  f: "g: \\"h\\""\n- i: it\'s\n  j: \'k\'\'l\'\nm: [n, o/p]\nq: { r: 1, s: t }\nu: 2030-01-31\nv:\nw: long\n  text\nx: true\n')?.value).toEqual({
    a: 'one', b: 'two three\nfour', c: 'five\n six\n', d: [{ e: 7, f: 'g: "h"' }, { i: "it's", j: "k'l" }], m: ['n', 'o/p'], q: { r: 1, s: 't' }, u: '2030-01-31', v: null, w: 'long text', x: true,
  });
});

test.each(['a: |\n  b', 'a: >\n  b', 'a: >-\n  b', 'a: |\n  b\n\n', 'a: >\n  b\n   ', 'a: |\n  b\n# c', 'a: b', 'a:', '- b'])('the end of %j is read as the library reads it', (text) => {
  const plain = readPlainYaml(text);
  if (plain) expect(plain.value).toEqual(readSafeYaml(text, 'a.yaml').value);
});

describe('any text that is read is read as the library reads it', () => {
  const lines = ['a: b', 'b: two words', 'c:', '- d', '- e: f', '-', '- ', 'g: >-', 'h: |', 'i: >', '- |', '- >-', 'text', 'more text.', '# note', '', '  ', "j: 'q''r'", 'k: "s"', 'l: [x, y]', 'm: { n: 1, o: p }', 'a: 1', 'q: b: c', 'r: s #t', 's: #t', 't: 10:30', 'u: 4 visits', 'v: 2030-01-31', 'w: null', 'x: ~', 'y: yes', 'true: 1', 'z: -1', 'aa: 1.5', 'bb: "a\\nb"', 'cc: []', 'dd: {}', 'ee: a, b', 'ff: "a" b', "gg: 'a", 'hh: [a', 'ii: a]', 'jj : k', 'kk:l', 'll: |-', 'mm: text   ', 'nn: - a', 'oo: “curly”', '? a', '- "x": y', '- [a]', '- # note', 'trailing:   ', 'pp: 0', 'qq: 007', 'rr: 1e3', 'ss: .5', 'tt: 12345678901234567890', 'uu: é', 'nb: a\u00a0', '\u00a0', '-x', 'vv: -x', ': a', 'ww: %x', 'xx: @x', 'yy: a:b', 'zz: a: '];
  const soup = fc.array(fc.tuple(fc.constantFrom(0, 0, 0, 2, 2, 4, 1, 3, 6), fc.constantFrom(...lines)), { minLength: 1, maxLength: 6 })
    .chain((picked) => fc.constantFrom('', '\n', '\n\n').map((end) => picked.map(([indent, line]) => ' '.repeat(indent) + line).join('\n') + end));

  test('made of lines picked at random', () => {
    fc.assert(fc.property(soup, (text) => void expectSame(text)), { ...parameters, numRuns: numRuns * 4 });
  });

  test('made of a scenario in which something was cut, doubled or put in', () => {
    const slips = ['', ' ', '\n', '\n  ', '- ', ': ', '#', ' #', '"', "'", '|', '>-\n', '[', '{', '\t', '*', '&', '\r\n', '\u2028', '\u00a0', '\u3000\n', '\ufeff', '---\n', '\n\n', '0', 'é'];
    const slip = fc.tuple(fc.nat(SCENARIO.length), fc.nat(12), fc.constantFrom(...slips));
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (edits) => {
        expectSame(edits.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), SCENARIO.slice(0, 2_600)));
      }),
      { ...parameters, numRuns: Math.ceil(numRuns / 4) },
    );
  });

  test('written by the library from any value, in any style; most that look like content are plain', () => {
    const word = fc.constantFrom('a', 'The child says', "Dylan's mum", 'no', '10:30', ': b', '# c', '“yes”', '- d', 'so', 'on', '4', '', 'x'.repeat(70), 'two\nlines', 'end\n', ' lead', 'null', '"q"', "it's: so");
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    const key = fc.constantFrom('id', 'text', 'steps', 'options', 'next', 'restsOn', 'content-note');
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true })),
    }));
    const style = fc.record<ToStringOptions & DocumentOptions & CreateNodeOptions>({ lineWidth: fc.constantFrom(40, 80, 0), indentSeq: fc.boolean(), blockQuote: fc.constantFrom<boolean | 'folded' | 'literal'>(true, false, 'folded', 'literal'), singleQuote: fc.boolean(), aliasDuplicateObjects: fc.constant(false) });
    fc.assert(fc.property(fc.dictionary(key, value, { minKeys: 1, noNullPrototype: true }), style, (given, options) => void expectSame(stringify(given, options))), parameters);
  });
});
