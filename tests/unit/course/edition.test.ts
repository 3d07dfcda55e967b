import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editionOf } from '../../../src/course/edition.ts';
import { hashText } from '../../../src/course/fnv1a.ts';

fc.configureGlobal({ ...(process.env.FC_SEED && { seed: Number(process.env.FC_SEED) }) });

test.each([
  ['', 0xcbf29ce4, 0x84222325],
  ['a', 0xaf63dc4c, 0x8601ec8c],
  ['foobar', 0x85944171, 0xf73967e8],
])('hashText(%j) is the published FNV-1a value', (text, high, low) => {
  expect(hashText(text)).toEqual({ high, low });
});

test('hashText agrees with FNV-1a written with big integers', () => {
  const slowly = (text: string) => new TextEncoder().encode(text).reduce((hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { high, low } = hashText(text);
      expect((BigInt(high) << 32n) | BigInt(low)).toBe(slowly(text));
    }),
  );
});

test('an edition is a short name that stays the same from build to build', () => {
  expect(editionOf({ title: 'The visit that slipped', steps: [{ id: 'friday' }] })).toMatchInlineSnapshot(`"eb3771e87c3b3aae"`);
});

test('the order of keys and keys without a value do not make a new edition', () => {
  expect(editionOf({ b: [1, { d: 1, c: 2 }], a: 'x', e: undefined })).toBe(editionOf({ a: 'x', b: [1, { c: 2, d: 1 }] }));
});

test('another word, another order of steps or a missing part makes a new edition', () => {
  const editions = [{ steps: ['a', 'b'] }, { steps: ['b', 'a'] }, { steps: ['a', 'B'] }, { steps: ['a'] }, {}, null, undefined, 'a', ['a']].map(editionOf);
  expect(new Set(editions).size).toBe(editions.length);
});
