import type { LearnerEvent, LearnerEventInput } from '../../../src/record/learner-event.ts';

/** A UUID that is easy to tell from others: `uuid(7)` ends in 7. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Minute `number` of the day on which the learner of these tests learns. */
export const minute = (number: number): string => new Date(Date.UTC(2026, 2, 2, 9, number)).toISOString();

/** Stamps what a learner did, one thing a minute. */
export const eventsOf = (...inputs: LearnerEventInput[]): LearnerEvent[] => inputs.map((input, index) => ({ version: 1, id: uuid(index), at: minute(index), session: uuid(999), ...input }));

export const startVisit = (attempt = 'first', module?: string): LearnerEventInput => ({ type: 'scenario-started', attempt, scenario: 'visit', edition: 'e1', seed: 7, ...(module !== undefined && { module }) });

export const ringAndSaySo = (attempt = 'first'): LearnerEventInput => ({ type: 'option-chosen', attempt, scenario: 'visit', step: 'friday', option: 'ring-and-say-so', judgement: 'strong', next: 'at-the-door' });

export const leaveIt = (attempt = 'first'): LearnerEventInput => ({ type: 'option-chosen', attempt, scenario: 'visit', step: 'friday', option: 'leave-it', judgement: 'unsafe', next: 'nobody-came' });

export const saySorry = (attempt = 'first'): LearnerEventInput => ({ type: 'option-chosen', attempt, scenario: 'visit', step: 'at-the-door', option: 'say-sorry', judgement: 'acceptable', next: 'trust-kept' });

export const endVisitWell = (attempt = 'first'): LearnerEventInput => ({
  type: 'scenario-ended',
  attempt,
  scenario: 'visit',
  ending: 'trust-kept',
  edition: 'e1',
  route: [
    { step: 'friday', option: 'ring-and-say-so', judgement: 'strong' },
    { step: 'at-the-door', option: 'say-sorry', judgement: 'acceptable' },
  ],
});

export const endVisitBadly = (attempt = 'first'): LearnerEventInput => ({ type: 'scenario-ended', attempt, scenario: 'visit', ending: 'nobody-came', edition: 'e1', route: [{ step: 'friday', option: 'leave-it', judgement: 'unsafe' }] });

export const submitCheck = (module: string, ...marks: (0 | 1)[]): LearnerEventInput => ({ type: 'check-submitted', attempt: 'check', module, edition: 'c1', answers: marks.map((mark, index) => ({ item: `item-${index}`, response: 'timely-help-1', correct: mark === 1 })) });
