import { describe, expect, test } from 'vitest';
import { createTermFinder, toWords } from '../../../src/importer/find-terms.ts';

const find = (terms: readonly (readonly string[])[], text: string) => createTermFinder(terms)(toWords(text)).map(({ list, length }) => `${list}:${length}`);

describe('terms', () => {
  test.each([
    ['a word is found whole, whatever its case and the marks around it', 'plan', 'The PLAN, again.', true],
    ['a word is not found in another', 'plan', 'We are planning planes.', false],
    ['a star stands for any ending', 'listen*', 'Listening comes first', true],
    ['a star stands for no ending too', 'listen*', 'We listen', true],
    ['a star stands for the ending of any word of a phrase', 'work* alongside', 'We worked alongside her', true],
    ['a lone star stands for one word', 'within * days', 'We ring within five days', true],
    ['a lone star stands for a word, not for none', 'within * days', 'within days', false],
    ['a phrase is found in its order only', 'own words', 'words of their own', false],
    ['a phrase does not run past the end', 'own words', 'their own', false],
    ['hyphens and spaces are the same', 'child-centred', 'a child centred plan', true],
    ['apostrophes of any kind are dropped', 'child\'s view*', 'the child’s views', true],
    ['accents are dropped', 'cafe', 'at the café', true],
    ['marks in a term are no pattern', 'a.c', 'abc', false],
  ])('%s', (_, term, text, isFound) => {
    expect(find([[term]], text).length > 0).toBe(isFound);
  });
});

test('a term that comes twice, or is written twice, counts once', () => {
  expect(find([['one-stop', 'one stop']], 'One stop, one stop')).toEqual(['0:2']);
});

test('where terms overlap the longest one counts, whichever list it is of', () => {
  expect(find([['culture'], ['blame culture']], 'A blame culture')).toEqual(['1:2']);
  expect(find([['culture'], ['blame culture']], 'A blame culture harms the culture of a home')).toEqual(['1:2', '0:1']);
});

test('terms of the same length both count', () => {
  expect(find([['patience'], ['patien*']], 'With patience')).toHaveLength(2);
});

test('a text without words has no terms', () => {
  expect(find([['a']], ' … ')).toEqual([]);
  expect(toWords(' … ')).toEqual([]);
});

test('a text of one endless word, or of one term again and again, takes no longer than its length asks', () => {
  const findTerms = createTermFinder([['listen*', 'listen to child*', 'to child*']]);
  const started = performance.now();
  expect(findTerms(['x'.repeat(300_000), 'listening'])).toHaveLength(1);
  expect(findTerms(Array.from({ length: 60_000 }, (_, at) => ['listen', 'to', 'children'][at % 3] ?? ''))).toEqual([{ list: 0, length: 3 }]);
  expect(performance.now() - started).toBeLessThan(5_000);
});
