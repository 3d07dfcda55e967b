import { describe, expect, test } from 'vitest';
import { BLAMING_TERMS } from '../../../src/checks/word-lists/blaming-terms.ts';
import { withoutQuotations } from '../../../src/checks/quoted-words.ts';

const find = (text: string) => BLAMING_TERMS.flatMap(({ pattern }) => pattern.exec(text)?.[0] ?? []);

describe('wording that blames is found', () => {
  test.each([
    'an avoidant mum', 'She has failed to engage.', 'non-engagement', 'He disengaged again.', 'hard-to-reach families', 'disguised compliance', 'failure to protect', 'choosing violent partners', 'a lifestyle choice',
    'risk-taking behaviour', 'She is streetwise.', 'We will escalate', 'your last chance', 'We won the case.', 'open for monitoring', 'keeping an eye on it', 'to build a case', 'He is in denial.', 'She lacks insight.',
    'these families', 'that estate', 'to rescue Dylan', 'We saved him from harm.', 'You are a hero.', 'an alcoholic', 'drug users', 'a chaotic home', 'attention-seeking', 'He is naughty.', 'too young to say',
    'failed to keep him safe', 'who failed to keep her son and daughter safe', 'unable to keep them safe', 'failure to safeguard', 'He is manipulating them.', 'He is manipulative.', 'She manipulates staff.', 'chose to stay with a violent man', 'chooses to stay with him', 'decided to go back to the man', 'chose to stay in the relationship', 'picks abusive men', 'She chose Craig over her children.', 'a poor choice of partner',
    'She refuses to engage.', 'He refused to engage.', 'hard to engage', 'reluctant to engage', 'They have never engaged.', "She hasn't engaged.", 'poor engagement', 'poor parenting', 'a problem child', 'a broken home', 'an attention-seeker', 'attention seekers', 'He only wants attention.', 'acting out for attention',
    'putting himself in danger', 'puts herself at risk', 'placing themselves in harm’s way', 'puts herself in risky situations', 'risky behaviour', 'makes poor choices', 'made another bad decision', 'Her insight is limited.', 'limited insight', 'shows little insight', 'lacks any insight',
    'a toxic mix of drink and rows', 'a toxic home', 'Be her hero.', 'this is her last chance', 'a last chance to engage', 'the final warning', 'a naughty boy', 'We lost the case in court.',
  ])('%s', (text) => expect(find(text)).toHaveLength(1));
});

describe('ordinary wording is left alone', () => {
  test.each([
    'The washing machine failed. They engage well.', 'a superhero cape', 'her rescue dog', 'She saved her seat for you.', 'He is addicted to crisps.', 'an alcoholic drink', 'She chose to stay for tea.',
    'Prove it to yourself.', 'the estate agent', 'He has the chance to rest.', 'This is no failure.', 'the unavoidable',
    'a toxic mix of bleach and paint', 'The fumes are toxic.', 'toxic to dogs', 'He is her hero.', 'the hero of the story', 'the naughty elf', 'the naughty step', 'the last chance for a goal', 'the last chance to see his dad', 'the final warning light', 'They lost the case of her violin.', 'We lost the case on the train.', 'keeping an eye on the oven',
    'We failed to keep him safe.', 'the service failed to protect her', 'He is being manipulated by older men.', 'The men manipulate him.', 'manipulating clay', 'Kai chose to stay with the carers.', 'She chose to live with her aunt.', 'not engaged to be married', 'The drawing gives little insight into his day.', 'her own insight', 'He needs attention from a doctor.', 'She pays attention.', 'We made a bad decision.', 'a poor choice of words',
    'She put her son in the car.', 'good parenting', 'a problem with the meter',
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
