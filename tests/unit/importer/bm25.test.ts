import { expect, test } from 'vitest';
import { createBm25 } from '../../../src/importer/bm25.ts';

const split = (text: string) => text.split(' ');

test('the score is the formula’s', () => {
  const score = createBm25([split('a b'), split('a c')]);
  expect(score(['b'])[0]).toBeCloseTo(Math.log(1 + 1.5 / 1.5), 10);
  expect(score(['a'])).toEqual([score(['a'])[1], score(['a'])[0]]);
});

test('a rare word tells more than a common one, and a word of no document nothing', () => {
  const [first] = createBm25([split('a b'), split('a c'), split('a d')])(['b']);
  const [second] = createBm25([split('a b'), split('a c'), split('a d')])(['a']);
  expect(first).toBeGreaterThan(second ?? 0);
  expect(createBm25([split('a b'), split('a c')])(['x'])).toEqual([0, 0]);
});

test('a word that a document repeats adds less each time, and a long document is held back', () => {
  const [once, twice, thrice] = createBm25([split('a x x'), split('a a x'), split('a a a'), split('y y y')])(['a']) as [number, number, number];
  expect(twice - once).toBeGreaterThan(thrice - twice);
  const [short, long] = createBm25([split('a b'), split('a b c d e f g h')])(['a']) as [number, number];
  expect(short).toBeGreaterThan(long);
});

test('a word that the query repeats counts once', () => {
  const score = createBm25([split('a b'), split('c d')]);
  expect(score(['a', 'a'])).toEqual(score(['a']));
});

test('no documents and no words give no scores', () => {
  expect(createBm25([])(['a'])).toEqual([]);
  expect(createBm25([split('a')])([])).toEqual([0]);
});
