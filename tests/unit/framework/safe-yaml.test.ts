import fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { isPublishedId, toId } from '../../../src/framework/ids.ts';
import { ContentError, formatPlace, type Problem } from '../../../src/framework/problem.ts';
import { readSafeYaml } from '../../../src/framework/safe-yaml.ts';
import { YAML_BOMBS } from '../../bench/yaml-bombs.ts';

const seed = process.env.FC_SEED === undefined ? undefined : Number(process.env.FC_SEED);

/** What `readSafeYaml` refuses a text for. */
function refusalsOf(text: string): readonly Problem[] {
  try {
    readSafeYaml(text, 'framework.yaml');
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

const summarise = (text: string) => refusalsOf(text).map(({ rule, place }) => `${formatPlace(place)} ${rule}`);

describe('what a person may write', () => {
  test('prose that holds & and * and ! and % is not mistaken for anchors, aliases, tags or directives', () => {
    const text = ['title: Fish & chips, *really* good', 'loud: stop! now', 'share: 50 % of *all*', 'quoted: "&anchor *alias !tag"', 'block: |', '  &here', '  *there !tag', '  %YAML 1.1', 'folded: >-', '  * one', '  * two', '# &comment *comment'].join('\n');
    expect(readSafeYaml(text, 'framework.yaml').value).toEqual({
      title: 'Fish & chips, *really* good',
      loud: 'stop! now',
      share: '50 % of *all*',
      quoted: '&anchor *alias !tag',
      block: '&here\n*there !tag\n%YAML 1.1\n',
      folded: '* one * two',
    });
  });

  test('no, yes, on and dates stay text, as YAML 1.2 has it', () => {
    expect(readSafeYaml('a: no\nb: on\nc: 2027-11-30\nd: 3', 'f.yaml').value).toEqual({ a: 'no', b: 'on', c: '2027-11-30', d: 3 });
  });

  test('a byte order mark before the text is dropped', () => {
    expect(readSafeYaml('\uFEFFa: 1', 'f.yaml').value).toEqual({ a: 1 });
  });

  test('an empty file is null', () => {
    expect(readSafeYaml('', 'f.yaml').value).toBeNull();
  });

  test('every text survives being written as YAML and read back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.integer())), (value) => {
        fc.pre(!Object.keys(value).some((key) => key === 'constructor' || key === 'prototype'));
        expect(readSafeYaml(stringify(value), 'f.yaml').value).toEqual({ ...value });
      }),
      { numRuns: 300, ...(seed !== undefined && { seed }) },
    );
  });

  test('no text at all makes it throw anything but a ContentError', () => {
    const piece = fc.oneof(fc.constantFrom('a', ': ', '- ', '? ', '\n', '  ', '[', ']', '{', '}', ',', '&x', '*x', '!t', '%Y', '|', '>', '"', "'", '#', '---', '...', '\t', '\u001f', '\u0002', '\u0018', '\uFEFF'), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const { place } of refusalsOf(pieces.join(''))) expect(place.file).toBe('framework.yaml');
      }),
      { numRuns: 2_000, ...(seed !== undefined && { seed }) },
    );
  });
});

describe('places', () => {
  const yaml = readSafeYaml('id: a\nelements:\n  - label: One\n    statements: [x, y]\n', 'framework.yaml');

  test.each([
    [['id'], '1:1'],
    [['elements', 0, 'label'], '3:5'],
    [['elements', 0, 'statements', 1], '4:21'],
    [['elements', 0, 'kind'], '3:5'],
    [['nothing', 'of', 'this'], '1:1'],
  ])('%j stands at %s', (path, place) => {
    expect(formatPlace(yaml.placeOf(path))).toBe(`framework.yaml:${place}`);
  });
});

describe('what is refused, with file and line', () => {
  test.each([
    ['an anchor', 'a: 1\nb: &x 2', 'framework.yaml:2:4 yaml-alias'],
    ['an alias', 'a: 1\nb:\n  - *x', 'framework.yaml:3:5 yaml-alias'],
    ['an alias inside brackets', 'a: [1, {b: *x}]', 'framework.yaml:1:12 yaml-alias'],
    ['an alias behind control characters', 'a: [\u001f, *x]', 'framework.yaml:1:8 yaml-alias'],
    ['an alias as a merge key', '<<: *x', 'framework.yaml:1:5 yaml-alias'],
    ['a tag', 'a: !!js/function "x"', 'framework.yaml:1:4 yaml-tag'],
    ['a tag of our own', '- x\n- !include y', 'framework.yaml:2:3 yaml-tag'],
    ['a directive', '%YAML 1.1\n---\na: no', 'framework.yaml:1:1 yaml-directive'],
    ['__proto__', 'a:\n  __proto__: {b: 1}', 'framework.yaml:2:3 yaml-key'],
    ['__proto__ in quotes', '"__proto__": 1', 'framework.yaml:1:1 yaml-key'],
    ['constructor', 'a: {constructor: 1}', 'framework.yaml:1:5 yaml-key'],
    ['a key that stands twice', 'a: 1\nb:\n  c: 1\n  c: 2', 'framework.yaml:4:3 yaml-key'],
    ['a second document', 'a: 1\n---\nb: 2', 'framework.yaml:2:1 yaml-syntax'],
    ['a tab as indent', 'a:\n\tb: 1', 'framework.yaml:2:1 yaml-syntax'],
    ['a bracket that nothing opened', 'a: 1\nb: ]', 'framework.yaml:2:4 yaml-syntax'],
    ['a comma with nothing before it', 'a: [1,,2]', 'framework.yaml:1:7 yaml-syntax'],
  ])('%s', (_, text, expected) => {
    expect(summarise(text)).toContain(expected);
  });

  test('the message says what to do about text that only looks like an alias', () => {
    expect(refusalsOf('note: *important* words')[0]).toMatchObject({ message: '"*important*" is an alias.', hint: expect.stringContaining('Put quotes around text that starts with *') });
  });

  test('a file in a foreign format gives at most twenty problems', () => {
    expect(refusalsOf('a: "x\n'.repeat(500)).length).toBeLessThanOrEqual(20);
  });
});

describe('bombs are refused before anything is built from them', () => {
  test.each(YAML_BOMBS.map(({ name, text, rule }) => [name, text, rule] as const))('%s', { timeout: 5_000 }, (_, text, rule) => {
    const [refusal] = refusalsOf(text);
    expect(refusal?.rule).toBe(rule);
    expect(refusal?.place.file).toBe('framework.yaml');
  });

  test('a real file far above today’s size is still read', () => {
    const statements = Array.from({ length: 1_000 }, (_, n) => `      - id: f/e/${n + 1}\n        text: "Words & more words, *with* marks"\n        source: { line: ${n + 1}, start: 1, end: 2 }\n        themes: [a, b]\n`).join('');
    expect(refusalsOf(`id: f\nelements:\n  - id: e\n    statements:\n${statements}`)).toEqual([]);
  });
});

describe('ids never leave their folder', () => {
  test.each(['../../../pwn', '/etc/pwn', 'a/b', 'a\\b', '..', '.', '', 'con', 'nul', 'com1', 'Aa', 'a--b', '-a', 'a-', 'a b', 'a\u0000b', 'ａ', 'a\n', `${'a'.repeat(81)}`])('%j is no id', (id) => {
    expect(isPublishedId(id)).toBe(false);
  });

  test('whatever a label holds, its id is well formed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('CON', 'aux.', '../../x', '…', '🙂')), (label) => {
        expect(isPublishedId(toId(label))).toBe(true);
      }),
      { numRuns: 1_000, ...(seed !== undefined && { seed }) },
    );
  });
});
