import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWithRetext } from '../../../../src/checks/language/read-with-retext.ts';
import { mayMisuseArticle, mayRepeatWord } from '../../../../src/checks/language/slips.ts';

const WORDS = ['the', 'The', 'a', 'an', 'A', 'An', "isn't", 'self-help', 'hour', 'honest', 'house', 'user', 'one', 'one-off', 'European', 'ewe', 'apple', 'umbrella', 'MP', 'MA', 'FBI', 'x-ray', 'f', 'sms', 'SUV', '8-year-old', '11', '18', 'UK', 'herb', 'IOU', 'use', 'unit', 'heir', 'café', '“no', 'no”', '(the', 'the)', 'the.', '—the', 'word—the', '9.30'];

const texts = fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', '  ', '\n', '. ', ', ')), { maxLength: 12 }).map((parts) => parts.flat().join(''));

describe('the quick passes let through all that retext stops at', () => {
  test('repeated words', () => {
    fc.assert(fc.property(texts, (text) => mayRepeatWord(text) || readWithRetext(text, 'repeated-words').length === 0), { numRuns: 2_000 });
  });

  test('articles', () => {
    fc.assert(fc.property(texts, (text) => mayMisuseArticle(text) || readWithRetext(text, 'indefinite-article').length === 0), { numRuns: 2_000 });
    const pairs = fc.tuple(fc.constantFrom('a', 'an', 'A', 'An'), fc.stringMatching(/^[a-zA-Z0-9]{1,4}$/)).map(([article, word]) => `It is ${article.toLowerCase()} ${word} there. ${article} ${word} is there.`);
    fc.assert(fc.property(pairs, (text) => mayMisuseArticle(text) || readWithRetext(text, 'indefinite-article').length === 0), { numRuns: 5_000 });
  });
});

test('they stop at nothing in an ordinary text', () => {
  const text = 'Hannah has a boy of six and an aunt. A friend has an hour. He had a house with a small stair. The theme then is an honest one.';
  expect(mayRepeatWord(text)).toBe(false);
  expect(mayMisuseArticle(text)).toBe(false);
});
