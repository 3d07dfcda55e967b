import { describe, expect, test } from 'vitest';
import type { LearnerEventInput } from '../../../../src/record/learner-event.ts';
import { encloseStatements } from '../../../../src/tracking/lrs/enclose-statements.ts';
import { endVisitBadly, endVisitWell, eventsOf, leaveIt, minute, ringAndSaySo, saySorry, startVisit } from '../../record/events-of.ts';
import { COURSE, HELP, VISIT } from '../sample-course.ts';
import { statementsOf, verbOf } from './statements-of.ts';

const BASE = COURSE.iriBase;
const EXTENSIONS = `${BASE}/profile/extensions`;
const tell = (...inputs: LearnerEventInput[]) => statementsOf(eventsOf(...inputs));
const last = (...inputs: LearnerEventInput[]) => tell(...inputs).at(-1);
const completed = (success: 'passed' | 'failed', score: number): LearnerEventInput => ({ type: 'module-completed', module: HELP.module, success, score, parts: { 'scenario:visit': 'aaaa', statements: 'dddd' } });
const submitted = (...answers: [item: string, response: string, correct: boolean][]): LearnerEventInput => ({ type: 'check-submitted', attempt: 'second', module: HELP.module, edition: 'c1', answers: answers.map(([item, response, correct]) => ({ item, response, correct })) });

describe('a module', () => {
  test('is initialized by the first thing that is done in it, and not again', () => {
    const statements = tell(startVisit('first', HELP.module), ringAndSaySo(), { type: 'reflection-saved', module: HELP.module, text: 'I will ring.' });
    expect(statements.map(verbOf)).toEqual(['initialized', 'answered', 'commented']);
    expect(statements[0]).toMatchObject({ object: { id: `${BASE}/standards/timely-help`, definition: { type: 'http://adlnet.gov/expapi/activities/module', name: { 'en-GB': 'Timely help' }, description: { 'en-GB': 'Help early enough to matter.' } } } });
  });

  test('is completed and failed, and after another go only passed', () => {
    const statements = tell(startVisit('first', HELP.module), completed('failed', 0.5), completed('passed', 0.9));
    expect(statements.map(verbOf)).toEqual(['initialized', 'completed', 'failed', 'passed']);
    expect(statements[1]).toMatchObject({ result: { completion: true, duration: 'PT1M', extensions: { [`${EXTENSIONS}/editions`]: { 'scenario:visit': 'aaaa', statements: 'dddd' } } } });
    expect(statements[1]?.result).not.toHaveProperty('score');
    expect(statements[3]).toMatchObject({ result: { success: true, score: { scaled: 0.9 }, duration: 'PT2M' } });
  });

  test('that was failed with no score at all has none, and one failed with 0 has 0', () => {
    expect(tell(completed('failed', 0)).at(-1)?.result?.score).toEqual({ scaled: 0 });
    expect(tell({ type: 'module-completed', module: HELP.module, success: 'failed', parts: {} }).map(({ result }) => result)).toEqual([undefined, { completion: true }, { success: false }]);
  });

  test('is told again of by no device that has the completion from elsewhere', () => {
    expect(tell(completed('passed', 0.9), completed('passed', 1), completed('failed', 0.1)).map(verbOf)).toEqual(['initialized', 'completed', 'passed']);
  });

  test.each([[undefined, 0.7], [0, 0], [0.66666667, 0.6667]])('says with passed which score counts as mastered: the LMS\'s %s makes %s', (masteryScore, said) => {
    const [, , passed] = statementsOf(eventsOf(completed('passed', 0.9)), { ...(masteryScore !== undefined && { masteryScore }) });
    expect(passed?.context?.extensions).toEqual({ 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': said });
  });

  test('with nothing to answer is read, in the edition that was read', () => {
    expect(last({ type: 'module-declared-read', module: 'standards/values', edition: 'f1' })).toMatchObject({ verb: { id: 'http://activitystrea.ms/schema/1.0/read' }, object: { id: `${BASE}/standards/values` }, result: { extensions: { [`${EXTENSIONS}/edition`]: 'f1' } } });
  });
});

describe('a choice', () => {
  const choice = last(startVisit('first', HELP.module), { ...ringAndSaySo(), confidence: 'very-sure' } as LearnerEventInput);

  test('is an answer to a decision with all that one could choose, and every strong option as correct', () => {
    expect(choice).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
      object: {
        id: `${BASE}/scenarios/visit/steps/friday`,
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          interactionType: 'choice',
          correctResponsesPattern: ['ring-and-say-so'],
          choices: [{ id: 'ring-and-say-so', description: { 'en-GB': 'ring-and-say-so, says the worker' } }, { id: 'leave-it' }, { id: 'send-a-text' }],
        },
      },
    });
  });

  test('carries its judgement, how sure the learner was, the attempt and the edition', () => {
    expect(choice?.result).toEqual({
      response: 'ring-and-say-so',
      success: true,
      score: { scaled: 1 },
      duration: 'PT1M',
      extensions: { [`${EXTENSIONS}/judgement`]: 'strong', [`${EXTENSIONS}/confidence`]: 'very-sure', [`${EXTENSIONS}/attempt`]: 'first', [`${EXTENSIONS}/edition`]: 'e1' },
    });
  });

  test.each([[saySorry(), true, 0.7], [leaveIt(), false, 0]])('counts as its judgement does', (input, success, scaled) => {
    expect(last(startVisit(), input)?.result).toMatchObject({ success, score: { scaled } });
  });

  test('is part of its scenario, and of the module on whose page it was made', () => {
    expect(choice?.context?.contextActivities).toMatchObject({ parent: [{ id: `${BASE}/scenarios/visit` }], grouping: [{ id: `${BASE}/standards/timely-help` }, { id: `${BASE}/standards` }] });
    expect(last(startVisit(), ringAndSaySo())?.context?.contextActivities).not.toHaveProperty('grouping');
  });

  test('belongs to its own attempt: another one, begun on another page or in another edition, says nothing of it', () => {
    const told = last(startVisit('first', HELP.module), { type: 'scenario-started', attempt: 'second', scenario: 'visit', edition: 'e2', seed: 1, module: 'standards/plans' }, ringAndSaySo('first'));
    expect(told?.result?.extensions).toMatchObject({ [`${EXTENSIONS}/attempt`]: 'first', [`${EXTENSIONS}/edition`]: 'e1' });
    expect(told?.context?.contextActivities?.grouping?.[0]?.id).toBe(`${BASE}/${HELP.module}`);
  });

  test('is described by distinct ids without white space, whatever a page lists', () => {
    const step = { id: 'friday', question: 'What now?', options: ['ring-and-say-so', 'leave it', 'ring-and-say-so', ''].map((id) => ({ id, text: 'Ring', judgement: 'strong' as const, next: 'trust-kept' })) };
    const told = statementsOf(eventsOf(startVisit(), ringAndSaySo()), { course: { ...COURSE, scenarios: [{ ...VISIT, steps: [step] }] } }).at(-1);
    expect(told?.object.definition).toMatchObject({ correctResponsesPattern: ['ring-and-say-so'], choices: [{ id: 'ring-and-say-so' }] });
  });

  test('names acceptable options as correct where none is strong', () => {
    const [step] = VISIT.steps;
    if (!step) throw new Error('The visit has no steps');
    const options = step.options.map((option, index) => ({ ...option, judgement: index < 2 ? ('acceptable' as const) : ('weak' as const) }));
    const course = { ...COURSE, scenarios: [{ ...VISIT, steps: [{ ...step, options }] }] };
    expect(statementsOf(eventsOf(startVisit(), ringAndSaySo()), { course }).at(-1)?.object.definition?.correctResponsesPattern).toEqual(['ring-and-say-so', 'leave-it']);
  });

  test('that this edition does not offer is told without the choices of this edition', () => {
    const told = last(startVisit(), { ...ringAndSaySo(), option: 'ring-tomorrow' } as LearnerEventInput);
    expect(told?.object.definition).toEqual({ type: 'http://adlnet.gov/expapi/activities/cmi.interaction', interactionType: 'choice' });
    expect(told?.result?.response).toBe('ring-tomorrow');
  });
});

