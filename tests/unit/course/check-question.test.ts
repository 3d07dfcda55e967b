import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CheckItemSchema, listNamedStatements, type CheckItem } from '../../../src/course/check/check-item.ts';
import { listCheckTexts } from '../../../src/course/check/check-texts.ts';
import { shortId } from '../../../src/course/check/match.ts';
import { prepareQuestion } from '../../../src/course/check-question.ts';
import { Library } from '../../../src/course/library.ts';
import type { Element, Framework } from '../../../src/framework/framework.ts';
import { isPublishedId } from '../../../src/framework/ids.ts';

const LONG = 'if-we-are-purposeful-and-respectful-in-our-practice';
const element = (id: string, label: string, ...texts: string[]): Element => ({
  id, kind: 'value', label, statements: texts.map((text, at) => ({ id: `ours/${id}/${at + 1}`, text, source: { start: 0, end: 1 }, themes: [] })),
});
const onTime = element('on-time', 'On time', 'We come when we said.', 'We say when we are late.');
const framework: Framework = {
  id: 'ours', title: 'How we work', source: 'x.md', edition: { label: 'first' },
  elements: [element('kin', 'Kin', 'We find relatives.'), onTime, element(LONG, 'IF WE ARE PURPOSEFUL', 'We say why.'), element('hope', 'Hope', 'We look for what works.')],
};
const library = new Library({ frameworks: [framework], themes: [], modules: [], scenarios: [] });
const prepare = (item: CheckItem) => prepareQuestion(item, library, onTime);

const match = CheckItemSchema.parse({
  id: 'where', kind: 'match', statements: ['ours/on-time/1', 'ours/kin/1', `ours/${LONG}/1`], alsoOffer: ['hope'], explanation: 'Time is about when, kin about who.',
});
const wording = CheckItemSchema.parse({
  id: 'words', kind: 'wording', context: 'You write up a visit to which nobody came.', restsOn: 'ours/on-time/2',
  right: { id: 'plain', text: 'Nobody answered. We left a note.', why: 'It says what happened.' },
  others: [{ id: 'label', text: 'Mum failed to engage.', why: '“Failed to engage” blames.' }, { id: 'guess', text: 'Mum was hiding from us.', why: 'Nobody knows that.' }],
});
const order = CheckItemSchema.parse({
  id: 'late', kind: 'order', restsOn: 'ours/on-time/2', explanation: 'They have to know before they can agree.',
  steps: [{ id: 'ring', text: 'Ring them.' }, { id: 'agree', text: 'Agree a new time.' }, { id: 'come', text: 'Come at that time.' }],
});
const voice = CheckItemSchema.parse({
  id: 'unheard', kind: 'missing-voice', restsOn: 'ours/kin/1', explanation: 'Nobody asked Zac what he would like.',
  record: { title: 'Home visit in March', text: `${'Mum said it was a good week. '.repeat(9)}\n\nOmar agreed with her.` },
  missing: { id: 'zac', person: 'Zac, 4' }, heard: [{ id: 'mum', person: 'Mum' }, { id: 'omar', person: 'Omar' }],
});

describe('a match question', () => {
  test('offers its elements in the order of the framework, and quotes each statement once', () => {
    expect(prepare(match)).toMatchObject({
      form: 'match',
      question: 'Which value does each of these belong to?',
      choices: [{ id: 'kin', label: 'Kin' }, { id: 'on-time', label: 'On time' }, { id: shortId(LONG), label: 'If we are purposeful' }, { id: 'hope', label: 'Hope' }],
    });
    const question = prepare(match);
    expect(question.form === 'match' && Object.fromEntries(question.rows.map(({ correct, quotation }) => [quotation.statement.text, correct]))).toEqual({ 'We come when we said.': 'on-time', 'We find relatives.': 'kin', 'We say why.': shortId(LONG) });
  });

  test('has a correct response that xAPI and SCORM 2004 take as it is', () => {
    expect(prepare(match).correctResponse.split('[,]').sort()).toEqual([`${shortId(LONG)}-1[.]${shortId(LONG)}`, 'kin-1[.]kin', 'on-time-1[.]on-time']);
  });
});

describe('a wording question', () => {
  test('gives every wording its reason, and says which one is right', () => {
    const question = prepare(wording);
    expect(question).toMatchObject({ form: 'choice', question: 'Which wording respects the family?', correctResponse: 'plain', restsOn: { statement: { id: 'ours/on-time/2' } } });
    expect(question.form === 'choice' && question.options.map(({ id, isCorrect, why }) => [id, isCorrect, why]).sort()).toEqual([['guess', false, 'Nobody knows that.'], ['label', false, '“Failed to engage” blames.'], ['plain', true, 'It says what happened.']]);
  });
});

