import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JUDGEMENTS } from '../../../src/course/judgement.ts';
import { scoreAnswers } from '../../../src/course/scoring.ts';

fc.configureGlobal({ ...(process.env.FC_SEED && { seed: Number(process.env.FC_SEED) }) });

test.each([
  [['strong'], [], 1],
  [['unsafe'], [], 0],
  [['strong', 'acceptable', 'weak', 'unsafe'], [], 0.5],
  [['acceptable', 'acceptable'], [true], 0.8],
  [[], [false, false], 0],
  [[], [true, false, false], 0.3333],
] as const)('decisions %j and answers %j score %d', (decisions, correct, expected) => {
  expect(scoreAnswers(decisions, correct)).toBe(expected);
});

test('nothing answered is no score, which is not the same as 0', () => {
  expect(scoreAnswers([], [])).toBeUndefined();
});

test('a score halfway between two of four decimals is rounded up', () => {
  const decisions = [...Array<'strong'>(9).fill('strong'), ...Array<'acceptable'>(3).fill('acceptable'), ...Array<'unsafe'>(4).fill('unsafe')];
  expect(scoreAnswers(decisions, [])).toBe(0.6938); // 11.1 / 16 = 0.69375
});

test('the order of answers does not move the score', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...JUDGEMENTS), { minLength: 1, maxLength: 40 }), fc.array(fc.boolean()), (decisions, correct) => {
      expect(scoreAnswers([...decisions].reverse(), [...correct].reverse())).toBe(scoreAnswers(decisions, correct));
      expect(scoreAnswers([...decisions].sort(), [...correct].sort())).toBe(scoreAnswers(decisions, correct));
    }),
  );
});
