import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/course/scenario.ts';
import type { Element, Framework } from '../../../src/framework/framework.ts';
import type { Theme } from '../../../src/framework/theme.ts';
import { matchScenarios } from '../../../src/generator/match-scenarios.ts';
import { readScenarios, readShipped, readThemes } from './read-fixtures.ts';

const theme = (id: string, ...terms: string[]): Theme => ({ id, label: id, description: id, terms: [id, ...terms], practice: ['One.', 'Two.'], supervision: 'What now?' });
const THEMES = [theme('time', 'on time'), theme('voice', 'listen*'), theme('kin', 'family'), theme('care')];

/** A statement is written as its words, then its themes: "We ring when we are late. #time". */
function element(framework: string, id: string, label: string, ...written: string[]): Element {
  const statements = written.map((line, index) => {
    const [text = '', ...themes] = line.split(' #');
    return { id: `${framework}/${id}/${index + 1}`, text, source: { start: 0, end: 1 }, themes };
  });
  return { id, kind: 'standard', label, statements };
}

const framework = (id: string, ...elements: Element[]): Framework => ({ id, title: id, edition: { label: 'first' }, source: 'x.md', elements });

function scenario(id: string, themes: string[], exercises: string[], summary = 'Something happens on an ordinary day.'): Scenario {
  return { id, title: id, summary, minutes: 5, setting: 'phone', exercises, themes, status: 'checked', reviewBy: '2030-01-01', references: [], steps: [], endings: [], debrief: 'What it was about.', supervision: ['What would I do?'] };
}

const OLD = framework(
  'old',
  element('old', 'punctual', 'We are punctual', 'We ring families before they have to wait. #time', 'We arrive when we said we would. #time'),
  element('old', 'listening', 'We listen', 'We ask every child what they would like to happen. #voice', 'We tell children what became of what they said. #voice'),
  element('old', 'kindness', 'We are kind', 'We begin with how the day has been. #care', 'We notice effort. #care'),
);
const LATE = scenario('late', ['time'], ['old/punctual/1', 'old/punctual/2']);
const QUIET = scenario('quiet', ['voice'], ['old/listening/1', 'old/listening/2']);

const NEW = framework(
  'new',
  element('new', 'on-time', 'Being on time', 'We answer within two days. #time', 'We ring before anybody has to wait for us. #time'),
  element('new', 'hearing', 'Hearing children', 'Children say what they would like to happen. #voice', 'Children learn what we did about it. #voice'),
  element('new', 'money', 'Spending well', 'We account for what we spend.'),
);

/** Which scenario each element gets: `{ element: "scenario for statement" }`. */
function match(scenarios: Scenario[], one = NEW): Record<string, string> {
  const matches = matchScenarios({ framework: one, frameworks: [OLD], themes: THEMES, scenarios });
  return Object.fromEntries([...matches].map(([id, { scenario: { id: name }, statement }]) => [id, `${name} for ${statement.id}`]));
}

