import { describe, expect, test } from 'vitest';
import type { Framework } from '../../../../src/framework/framework.ts';
import { matchEditions } from '../../../../src/importer/editions/match-editions.ts';
import { draftOf, frameworkOf, idsOf, type Told } from './framework-of.ts';

const LISTEN = 'We hear what the child says and what the child does not say.';
const WRITE = 'We write so that the child can read it one day.';
const PROMISE = 'We do what we said we would do, and say so when we can’t.';
const RETURN = 'We come back when it is hard.';
const KIN = 'Grandparents, aunts and family friends are asked before any stranger is.';

const FORMER = { 'We listen': [LISTEN, WRITE], 'We come on time': [PROMISE, RETURN] };
const former = frameworkOf(FORMER);

/** The next edition of the framework above. */
const revise = (elements: Record<string, Told[]>) => matchEditions(former, draftOf(elements));

describe('a statement keeps its id', () => {
  test('that is unchanged', () => {
    const { framework, changes } = revise(FORMER);
    expect(framework).toEqual(former);
    expect(changes).toMatchObject({ unchanged: 4, reworded: [], moved: [], added: [], withdrawn: [] });
  });

  test('whose quotation marks, case, spaces or full stop alone changed; it is told as reworded', () => {
    const { framework, changes } = revise({ ...FORMER, 'We come on time': [PROMISE.replace('’', "'").replace('.', ''), RETURN.toUpperCase()] });
    expect(framework.elements[1]?.statements.map(({ id }) => id)).toEqual(['elm/we-come-on-time/1', 'elm/we-come-on-time/2']);
    expect(changes.reworded.map(({ id }) => id)).toEqual(['elm/we-come-on-time/1', 'elm/we-come-on-time/2']);
  });

  test('that was reworded', () => {
    const { framework, changes } = revise({ ...FORMER, 'We listen': ['Practitioners notice what a child says and also what the child leaves out.', WRITE] });
    expect(framework.elements[0]?.statements[0]?.id).toBe('elm/we-listen/1');
    expect(changes.reworded).toEqual([{ id: 'elm/we-listen/1', before: expect.objectContaining({ text: LISTEN }), after: expect.objectContaining({ text: 'Practitioners notice what a child says and also what the child leaves out.' }) }]);
  });

  test('whose stem changed, or that became something to avoid; both are told as reworded', () => {
    const { changes } = revise({ ...FORMER, 'We listen': [{ text: LISTEN, stem: 'Always:' }, { text: WRITE, isToAvoid: true }] });
    expect(changes.reworded.map(({ id }) => id)).toEqual(['elm/we-listen/1', 'elm/we-listen/2']);
  });

  test('that stands in another order', () => {
    const { framework, changes } = revise({ 'We come on time': [RETURN, PROMISE], 'We listen': [WRITE, LISTEN] });
    expect(idsOf(framework)).toEqual({ 'We come on time': { [RETURN]: 'we-come-on-time/2', [PROMISE]: 'we-come-on-time/1' }, 'We listen': { [WRITE]: 'we-listen/2', [LISTEN]: 'we-listen/1' } });
    expect(changes).toMatchObject({ unchanged: 4, elements: { isReordered: true } });
  });

  test('that moved to another element, though the id names the old one', () => {
    const { framework, changes } = revise({ 'We listen': [LISTEN], 'We come on time': [PROMISE, WRITE, RETURN] });
    expect(idsOf(framework)['We come on time']).toEqual({ [PROMISE]: 'we-come-on-time/1', [WRITE]: 'we-listen/2', [RETURN]: 'we-come-on-time/2' });
    expect(changes.moved).toEqual([{ id: 'elm/we-listen/2', text: WRITE, from: { id: 'we-listen', label: 'We listen' }, to: { id: 'we-come-on-time', label: 'We come on time' } }]);
    expect(changes).toMatchObject({ unchanged: 3, reworded: [] });
  });

  test('in the element where it stood, where two elements say the same words', () => {
    const twice = frameworkOf({ 'We listen': [LISTEN, RETURN], 'We come on time': [PROMISE, RETURN] });
    const { framework } = matchEditions(twice, draftOf({ 'We listen': [RETURN, LISTEN], 'We come on time': [PROMISE, RETURN] }));
    expect(idsOf(framework)).toEqual({ 'We come on time': { [RETURN]: 'we-come-on-time/2', [PROMISE]: 'we-come-on-time/1' }, 'We listen': { [RETURN]: 'we-listen/2', [LISTEN]: 'we-listen/1' } });
  });
});

