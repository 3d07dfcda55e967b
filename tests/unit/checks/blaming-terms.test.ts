import { describe, expect, test } from 'vitest';
import { BLAMING_TERMS } from '../../../src/checks/blaming-terms.ts';
import { withoutQuotations } from '../../../src/checks/quoted-words.ts';

const find = (text: string) => BLAMING_TERMS.flatMap(({ pattern }) => pattern.exec(text)?.[0] ?? []);

describe('wording that blames is found', () => {
  test.each([
    'an avoidant mum', 'She has failed to engage.', 'non-engagement', 'He disengaged again.', 'hard-to-reach families', 'disguised compliance', 'failure to protect', 'choosing violent partners', 'a lifestyle choice',
    'risk-taking behaviour', 'She is streetwise.', 'We will escalate', 'your last chance', 'We won the case.', 'open for monitoring', 'keeping an eye on it', 'to build a case', 'He is in denial.', 'She lacks insight.',
    'these families', 'that estate', 'to rescue Dylan', 'We saved him from harm.', 'You are a hero.', 'an alcoholic', 'drug users', 'a chaotic home', 'attention-seeking', 'He is naughty.', 'too young to say',
  ])('%s', (text) => expect(find(text)).toHaveLength(1));
});

describe('ordinary wording is left alone', () => {
  test.each([
    'The washing machine failed. They engage well.', 'a superhero cape', 'her rescue dog', 'She saved her seat for you.', 'He is addicted to crisps.', 'an alcoholic drink', 'She chose to stay for tea.',
    'Prove it to yourself.', 'the estate agent', 'He has the chance to rest.', 'This is no failure.', 'the unavoidable',
  ])('%s', (text) => expect(find(text)).toEqual([]));
});

describe('quotations', () => {
  const blank = (text: string) => withoutQuotations(text, () => true);

  test('in any marks are blanked, at the same length', () => {
    for (const text of ['He said “no, never” and left.', 'He said "no, never" and left.', 'He said ‘no, never’ and left.', "He said 'no, never' and left."]) {
      expect(blank(text)).toBe(`He said ${' '.repeat(11)} and left.`);
    }
  });

  test('an apostrophe opens and closes nothing', () => {
    for (const text of ["Dylan's mum isn't in denial, and it's fine.", 'Dylan’s mum isn’t in denial, and it’s fine.']) expect(blank(text)).toBe(text);
    expect(blank("He said, 'I don't know,' and left.")).toBe(`He said, ${' '.repeat(15)} and left.`);
  });

  test('are kept where they are not spared', () => {
    expect(withoutQuotations('“yes” and “no”', (words) => words === 'no')).toBe('“yes” and     ');
  });
});
