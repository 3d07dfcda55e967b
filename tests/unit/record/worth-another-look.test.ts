import { expect, test } from 'vitest';
import type { Confidence } from '../../../src/course/confidence.ts';
import type { Judgement } from '../../../src/course/judgement.ts';
import type { LearnerEventInput } from '../../../src/record/learner-event.ts';
import { projectScenario } from '../../../src/record/scenario-progress.ts';
import { listSureAndWeak } from '../../../src/record/worth-another-look.ts';
import { eventsOf, minute } from './events-of.ts';

const choose = (scenario: string, judgement: Judgement, confidence?: Confidence, attempt = scenario): LearnerEventInput => ({ type: 'option-chosen', attempt, scenario, step: 'friday', option: `a-${judgement}-one`, judgement, next: 'end', ...(confidence && { confidence }) });
const end = (scenario: string, judgement: Judgement, confidence?: Confidence, attempt = scenario): LearnerEventInput => ({ type: 'scenario-ended', attempt, scenario, ending: 'end', edition: 'e1', route: [{ step: 'friday', option: `a-${judgement}-one`, judgement, ...(confidence && { confidence }) }] });
const play = (scenario: string, judgement: Judgement, confidence?: Confidence, attempt = scenario): LearnerEventInput[] => [choose(scenario, judgement, confidence, attempt), end(scenario, judgement, confidence, attempt)];

test('how sure a learner was stays with the choice when an attempt is taken up again', () => {
  expect(projectScenario(eventsOf(choose('visit', 'weak', 'very-sure')), 'visit').unfinished?.route).toEqual([{ step: 'friday', option: 'a-weak-one', judgement: 'weak', confidence: 'very-sure' }]);
  expect(projectScenario(eventsOf(choose('visit', 'weak')), 'visit').unfinished?.route[0]).not.toHaveProperty('confidence');
});

test('a choice made very sure that was weak or unsafe is worth another look, the latest first', () => {
  const events = eventsOf(...play('visit', 'weak', 'very-sure'), ...play('phone', 'unsafe', 'very-sure'));
  expect(listSureAndWeak(events)).toEqual([
    { scenario: 'phone', decision: expect.objectContaining({ judgement: 'unsafe' }), at: minute(3) },
    { scenario: 'visit', decision: expect.objectContaining({ judgement: 'weak' }), at: minute(1) },
  ]);
});

test.each<[string, LearnerEventInput[]]>([
  ['a good choice', play('visit', 'strong', 'very-sure')],
  ['an acceptable one', play('visit', 'acceptable', 'very-sure')],
  ['one of which the learner was not very sure', [...play('visit', 'weak', 'fairly-sure'), ...play('phone', 'unsafe', 'not-sure')]],
  ['one of which the learner said nothing', play('visit', 'weak')],
  ['a scenario that is not finished', [choose('visit', 'weak', 'very-sure')]],
  ['one that was done better since', [...play('visit', 'weak', 'very-sure', 'first'), ...play('visit', 'strong', 'very-sure', 'second')]],
])('%s is not', (_, inputs) => {
  expect(listSureAndWeak(eventsOf(...inputs))).toEqual([]);
});