describe('a scenario of the shared library', () => {
  test('goes to the element that asks for the same practice, and names the statement it fits best', () => {
    expect(match([LATE, QUIET])).toEqual({ 'on-time': 'late for new/on-time/2', hearing: 'quiet for new/hearing/1' });
  });

  test('says which themes the two share', () => {
    const matches = matchScenarios({ framework: NEW, frameworks: [OLD], themes: THEMES, scenarios: [scenario('late', ['time', 'kin'], ['old/punctual/1'])] });
    expect(matches.get('on-time')?.themes).toEqual(['time']);
  });

  test('goes nowhere where no element is about what it is mainly about', () => {
    expect(match([scenario('kind-words', ['care', 'time'], ['old/kindness/1', 'old/kindness/2'])])).toEqual({});
  });

  test('goes nowhere where it leaves out what the element is mainly about', () => {
    const mixed = framework('mixed', element('mixed', 'a', 'Being on time', 'We arrive when we said. #time', 'We answer in time. #time', 'We ring in time. #time #voice'));
    expect(match([QUIET], mixed)).toEqual({});
  });

  test('goes nowhere where only one statement in three is about it', () => {
    const mixed = framework('mixed', element('mixed', 'a', 'How we work', 'We arrive when we said. #time', 'We notice effort.', 'We account for what we spend.'));
    expect(match([LATE], mixed)).toEqual({});
  });

  test('goes nowhere on likeness of words alone, where little of the element is about it', () => {
    const voices = Array.from({ length: 7 }, () => 'We ask. #voice');
    const alike = framework('alike', element('alike', 'a', 'We are punctual', 'We ring families before they have to wait. #time', 'We arrive when we said we would. #time', ...voices));
    expect(match([LATE], alike)).toEqual({});
  });

  test('goes nowhere on the strength of a single word', () => {
    expect(match([LATE], framework('thin', element('thin', 'a', 'Meetings', 'We arrive when we said. #time')))).toEqual({});
    expect(match([LATE], framework('thin', element('thin', 'a', 'Meetings on time', 'We arrive when we said. #time')))).toEqual({ a: 'late for thin/a/1' });
  });

  test('is no draft', () => {
    expect(match([{ ...LATE, status: 'draft' }])).toEqual({});
  });

  test('is not one that exercises a statement of this framework already', () => {
    expect(match([scenario('late', ['time'], ['old/punctual/1', 'new/hearing/1'])])).toEqual({});
  });

  test('needs no other framework to be there: its own themes and words are enough', () => {
    const matches = matchScenarios({ framework: NEW, frameworks: [], themes: THEMES, scenarios: [LATE] });
    expect([...matches.keys()]).toEqual(['on-time']);
  });

  test('is not offered for what a framework warns of, where there is something to do', () => {
    const warned = element('new', 'on-time', 'Being on time', 'We ring families before they have to wait. #time', 'We answer within two days. #time');
    const [first, ...others] = warned.statements;
    if (!first) throw new Error('The element has no statement');
    expect(match([LATE], framework('new', { ...warned, statements: [{ ...first, isToAvoid: true }, ...others] }))).toEqual({ 'on-time': 'late for new/on-time/2' });
  });
});

describe('where several would do', () => {
  test('the one whose statements are most alike in words goes first', () => {
    const twin = scenario('letters', ['time'], ['old/punctual/2'], 'You owe a family an answer within two days.');
    expect(match([LATE, twin], framework('new', element('new', 'answers', 'Answering on time', 'We owe every family an answer within two days. #time')))).toEqual({ answers: 'letters for new/answers/1' });
  });

  test('no scenario stands in more than two modules of a framework', () => {
    const many = framework('many', ...['a', 'b', 'c', 'd'].map((id) => element('many', id, 'Being on time', 'We arrive when we said we would. #time', 'We ring when we are late. #time')));
    expect(Object.keys(match([LATE], many))).toHaveLength(2);
    const other = scenario('other', ['time'], ['old/punctual/2']);
    expect(Object.values(match([LATE, other], many)).map((text) => text.split(' ')[0]).sort()).toEqual(['late', 'late', 'other', 'other']);
  });

  test('the order in which scenarios are listed decides nothing', () => {
    const scenarios = readScenarios();
    const [first] = readShipped();
    if (!first) throw new Error('There is no framework');
    const input = { framework: { ...first, id: 'copy' }, frameworks: readShipped(), themes: readThemes() };
    const ids = (matches: ReturnType<typeof matchScenarios>) => [...matches].map(([element, { scenario: { id }, statement }]) => `${element} ${id} ${statement.id}`).sort();
    expect(ids(matchScenarios({ ...input, scenarios: scenarios.toReversed() }))).toEqual(ids(matchScenarios({ ...input, scenarios })));
  });
});

describe('the shipped scenarios, with what they exercise hidden', () => {
  const scenarios = readScenarios();
  const offered = readShipped().flatMap((one) => {
    const own = scenarios.filter(({ exercises }) => exercises.some((id) => id.startsWith(`${one.id}/`)));
    const hidden = own.map((known) => ({ ...known, exercises: ['elsewhere/element/1'] }));
    const matches = matchScenarios({ framework: one, frameworks: [], themes: readThemes(), scenarios: hidden });
    return [...matches].map(([id, match]) => own.find((known) => known.id === match.scenario.id)?.exercises.some((statement) => statement.startsWith(`${one.id}/${id}/`)) ?? false);
  });

  test('come back to an element that they were written for, nearly always', () => {
    expect(offered.length).toBeGreaterThanOrEqual(10);
    expect(offered.filter((isRight) => isRight).length / offered.length).toBeGreaterThanOrEqual(0.75);
  });
});
