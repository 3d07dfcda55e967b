import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotePart } from '../../../src/generator/exact-words.ts';

const seed = process.env.FC_SEED === undefined ? undefined : Number(process.env.FC_SEED);

test.each([
  ['a sentence without "We will"', 'We will make contact if we need to alter any arrangements.', 'make contact if we need to alter any arrangements'],
  ['the first sentence that is short enough', 'We always listen with the intention to understand. And so on.', 'We always listen with the intention to understand'],
  ['a beginning that ends at a mark', 'The safety and wellbeing of the child is paramount; all our judgements and decisions in every part of the service reflect this at all times', 'The safety and wellbeing of the child is paramount'],
  ['a beginning that does not stop inside a list', 'We will ask what is happening and act quickly on feedback from our children, young people and families so that nobody who knows the child is left out of what we then decide', 'ask what is happening and act quickly on feedback from our children, young people and families'],
  ['the whole where a beginning would mean nothing', 'When we agree to undertake a task for somebody, we will take responsibility for completing it to the best of our abilities', 'When we agree to undertake a task for somebody, we will take responsibility for completing it to the best of our abilities'],
  ['"not" with its "should"', 'We should not require people to prove anything.', 'We should not require people to prove anything'],
  ['quotation marks with both halves', 'We work ‘with’ not ‘to.’', 'We work ‘with’ not ‘to.’'],
])('quotes %s', (_, statement, expected) => {
  expect(quotePart(statement)).toBe(expected);
});

test.each(['Yes.', 'Be kind', `We will ${'and on '.repeat(60)}`, 'x'.repeat(500)])('finds nothing to quote in %j', (statement) => {
  expect(quotePart(statement)).toBeUndefined();
});

test('whatever it quotes stands in the statement, letter for letter', () => {
  const word = fc.oneof(fc.constantFrom('We', 'will', 'and', 'so', 'children,', 'plan.', '‘with’', '"a', 'b"', '(c', 'd)', '–', 'if;'), fc.string());
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const statement = words.join(' ').replace(/\s+/g, ' ');
      const part = quotePart(statement);
      if (part !== undefined) expect(statement).toContain(part);
    }),
    { numRuns: 1_000, ...(seed !== undefined && { seed }) },
  );
});