describe('an order question', () => {
  test('is right in the order in which it is written', () => {
    expect(prepare(order)).toMatchObject({ form: 'order', correct: ['ring', 'agree', 'come'], correctResponse: 'ring[,]agree[,]come' });
  });

  test('never shows its steps in the right order', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,12}$/).filter(isPublishedId), fc.integer({ min: 3, max: 5 }), (id, count) => {
        const steps = Array.from({ length: count }, (_, at) => ({ id: `step-${at}`, text: `Step number ${at}` }));
        const question = prepare(CheckItemSchema.parse({ ...order, id, steps }));
        if (question.form !== 'order') throw new Error('an order question is expected');
        const shown = question.steps.map((step) => step.id);
        expect(shown).not.toEqual(question.correct);
        expect([...shown].sort()).toEqual([...question.correct].sort());
      }),
    );
  });
});

test('a missing-voice question shows its record by the paragraph, and one person is right', () => {
  const question = prepare(voice);
  expect(question).toMatchObject({ form: 'choice', question: 'Whose voice is missing?', correctResponse: 'zac', record: { title: 'Home visit in March', paragraphs: [expect.stringContaining('a good week'), 'Omar agreed with her.'] } });
  expect(question.form === 'choice' && question.options.filter(({ isCorrect }) => isCorrect).map(({ text }) => text)).toEqual(['Zac, 4']);
});

test('a question that names a statement which is nowhere is refused', () => {
  expect(() => prepare({ ...order, restsOn: 'ours/on-time/9' } as CheckItem)).toThrow(RangeError);
});

describe('a short id', () => {
  const published = fc.array(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 1, maxLength: 6 }).map((words) => words.join('-')).filter(isPublishedId);

  test('is an id of at most 19 characters, and the id itself where that is short', () => {
    fc.assert(fc.property(published, (id) => {
      expect(isPublishedId(shortId(id))).toBe(true);
      expect(shortId(id).length).toBeLessThanOrEqual(19);
      if (id.length <= 19) expect(shortId(id)).toBe(id);
    }));
  });

  test('tells ids apart that begin alike', () => {
    expect(shortId('if-we-are-restorative-in-our-practice')).not.toBe(shortId('if-we-are-restorative-in-our-work'));
  });
});

test('no response is longer than a record holds, even with the longest ids', () => {
  const long = (letter: string) => letter.repeat(80);
  const elements = ['a', 'b', 'c', 'd'].map((letter) => ({ ...element(long(letter), letter, 'One.'), statements: [{ id: `ours/${long(letter)}/9999`, text: 'One.', source: { start: 0, end: 1 }, themes: [] }] }));
  const wide = new Library({ frameworks: [{ ...framework, elements }], themes: [], modules: [], scenarios: [] });
  const item = CheckItemSchema.parse({ ...match, statements: elements.flatMap(({ statements }) => statements.map(({ id }) => id)), alsoOffer: [] });
  expect(prepareQuestion(item, wide, elements[0] ?? onTime).correctResponse.length).toBeLessThanOrEqual(200);
  const steps = [0, 1, 2, 3, 4].map((at) => ({ id: `${at}`.repeat(30), text: `Step number ${at}` }));
  expect(prepare(CheckItemSchema.parse({ ...order, steps })).correctResponse.length).toBeLessThanOrEqual(200);
});

test('the statements that an item names are found with their places', () => {
  expect(listNamedStatements(match)).toEqual([{ id: 'ours/on-time/1', path: ['statements', 0] }, { id: 'ours/kin/1', path: ['statements', 1] }, { id: `ours/${LONG}/1`, path: ['statements', 2] }]);
  expect(listNamedStatements(order)).toEqual([{ id: 'ours/on-time/2', path: ['restsOn'] }]);
});

describe('the texts of a check', () => {
  const check = [match, wording, order, voice];

  test('are all that people wrote, each at its place', () => {
    const read = (path: readonly PropertyKey[]) => path.reduce<unknown>((value, key) => Reflect.get(value as object, key), { check });
    for (const { path, text } of listCheckTexts({ check })) expect(read(path)).toBe(text);
    const written = (value: object): string[] => Object.values(value).flatMap((inner: object | string) => (typeof inner === 'object' ? written(inner) : /\s/.test(inner) ? [inner] : []));
    expect(new Set(listCheckTexts({ check }).map(({ text }) => text)).isSupersetOf(new Set(written(check)))).toBe(true);
  });

  test('are ours, but for the wordings that are poor on purpose', () => {
    expect(listCheckTexts({ check }).filter(({ isOurVoice }) => !isOurVoice).map(({ text }) => text)).toEqual(['Mum failed to engage.', 'Mum was hiding from us.']);
  });
});