describe('a statement that was split', () => {
  const whole = 'We visit within five working days of the referral at the latest and see the child alone in a place of their choice.';

  test('leaves its id with the part that has most of its text', () => {
    const { framework, changes } = matchEditions(frameworkOf({ Visits: [whole, KIN] }), draftOf({ Visits: ['We visit within five working days of the referral at the latest.', 'We see the child alone in a place of their choice, and never in a car.', KIN] }));
    expect(framework.elements[0]?.statements.map(({ id }) => id)).toEqual(['elm/visits/1', 'elm/visits/3', 'elm/visits/2']);
    expect(changes.split).toEqual([{ id: 'elm/visits/1', before: whole, parts: [{ id: 'elm/visits/1', text: 'We visit within five working days of the referral at the latest.' }, { id: 'elm/visits/3', text: 'We see the child alone in a place of their choice, and never in a car.' }] }]);
    expect(changes).toMatchObject({ added: [], withdrawn: [], reworded: [], unchanged: 1 });
  });

  test('leaves it there though the smaller part has the rarer words', () => {
    const { framework } = matchEditions(frameworkOf({ Visits: ['Maps, logs, texts, calls, emails, and all that we have for them, with them and by them when they were with us.', KIN] }), draftOf({ Visits: ['Maps, logs, texts, calls, emails.', 'All that we have for them, with them and by them when they were with us.', KIN] }));
    expect(framework.elements[0]?.statements.map(({ id }) => id)).toEqual(['elm/visits/3', 'elm/visits/1', 'elm/visits/2']);
  });

  test('leaves its id with the first of equal parts', () => {
    const { framework } = matchEditions(frameworkOf({ Visits: ['Red amber; blue green.'] }), draftOf({ Visits: ['Blue green.', 'Red amber.'] }));
    expect(framework.elements[0]?.statements.map(({ id }) => id)).toEqual(['elm/visits/1', 'elm/visits/2']);
  });

  test('may have three parts', () => {
    const { changes } = matchEditions(frameworkOf({ Visits: ['We ring parents first, write down their worries and share minutes by Friday afternoon.'] }), draftOf({ Visits: ['We ring parents first.', 'We write down their worries.', 'We share minutes by Friday afternoon.'] }));
    expect(changes.split.map(({ parts }) => parts.length)).toEqual([3]);
    expect(changes.added).toEqual([]);
  });
});

describe('statements that were merged', () => {
  test('leave the id of the one that makes up most, and the other is withdrawn in its favour', () => {
    const text = 'We come back when it is hard, and do what we said we would do, and say so when we can’t.';
    const { framework, changes } = revise({ ...FORMER, 'We come on time': [text] });
    expect(idsOf(framework)['We come on time']).toEqual({ [text]: 'we-come-on-time/1' });
    expect(framework.withdrawn).toEqual([{ id: 'elm/we-come-on-time/2', text: RETURN, edition: 'revised', replacedBy: 'elm/we-come-on-time/1' }]);
    expect(changes.merged).toEqual([{ id: 'elm/we-come-on-time/1', after: text, origins: [{ id: 'elm/we-come-on-time/1', text: PROMISE }, { id: 'elm/we-come-on-time/2', text: RETURN }] }]);
    expect(changes.withdrawn).toMatchObject([{ id: 'elm/we-come-on-time/2', replacedBy: 'elm/we-come-on-time/1' }]);
  });
});