describe('a scenario', () => {
  test('is completed at its ending, with the mean of its choices and the time that it took, and is neither passed nor failed', () => {
    const told = last(startVisit('first', HELP.module), ringAndSaySo(), saySorry(), endVisitWell());
    expect(told).toMatchObject({ verb: { id: 'http://adlnet.gov/expapi/verbs/completed' }, object: { id: `${BASE}/scenarios/visit` } });
    expect(told?.result).toEqual({ completion: true, score: { scaled: 0.85 }, duration: 'PT3M', extensions: { [`${EXTENSIONS}/attempt`]: 'first', [`${EXTENSIONS}/edition`]: 'e1', [`${EXTENSIONS}/ending`]: 'trust-kept' } });
    expect(told?.context?.contextActivities).toMatchObject({ parent: [{ id: `${BASE}/standards/timely-help` }], grouping: [{ id: `${BASE}/standards` }] });
  });

  test('that went as badly as can be has the score 0', () => {
    expect(last(endVisitBadly())?.result?.score).toEqual({ scaled: 0 });
  });
});

describe('a knowledge check', () => {
  const told = tell(submitted(['which', 'timely-help-1', true], ['pairs', 'timely-help-1[.]plans[,]plans-1[.]plans', false], ['order', 'ask[,]listen[,]write', true], ['gone', 'x', true])).slice(1);

  test('gives an answer to each question in its own kind of interaction, and then the score of the whole', () => {
    expect(told.map(({ object: { id, definition }, result }) => [id.slice(BASE.length), definition?.interactionType, result?.success])).toEqual([
      ['/standards/timely-help/check/which', 'choice', true],
      ['/standards/timely-help/check/pairs', 'matching', false],
      ['/standards/timely-help/check/order', 'sequencing', true],
      ['/standards/timely-help/check/gone', undefined, true],
      ['/standards/timely-help/check', undefined, undefined],
    ]);
    expect(told.at(-1)?.result).toMatchObject({ completion: true, score: { scaled: 0.75, raw: 3, min: 0, max: 4 } });
  });

  test('has no response where there is none', () => {
    expect(tell(submitted(['which', '', false]))[1]?.result).not.toHaveProperty('response');
  });

  test('describes questions with what could be answered and what is correct', () => {
    expect(told[1]?.object.definition).toMatchObject({ correctResponsesPattern: ['timely-help-1[.]timely-help[,]plans-1[.]plans'], source: [{ id: 'timely-help-1' }, { id: 'plans-1' }], target: [{ id: 'timely-help' }, { id: 'plans' }] });
    expect(told[2]?.object.definition).toMatchObject({ correctResponsesPattern: ['ask[,]listen[,]write'], choices: [{ id: 'listen' }, { id: 'write' }, { id: 'ask' }] });
  });
});

