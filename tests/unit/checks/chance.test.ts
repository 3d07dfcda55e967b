import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOfAtLeast } from '../../../src/checks/chance.ts';

const quarter = (steps: number) => Array.from({ length: steps }, () => 1 / 4);

test.each([
  ['all of three steps, each one in four', 3, quarter(3), 1 / 64],
  ['at least one of two', 1, quarter(2), 1 - (3 / 4) ** 2],
  ['two of three with chances of their own', 2, [0.5, 0.25, 0.1], 0.5 * 0.25 * 0.9 + 0.5 * 0.75 * 0.1 + 0.5 * 0.25 * 0.1 + 0.5 * 0.25 * 0.1],
  ['none', 0, quarter(4), 1],
  ['more than there are', 5, quarter(4), 0],
])('the chance of %s', (_, count, chances, expected) => {
  expect(chanceOfAtLeast(count, chances)).toBeCloseTo(expected, 12);
});

test('the chance of more is never above that of fewer, and agrees with counting every outcome', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }), (chances) => {
      const exact = Array.from({ length: chances.length + 2 }, () => 0);
      for (let outcome = 0; outcome < 2 ** chances.length; outcome += 1) {
        const happened = chances.map((_, index) => (outcome >> index) % 2 === 1);
        const many = happened.filter(Boolean).length;
        exact[many] = (exact[many] ?? 0) + chances.reduce((product, chance, index) => product * (happened[index] ? chance : 1 - chance), 1);
      }
      for (let count = 0; count <= chances.length + 1; count += 1) {
        expect(chanceOfAtLeast(count, chances)).toBeCloseTo(exact.slice(count).reduce((sum, each) => sum + each, 0), 9);
      }
    }),
  );
});
