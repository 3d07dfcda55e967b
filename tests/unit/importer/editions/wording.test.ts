import { expect, test } from 'vitest';
import { readWording, WordWeights } from '../../../../src/importer/editions/wording.ts';

const stemsOf = (text: string) => [...readWording(text).counts.keys()];

test.each([
  ['plan plans planned planning'],
  ['note notes'],
  ['family families'],
  ['record records recorded recording'],
  ['make makes making'],
])('the forms of one word come out alike: %s', (words) => {
  expect(stemsOf(words)).toHaveLength(1);
});

test('words that only look alike stay apart', () => {
  expect(stemsOf('note not')).toHaveLength(2);
  expect(stemsOf('need news')).toHaveLength(2);
});

test('case, punctuation, quotation marks and spaces make no difference', () => {
  expect(readWording('The child’s  “voice”, first.').key).toBe(readWording("THE CHILD'S 'voice' first").key);
});

test('rare words say more of which statement it is than words that all have', () => {
  const [one, rare, common] = ['We will visit every Friday afternoon.', 'Nobody leaves before Friday afternoon.', 'We will visit every school.'].map(readWording);
  const others = ['We will visit grandparents.', 'We will visit nurseries.', 'We will visit every ward.'].map(readWording);
  if (!one || !rare || !common) throw new Error('Three texts were read');
  const weights = new WordWeights([one, rare, common, ...others]);
  expect(weights.likenessOf(one, rare)).toBeGreaterThan(weights.likenessOf(one, common));
});

test('a text without words is like nothing', () => {
  const nothing = readWording('…');
  expect(new WordWeights([nothing]).likenessOf(nothing, nothing)).toBe(0);
});
