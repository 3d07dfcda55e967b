import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, findNearest, suggest } from '../../../src/checks/nearest.ts';

const seed = process.env['FC_SEED'];
const parameters = seed === undefined ? {} : { seed: Number(seed) };
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), maxLength: 8 });

describe('editDistance', () => {
  test.each([
    ['kept', 'kept', 0],
    ['kpet', 'kept', 1],
    ['kep', 'kept', 1],
    ['kapt', 'kept', 1],
    ['', 'kept', 4],
    ['door', 'kept', 4],
  ])('%s is as far from %s as %i', (from, to, distance) => expect(editDistance(from, to)).toBe(distance));

  test('is the same both ways, and 0 only between equals', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
      parameters,
    );
  });
});

test('the nearest candidate is found, and none where all are far', () => {
  expect(findNearest('the-quite-boy', ['the-late-visit', 'the-quiet-boy'])).toBe('the-quiet-boy');
  expect(findNearest('weather', ['the-late-visit', 'the-quiet-boy'])).toBeUndefined();
});

test('a hint names the nearest, or the first few, or what to do', () => {
  expect(suggest('kpet', ['kept', 'lost'], 'Write an ending.')).toBe('Did you mean "kept"?');
  expect(suggest('weather', ['kept', 'lost'], 'Write an ending.')).toBe('Write an ending. There are: kept, lost.');
  expect(suggest('weather', ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1', 'h1', 'i1', 'j1'], 'Write an ending.')).toBe('Write an ending. There are: a1, b1, c1, d1, e1, f1, g1, h1 and 2 more.');
  expect(suggest('weather', [], 'Write an ending.')).toBe('Write an ending.');
});