describe('a reflection', () => {
  const written: LearnerEventInput = { type: 'reflection-saved', module: HELP.module, text: 'I \ud83d should have rung.\0' };

  test('is told of without a word of it', () => {
    const [, told] = statementsOf(eventsOf(written));
    expect(told).toMatchObject({ verb: { id: 'http://adlnet.gov/expapi/verbs/commented' }, object: { id: `${BASE}/standards/timely-help/reflection` } });
    expect(JSON.stringify(told)).not.toContain('rung');
  });

  test('is sent as it is where that was chosen, without what databases refuse', () => {
    expect(statementsOf(eventsOf(written), { includeReflections: true })[1]?.result).toEqual({ response: 'I \ufffd should have rung.' });
  });
});

test.each([
  ['frameworks/standards/timely-help/#statement-3', '/standards/timely-help/3', 'practice-statement'],
  ['frameworks/standards/timely-help/#statement-on-time-2', '/standards/on-time/2', 'practice-statement'],
  ['frameworks/standards/timely-help/', '/standards/timely-help', 'module'],
  ['frameworks/standards/', '/standards', 'course'],
  ['scenarios/visit/', '/scenarios/visit', 'simulation'],
  ['good-practice/family-network-meeting/', '/good-practice/family-network-meeting', 'webpage'],
  ['good-practice/tools/#a b', '/good-practice/tools#a%20b', 'webpage'],
  ['https://elsewhere.example/\ud800', '/https%3A/elsewhere.example/%EF%BF%BD', 'webpage'],
])('the portal entry %s was experienced as %s', (entry, path, type) => {
  const told = last({ type: 'entry-read', entry });
  expect(told).toMatchObject({ verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' }, object: { id: `${BASE}${path}` } });
  expect(told?.object.definition?.type).toMatch(new RegExp(`/${type}$`));
});

test('every statement names the profile that describes it', () => {
  const profiles = tell(startVisit('first', HELP.module), ringAndSaySo(), saySorry(), endVisitWell(), submitted(['which', 'x', false]), completed('passed', 0.9)).map(({ context }) => context?.contextActivities?.category?.map(({ id }) => id));
  expect(new Set(profiles.map(String))).toEqual(new Set([`${BASE}/profile/v1`]));
});

test('the ids of statements are those that they had when they were first published', () => {
  const [event] = eventsOf(completed('passed', 0.9));
  if (!event) throw new Error('There is no event');
  expect(event.at).toBe(minute(0));
  expect(encloseStatements(COURSE)(event, []).map(({ id }) => id)).toMatchInlineSnapshot(`
    [
      "1ef8d239-26d6-5192-94fe-89c7a7c578fd",
      "e07809bb-b4ee-5337-8bf6-2688e5a44bf7",
      "b3558bdc-aa56-59dd-9cb0-4f303b9a23b0",
    ]
  `);
});

describe('in a cmi5 launch', () => {
  const launch = { activityId: 'https://lms.example/au/7', module: HELP.module };
  const told = statementsOf(eventsOf(startVisit('first'), ringAndSaySo(), endVisitWell(), submitted(['which', 'x', false]), completed('passed', 0.9)), { launch });

  test('parts go by ids below the launched activity, with the ids that they have for good beside them', () => {
    expect(told.map(({ verb, object }) => `${verbOf({ verb })} ${object.id}`)).toEqual([
      'answered https://lms.example/au/7/scenarios/visit/steps/friday',
      'completed https://lms.example/au/7/scenarios/visit',
      'answered https://lms.example/au/7/check/which',
      'completed https://lms.example/au/7/check',
    ]);
    expect(told[0]?.context?.contextActivities).toMatchObject({
      parent: [{ id: 'https://lms.example/au/7/scenarios/visit' }],
      grouping: [{ id: 'https://lms.example/au/7' }, { id: `${BASE}/standards` }],
      other: [{ id: `${BASE}/scenarios/visit/steps/friday` }, { id: `${BASE}/scenarios/visit` }, { id: `${BASE}/standards/timely-help` }],
    });
  });
});
