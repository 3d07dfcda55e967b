import { describe, expect, test } from 'vitest';
import { encodeProgress } from '../../../../src/tracking/progress-code.ts';
import { StrictLms } from '../../../peers/scorm-strict.ts';
import { COURSE, HELP, VISIT } from '../sample-course.ts';
import { answer, answerWell, meetWell, readValues, visit, visitBadly, visitWell } from '../scorm/visit.ts';

const STATUS = 'cmi.core.lesson_status';
const interactionsOf = ({ values }: StrictLms) => {
  const count = Number(values.get('cmi.interactions._count'));
  return Array.from({ length: count }, (_, index) => Object.fromEntries([...values].flatMap(([element, value]) => (element.startsWith(`cmi.interactions.${index}.`) ? [[element.replace(`cmi.interactions.${index}.`, ''), value]] : []))));
};

describe('status and score', () => {
  test('are passed, with the score out of a hundred', async () => {
    const lms = new StrictLms('1.2');
    const { do: act } = await visit(lms);
    await act(...visitWell());
    expect(lms.saved).toMatchObject({ [STATUS]: 'incomplete', 'cmi.core.score.raw': '' });
    await act(answer(true, true, false));
    expect(lms.saved).toMatchObject({ [STATUS]: 'passed', 'cmi.core.score.raw': '74', 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' });
  });

  test('are failed with an unsafe choice on the last route, and passed once it is made good', async () => {
    const lms = new StrictLms('1.2');
    const { do: act } = await visit(lms);
    await act(...visitBadly(), answerWell());
    expect(lms.saved).toMatchObject({ [STATUS]: 'failed', 'cmi.core.score.raw': '75' });
    await act(...visitWell());
    expect(lms.saved).toMatchObject({ [STATUS]: 'passed', 'cmi.core.score.raw': '94' });
  });

  test('of a failure above the LMS’s mastery score have no score, because the LMS would make a pass of it', async () => {
    const lms = new StrictLms('1.2', { kept: { 'cmi.student_data.mastery_score': '70' } });
    const { do: act, connection } = await visit(lms);
    await act(...visitBadly(), answerWell());
    await connection.exit?.();
    expect(lms.saved).toMatchObject({ [STATUS]: 'failed', 'cmi.core.score.raw': '' });
  });

  test('are completed and no more where there is nothing to pass', async () => {
    const lms = new StrictLms('1.2');
    const { do: act } = await visit(lms, { ...COURSE, modules: COURSE.modules.slice(2), scenarios: [] });
    await act(readValues());
    expect(lms.saved).toMatchObject({ [STATUS]: 'completed', 'cmi.core.score.raw': '' });
  });

  test('of a whole framework have the mean of its modules, once all are completed', async () => {
    const lms = new StrictLms('1.2');
    const { do: act } = await visit(lms, COURSE);
    await act(...visitWell(), answerWell(), ...meetWell());
    expect(lms.saved).toMatchObject({ [STATUS]: 'incomplete', 'cmi.core.score.raw': '' });
    await act(readValues());
    expect(lms.saved).toMatchObject({ [STATUS]: 'passed', 'cmi.core.score.raw': '93.25' });
  });

  test('are told in every session, because an LMS completes a session that told none', async () => {
    const lms = new StrictLms('1.2');
    const first = await visit(lms);
    first.page.fire('pagehide');
    const next = lms.nextSession();
    const { page } = await visit(next);
    page.fire('pagehide');
    expect(next.saved[STATUS]).toBe('incomplete');
  });

  test.each([['70', 0.7], ['0', 0], ['66.67', 0.6667], ['', undefined], [' ', undefined], ['high', undefined], ['170', undefined], ['-1', undefined]])('a mastery score of “%s” counts as %s', async (written, score) => {
    const { record } = await visit(new StrictLms('1.2', { kept: { 'cmi.student_data.mastery_score': written } }));
    expect(record.masteryScore).toBe(score);
  });
});

describe('interactions', () => {
  test('tell of each decision and each answer in the words of SCORM 1.2', async () => {
    const lms = new StrictLms('1.2');
    const { do: act } = await visit(lms);
    await act(...visitWell(), answer(true, false, true));
    const time = expect.stringMatching(/^\d\d:\d\d:\d\d$/) as string;
    expect(interactionsOf(lms)).toEqual([
      { id: 'visit.friday', time, type: 'choice', 'correct_responses.0.pattern': 'ring-and-say-so', 'correct_responses._count': '1', student_response: 'ring-and-say-so', result: 'correct' },
      { id: 'visit.at-the-door', time, type: 'choice', 'correct_responses._count': '0', student_response: 'say-sorry', result: 'neutral' },
      { id: 'standards.timely-help.check.which', time, type: 'choice', 'correct_responses.0.pattern': 'timely-help-1', 'correct_responses._count': '1', student_response: 'timely-help-1', result: 'correct' },
      { id: 'standards.timely-help.check.pairs', time, type: 'matching', 'correct_responses.0.pattern': 'timely-help-1.timely-help,plans-1.plans', 'correct_responses._count': '1', student_response: 'timely-help-1.plans,plans-1.plans', result: 'wrong' },
      { id: 'standards.timely-help.check.order', time, type: 'sequencing', 'correct_responses.0.pattern': 'ask,listen,write', 'correct_responses._count': '1', student_response: 'ask,listen,write', result: 'correct' },
    ]);
  });

  test('are brought up to date when a scenario is done again, and go on after those of earlier sessions', async () => {
    const lms = new StrictLms('1.2');
    const { do: act, page } = await visit(lms);
    await act(...visitWell(), ...visitBadly());
    expect(interactionsOf(lms)).toMatchObject([{ id: 'visit.friday', student_response: 'leave-it', result: 'wrong' }, { id: 'visit.at-the-door' }]);
    page.fire('pagehide');
    const next = lms.nextSession();
    await (await visit(next)).do(...visitBadly());
    expect(interactionsOf(next).map(({ id }) => id)).toEqual(['visit.friday', 'visit.at-the-door', 'visit.friday']);
    expect(next.refused).toEqual([]);
  });

  test('name choices by letters where their ids are too long for the data model', async () => {
    const long = (start: string, index: number) => `${start}-${'long'.repeat(18)}-${index}`;
    const rows = [1, 2, 3].map((index) => ({ id: long('row', index), text: 'Row' }));
    const choices = [1, 2].map((index) => ({ id: long('choice', index), text: 'Choice' }));
    const pairs = (...places: number[]) => rows.map(({ id }, index) => `${id}[.]${choices[places[index] ?? 0]?.id ?? ''}`).join('[,]');
    const course = { ...COURSE, modules: [{ ...HELP, check: [{ id: 'pairs', question: 'Which?', form: 'match' as const, rows, choices, correct: pairs(0, 1, 0) }] }], scenarios: [VISIT] };
    const lms = new StrictLms('1.2');
    await (await visit(lms, course)).do({ type: 'check-submitted', attempt: 'x', module: HELP.module, edition: 'e', answers: [{ item: 'pairs', response: pairs(0, 1, 1), correct: false }] });
    expect(interactionsOf(lms)).toMatchObject([{ type: 'matching', 'correct_responses.0.pattern': 'a.a,b.b,c.a', student_response: 'a.a,b.b,c.b', result: 'wrong' }]);
    expect(lms.refused).toEqual([]);
  });
});

test('a text that the LMS could only cut off is not sent: half of it would be worth nothing', async () => {
  const many = Array.from({ length: 95 }, (_, index) => ({ ...VISIT, id: `visit-${index}` }));
  const course = { ...COURSE, modules: [{ ...HELP, requirements: { ...HELP.requirements, scenarios: many.map(({ id, edition }) => ({ id, edition })) } }], scenarios: many };
  const lms = new StrictLms('1.2');
  const { do: act, record } = await visit(lms, course);
  for (const { id, edition } of many) {
    for (const attempt of ['one', 'two']) await record.append({ type: 'scenario-started', attempt: `${attempt}-${id}`, scenario: id, edition, seed: 4_000_000_000 });
    await record.append({ type: 'scenario-ended', attempt: `one-${id}`, scenario: id, ending: 'trust-kept', edition, route: Array.from({ length: 12 }, () => ({ step: 'friday', option: 'leave-it', judgement: 'unsafe' as const })) });
    await record.append({ type: 'scenario-started', attempt: `three-${id}`, scenario: id, edition, seed: 4_000_000_000 });
  }
  await act(answerWell());
  expect(encodeProgress(await record.readAll(), course).length).toBeGreaterThan(4_096);
  expect(lms.refused).toEqual([]);
  expect(lms.saved['cmi.suspend_data']?.length).toBeLessThanOrEqual(4_096);
  expect(lms.saved[STATUS]).toBe('failed');
});