describe('a statement that is new', () => {
  test('is numbered on from the highest that its element ever used, withdrawn ones too', () => {
    const first = revise({ ...FORMER, 'We listen': [LISTEN] }).framework;
    const { framework, changes } = matchEditions(first, draftOf({ ...FORMER, 'We listen': [LISTEN, KIN] }));
    expect(idsOf(framework)['We listen']).toEqual({ [LISTEN]: 'we-listen/1', [KIN]: 'we-listen/3' });
    expect(changes.added).toEqual([{ id: 'elm/we-listen/3', text: KIN, element: { id: 'we-listen', label: 'We listen' } }]);
  });

  test('never takes the id of one that moved away from its element', () => {
    const first = revise({ 'We listen': [LISTEN], 'We come on time': [PROMISE, RETURN, WRITE] }).framework;
    const { framework } = matchEditions(first, draftOf({ 'We listen': [LISTEN, KIN], 'We come on time': [PROMISE, RETURN, WRITE] }));
    expect(idsOf(framework)['We listen']).toEqual({ [LISTEN]: 'we-listen/1', [KIN]: 'we-listen/3' });
  });

  test('in the place of another has an id of its own, and the other is withdrawn', () => {
    const { framework, changes } = revise({ ...FORMER, 'We listen': [LISTEN, KIN] });
    expect(idsOf(framework)['We listen']).toEqual({ [LISTEN]: 'we-listen/1', [KIN]: 'we-listen/3' });
    expect(changes.withdrawn).toMatchObject([{ id: 'elm/we-listen/2' }]);
  });
});

describe('a statement that is gone', () => {
  test('is kept as withdrawn, with its words and the edition, through later editions', () => {
    const gone = [{ id: 'elm/we-listen/2', text: WRITE, edition: 'May 2027' }];
    const first = matchEditions(former, draftOf({ ...FORMER, 'We listen': [LISTEN] }), { label: 'May 2027' });
    expect(first.framework.withdrawn).toEqual(gone);
    const second = matchEditions(first.framework, draftOf({ ...FORMER, 'We listen': [LISTEN] }));
    expect(second.framework.withdrawn).toEqual(gone);
    expect(second.changes.withdrawn).toEqual([]);
  });

  test('has its id again when the document has it again, word for word', () => {
    const first = revise({ ...FORMER, 'We listen': [LISTEN] }).framework;
    const { framework, changes } = matchEditions(first, draftOf(FORMER));
    expect(idsOf(framework)).toEqual(idsOf(former));
    expect(framework.withdrawn).toBeUndefined();
    expect(changes).toMatchObject({ restored: [{ id: 'elm/we-listen/2', text: WRITE }], added: [] });
  });

  test('names the element that it stood in last, where its id names another', () => {
    const moved = revise({ 'We listen': [LISTEN], 'We come on time': [PROMISE, WRITE, RETURN] }).framework;
    expect(matchEditions(moved, draftOf({ 'We listen': [LISTEN], 'We come on time': [PROMISE, RETURN] })).framework.withdrawn).toMatchObject([{ id: 'elm/we-listen/2', element: 'we-come-on-time' }]);
  });
});

describe('an element', () => {
  test('keeps its id under another name, and its kind, which people reviewed', () => {
    const reviewed = { ...former, elements: former.elements.map((element) => ({ ...element, kind: 'principle' as const })) };
    const { framework, changes } = matchEditions(reviewed, draftOf({ 'Hearing children': [LISTEN, WRITE], 'We come on time': [PROMISE, RETURN] }));
    expect(framework.elements.map(({ id, label, kind }) => [id, label, kind])).toEqual([['we-listen', 'Hearing children', 'principle'], ['we-come-on-time', 'We come on time', 'principle']]);
    expect(changes.elements.changed).toEqual([{ id: 'we-listen', label: 'Hearing children', changes: [{ field: 'Name', before: 'We listen', after: 'Hearing children' }] }]);
    expect(changes.unchanged).toBe(4);
  });

  test('keeps its id under the same name, though all that it says is new', () => {
    const { framework } = revise({ ...FORMER, 'We listen': [KIN] });
    expect(framework.elements[0]).toMatchObject({ id: 'we-listen', statements: [{ id: 'elm/we-listen/3' }] });
  });

  test('that is gone is kept as withdrawn, with the element that has most of its statements', () => {
    const { framework, changes } = revise({ 'We come on time': [PROMISE, RETURN, LISTEN, WRITE] });
    expect(framework.withdrawnElements).toEqual([{ id: 'we-listen', label: 'We listen', edition: 'revised', replacedBy: 'we-come-on-time' }]);
    expect(changes.elements.withdrawn).toEqual([{ id: 'we-listen', label: 'We listen', replacedBy: 'we-come-on-time' }]);
    expect(changes.moved.map(({ id }) => id)).toEqual(['elm/we-listen/1', 'elm/we-listen/2']);
  });

  test('that is new never takes the id of one that was withdrawn, though no statement is named after it', () => {
    const { framework } = matchEditions({ ...former, withdrawnElements: [{ id: 'kin', label: 'Kin' }] }, draftOf({ ...FORMER, Kin: [KIN] }));
    expect(framework.elements[2]?.id).toBe('kin-2');
  });

  test('that is new never takes the id of one that was withdrawn', () => {
    const first = revise({ 'We come on time': [PROMISE, RETURN] }).framework;
    const { framework } = matchEditions(first, draftOf({ 'We come on time': [PROMISE, RETURN], 'We listen': [KIN] }));
    expect(framework.elements.map(({ id, statements }) => [id, statements[0]?.id])).toEqual([['we-come-on-time', 'elm/we-come-on-time/1'], ['we-listen-2', 'elm/we-listen-2/1']]);
  });
});

