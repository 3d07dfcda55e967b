/** How good a choice is. Choices are judged, not right or wrong: several can be defensible. */
export const JUDGEMENTS = ['strong', 'acceptable', 'weak', 'unsafe'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** What each judgement counts towards the score (completion contract, design §5). */
export const JUDGEMENT_WEIGHTS: Readonly<Record<Judgement, number>> = { strong: 1, acceptable: 0.7, weak: 0.3, unsafe: 0 };

/** What learners read. */
export const JUDGEMENT_LABELS: Readonly<Record<Judgement, string>> = {
  strong: 'Strong practice',
  acceptable: 'Acceptable',
  weak: 'Could be stronger',
  unsafe: 'Not safe',
};
