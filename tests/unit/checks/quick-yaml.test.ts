import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readQuickYaml } from '../../../src/checks/quick-yaml.ts';
import { ContentError } from '../../../src/framework/problem.ts';
import { readSafeYaml } from '../../../src/framework/safe-yaml.ts';

const seed = process.env.FC_SEED;
const parameters = { numRuns: Number(process.env.FC_RUNS ?? 500), ...(seed !== undefined && { seed: Number(seed) }) };

function readWithCare(text: string): { value: unknown } | undefined {
  try {
    return { value: readSafeYaml(text, 'a.yaml').value };
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  }
}

test('every scenario and framework that ships is read quickly, and as the careful reader reads it', () => {
  for (const file of globSync('content/{scenarios/*.yaml,frameworks/*/framework.yaml,themes.yaml}')) {
    const text = readFileSync(file, 'utf8');
    const quick = readQuickYaml(text);
    if (text.length <= 100_000) expect(quick, file).toEqual(readWithCare(text));
  }
  expect(readQuickYaml(readFileSync('content/scenarios/late-on-his-birthday.yaml', 'utf8'))).toBeDefined();
});

describe('what needs care is left to the careful reader', () => {
  test.each([
    ['an anchor', 'a: &x 1'],
    ['an alias', 'a: 1\nb: *x'],
    ['a tag', 'a: !!js/function x'],
    ['a directive', '%YAML 1.2\n---\na: 1'],
    ['a key into objects', '__proto__: { x: 1 }'],
    ['a key twice', 'a: 1\na: 2'],
    ['text that is not YAML', 'a: b: c'],
    ['a very long text', `a: ${'x'.repeat(100_001)}`],
  ])('%s', (_, text) => expect(readQuickYaml(text)).toBeUndefined());
});

test('whatever the quick reader takes, the careful reader takes too and reads the same', () => {
  const value = fc.letrec((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/), tie('node'), { maxKeys: 4 })),
  })).node;
  fc.assert(
    fc.property(value, (node) => {
      const text = stringify({ root: node });
      const quick = readQuickYaml(text);
      if (quick) expect(quick).toEqual(readWithCare(text));
    }),
    parameters,
  );
});

test('hand-made text that the quick reader takes is read the same by the careful reader', () => {
  const line = fc.constantFrom('a: 1', 'b: two words', 'c: >-', '  folded', '  text', 'd:', '  - e', '  - f: g', 'h: 2027-11-30', 'i: 010', 'j: 0x1F', 'k: yes', 'l: ~', '# note', '', 'm: "q: \\u00e9"', "n: 'it''s'", 'o: [p, q]', 'r: { s: t }');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = `${lines.join('\n')}\n`;
      const quick = readQuickYaml(text);
      if (quick) expect(quick).toEqual(readWithCare(text));
    }),
    parameters,
  );
});
