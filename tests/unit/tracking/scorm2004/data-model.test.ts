import { describe, expect, test } from 'vitest';
import { StrictLms } from '../../../peers/scorm-strict.ts';
import { COURSE } from '../sample-course.ts';
import { answer, answerBadly, answerWell, beginVisit, readValues, visit, visitBadly, visitWell } from '../scorm/visit.ts';

const completion = 'cmi.completion_status';
const success = 'cmi.success_status';
const interactionsOf = ({ values }: StrictLms) => {
  const count = Number(values.get('cmi.interactions._count'));
  return Array.from({ length: count }, (_, index) => Object.fromEntries([...values].flatMap(([element, value]) => (element.startsWith(`cmi.interactions.${index}.`) ? [[element.replace(`cmi.interactions.${index}.`, ''), value]] : []))));
};

describe('statuses and score', () => {
  test('are told apart: completed and passed, completed and failed, completed and unknown', async () => {
    const told = async (acts: Parameters<Awaited<ReturnType<typeof visit>>['do']>, course?: typeof COURSE) => {
      const lms = new StrictLms('2004');
      await (await visit(lms, course)).do(...acts);
      return lms.saved;
    };
    expect(await told([...visitWell(), answer(true, true, false)])).toMatchObject({ [completion]: 'completed', [success]: 'passed', 'cmi.score.scaled': '0.74', 'cmi.score.raw': '74', 'cmi.score.min': '0', 'cmi.score.max': '100' });
    expect(await told([...visitBadly(), answerBadly()])).toMatchObject({ [completion]: 'completed', [success]: 'failed', 'cmi.score.scaled': '0' });
    const read = await told([readValues()], { ...COURSE, modules: COURSE.modules.slice(2), scenarios: [] });
    expect(read).toMatchObject({ [completion]: 'completed', [success]: 'unknown' });
    expect(read).not.toHaveProperty('cmi.score.scaled');
  });

  test('have a progress that is whole only at the end', async () => {
    const lms = new StrictLms('2004');
    const { do: act, value } = await visit(lms);
    expect(value('cmi.progress_measure')).toBe('0');
    await act(...visitWell());
    expect(value('cmi.progress_measure')).toBe('0.5');
    await act(answerWell());
    expect(value('cmi.progress_measure')).toBe('1');
  });

  test('have no progress before the end where the LMS would complete by it', async () => {
    const { do: act, value } = await visit(new StrictLms('2004', { kept: { 'cmi.completion_threshold': '0.4' } }));
    await act(...visitWell());
    expect(value('cmi.progress_measure')).toBeUndefined();
    await act(answerWell());
    expect(value('cmi.progress_measure')).toBe('1');
  });

  test('of a failure above the LMS’s passing score have no score, because the LMS would make a pass of it', async () => {
    const lms = new StrictLms('2004', { kept: { 'cmi.scaled_passing_score': '0.7' } });
    const { do: act, connection } = await visit(lms);
    await act(...visitBadly(), answerWell());
    await connection.exit?.();
    expect(lms.saved).toMatchObject({ [completion]: 'completed', [success]: 'failed' });
    expect(lms.saved).not.toHaveProperty('cmi.score.scaled');
  });

  test.each([['0.7', 0.7], ['0', 0], ['1.0', 1], ['0.66667', 0.6667], ['-0.5', 0], ['', undefined], ['1.5', undefined], ['none', undefined]])('a passing score of “%s” counts as %s', async (written, score) => {
    const { record } = await visit(new StrictLms('2004', { kept: { 'cmi.scaled_passing_score': written } }));
    expect(record.masteryScore).toBe(score);
  });
});

describe('interactions', () => {
  test('tell of each decision and each answer in the words of SCORM 2004', async () => {
    const lms = new StrictLms('2004');
    const { do: act } = await visit(lms);
    await act(...visitBadly(), answer(true, false, true));
    const timestamp = expect.stringMatching(/^2026-03-02T09:\d\d:\d\d\.\d\dZ$/) as string;
    expect(interactionsOf(lms)).toEqual([
      { id: 'visit.friday', timestamp, type: 'choice', description: 'What do you do at friday?', 'correct_responses.0.pattern': 'ring_and_say_so', 'correct_responses._count': '1', learner_response: 'leave_it', result: 'incorrect' },
      { id: 'standards.timely-help.check.which', timestamp, type: 'choice', description: 'Which one is about time?', 'correct_responses.0.pattern': 'timely_help_1', 'correct_responses._count': '1', learner_response: 'timely_help_1', result: 'correct' },
      { id: 'standards.timely-help.check.pairs', timestamp, type: 'matching', description: 'Which belongs where?', 'correct_responses.0.pattern': 'timely_help_1[.]timely_help[,]plans_1[.]plans', 'correct_responses._count': '1', learner_response: 'timely_help_1[.]plans[,]plans_1[.]plans', result: 'incorrect' },
      { id: 'standards.timely-help.check.order', timestamp, type: 'sequencing', description: 'In which order?', 'correct_responses.0.pattern': 'ask[,]listen[,]write', 'correct_responses._count': '1', learner_response: 'ask[,]listen[,]write', result: 'correct' },
    ]);
  });

  test('are brought up to date over all sessions, one for each step', async () => {
    const lms = new StrictLms('2004');
    const { do: act, page } = await visit(lms);
    await act(...visitWell());
    page.fire('pagehide');
    const next = lms.nextSession();
    await (await visit(next)).do(...visitBadly());
    expect(interactionsOf(next)).toMatchObject([{ id: 'visit.friday', learner_response: 'leave_it', result: 'incorrect' }, { id: 'visit.at-the-door', learner_response: 'say_sorry' }]);
    expect(next.refused).toEqual([]);
  });
});

describe('leaving by the button', () => {
  test('asks to come back while something is left to do', async () => {
    const { do: act, connection, value } = await visit(new StrictLms('2004'));
    await act(...beginVisit());
    await connection.exit?.();
    expect([value('adl.nav.request'), value('cmi.exit')]).toEqual(['suspendAll', 'suspend']);
  });

  test('leaves for good once all is done, and keeps what was done', async () => {
    const { do: act, connection, value } = await visit(new StrictLms('2004'));
    await act(...visitWell(), answerWell());
    await connection.exit?.();
    expect([value('adl.nav.request'), value('cmi.exit')]).toEqual(['exitAll', 'suspend']);
  });
});
