/** How sure a learner is of a choice, said before its outcome is seen. It counts towards nothing. */
export const CONFIDENCES = ['not-sure', 'fairly-sure', 'very-sure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What learners read. */
export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = { 'not-sure': 'Not sure', 'fairly-sure': 'Fairly sure', 'very-sure': 'Very sure' };

export const isConfidence = (value: unknown): value is Confidence => CONFIDENCES.some((known) => known === value);