test('themes that people gave stay with a reworded statement; a new one has those of the draft', () => {
  const reviewed = frameworkOf({ 'We listen': [{ text: LISTEN, themes: ['child-voice'] }] });
  const { framework } = matchEditions(reviewed, draftOf({ 'We listen': [{ text: LISTEN.replace('hear', 'write down'), themes: ['recording'] }, { text: KIN, themes: ['family-networks'] }] }));
  expect(framework.elements[0]?.statements.map(({ themes }) => themes)).toEqual([['child-voice'], ['family-networks']]);
});

test('who has the duty comes from the document', () => {
  const { framework } = matchEditions(frameworkOf({ 'We listen': [{ text: LISTEN, dutyHolder: 'Managers' }] }), draftOf({ 'We listen': [{ text: LISTEN, dutyHolder: 'Practitioners' }] }));
  expect(framework.elements[0]?.statements[0]?.dutyHolder).toBe('Practitioners');
});

describe('the edition', () => {
  const labelOf = (label: string | undefined, date: string | undefined, formerLabel = 'as received') =>
    matchEditions({ ...former, edition: { label: formerLabel, date: 'May 2025' } }, draftOf({ 'We listen': [LISTEN] }, { edition: { label: 'as received', ...(date === undefined ? {} : { date }) } }), { label }).framework.edition.label;

  test('is called as it was asked to be', () => expect(labelOf('Second edition', 'May 2027')).toBe('Second edition'));
  test('is called by the document’s date otherwise', () => expect(labelOf(undefined, 'May 2027')).toBe('May 2027'));
  test('is called revised where the document has no new date, and counted on from there', () => {
    expect(labelOf(undefined, 'May 2025')).toBe('revised');
    expect(labelOf(undefined, undefined, 'revised')).toBe('revised 2');
    expect(labelOf(undefined, undefined, 'revised 2')).toBe('revised 3');
  });
});

test('a statement whose words changed carries the day, and keeps it through editions that leave it alone', () => {
  const REWORDED = LISTEN.replace('hear', 'write down');
  const statementsOf = (framework: Framework) => framework.elements.flatMap(({ statements }) => statements.map(({ text, reworded }) => [text, reworded]));
  const first = matchEditions(former, draftOf({ ...FORMER, 'We listen': [REWORDED, KIN] }), { today: '2027-05-01' }).framework;
  const second = matchEditions(first, draftOf({ ...FORMER, 'We listen': [REWORDED, `${KIN} Always.`] }), { today: '2028-05-01' }).framework;
  expect(statementsOf(first)).toContainEqual([REWORDED, '2027-05-01']);
  expect(statementsOf(first)).toContainEqual([KIN, undefined]);
  expect(statementsOf(second)).toContainEqual([REWORDED, '2027-05-01']);
  expect(statementsOf(second)).toContainEqual([`${KIN} Always.`, '2028-05-01']);
});
