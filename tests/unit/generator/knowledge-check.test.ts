import { describe, expect, test } from 'vitest';
import type { Element, Framework } from '../../../src/framework/framework.ts';
import { findAmbiguity, findVagueness, looksLike, openingOf, weighFramework, writeKnowledgeChecks } from '../../../src/generator/knowledge-check.ts';
import { hostile, readShipped, readThemes, riverside } from './read-fixtures.ts';

const themes = readThemes();

/** Why a statement of Riverside may not be a wrong option for one of its elements. */
function ambiguityOf(statementId: string, elementId: string, framework: Framework = riverside()): string | undefined {
  const weighed = weighFramework(framework, themes);
  const candidate = weighed.elements.flatMap(({ statements }) => statements).find(({ statement }) => statement.id === `riverside/${statementId}`);
  const target = weighed.elements.find(({ element }) => element.id === elementId);
  if (!candidate || !target) throw new Error(`Riverside has no ${statementId} or ${elementId}`);
  return findAmbiguity(candidate, target, weighed);
}

function vaguenessOf(statementId: string): string | undefined {
  const weighed = weighFramework(riverside(), themes);
  const candidate = weighed.elements.flatMap(({ statements }) => statements).find(({ statement }) => statement.id === `riverside/${statementId}`);
  if (!candidate) throw new Error(`Riverside has no ${statementId}`);
  return findVagueness(candidate, weighed);
}

function withElement(id: string, change: Partial<Element>): Framework {
  const framework = riverside();
  return { ...framework, elements: framework.elements.map((element) => (element.id === id ? { ...element, ...change } : element)) };
}

/** The same, with one statement's words or themes changed. */
function withStatement(id: string, change: Partial<Element['statements'][number]>): Framework {
  const framework = riverside();
  return { ...framework, elements: framework.elements.map((element) => ({ ...element, statements: element.statements.map((statement) => (statement.id === `riverside/${id}` ? { ...statement, ...change } : statement)) })) };
}

describe('a statement is no wrong option for an element', () => {
  test('that it stands under', () => {
    expect(ambiguityOf('kin/1', 'kin')).toBe('stands under the element itself');
  });
  test('whose heading shares a word with its own: "Listening to children" and "Listening in teams"', () => {
    expect(ambiguityOf('listening-in-teams/1', 'listening-to-children')).toBe('stands under a heading that shares a word');
  });
  test('whose heading it names a word of, in any form', () => {
    expect(ambiguityOf('kin/1', 'on-time', withStatement('kin/1', { text: 'We will find times that suit each grandparent’s shifts.' }))).toBe('names a word of the heading');
  });
  test('whose heading speaks of the same matter in another word: "Kin" and "parents"', () => {
    expect(ambiguityOf('on-time/1', 'kin', withStatement('on-time/1', { text: 'We will ring parents before the hour has passed when traffic delays us.' }))).toBe('speaks of what the heading names');
  });
  test('with a heading so wide that anything good could stand there: "Quality matters"', () => {
    expect(ambiguityOf('kin/1', 'quality')).toBe('could stand under so wide a heading');
  });
  test('with which it shares a theme', () => {
    expect(ambiguityOf('kin/1', 'on-time', withStatement('on-time/2', { themes: ['timeliness', 'family-networks'] }))).toBe('shares a theme');
  });
  test('whose main theme its words touch, even where nobody assigned it', () => {
    expect(ambiguityOf('kin/1', 'on-time', withStatement('kin/1', { text: 'We will draw the family tree without delay on one large sheet.' }))).toBe('shares a theme');
  });
  test('while it carries no theme, so that nothing tells it apart', () => {
    expect(ambiguityOf('quality/1', 'kin', withStatement('quality/1', { text: 'We will count the pages that carry spelling slips.', themes: [] }))).toBe('carries no theme, so nothing tells it apart');
  });
  test('one of whose statements says something like it', () => {
    expect(ambiguityOf('kin/2', 'on-time', withStatement('on-time/2', { text: 'We will invite people to meetings and pay for their bus.' }))).toBe('says something like one of its statements');
  });
  test('whose description says something like it', () => {
    expect(ambiguityOf('kin/2', 'on-time', withElement('on-time', { description: 'We invite people to meetings and pay the bus.' }))).toBe('says something like its description');
  });
  test('when it is something to avoid', () => {
    expect(ambiguityOf('on-time/3', 'kin')).toBe('says what to avoid');
  });
  test('and else it is', () => {
    expect(ambiguityOf('kin/2', 'on-time')).toBeUndefined();
    expect(ambiguityOf('on-time/1', 'kin')).toBeUndefined();
  });
});

describe('a statement is not asked about', () => {
  test('when it is very short', () => expect(vaguenessOf('listening-to-children/3')).toBe('is very short'));
  test('when it is something to avoid', () => expect(vaguenessOf('on-time/3')).toBe('says what to avoid'));
  test('when another element says nearly the same', () => expect(vaguenessOf('learning/2')).toBe('stands under another element in nearly the same words'));
  test('and else it is', () => expect(vaguenessOf('kin/1')).toBeUndefined());
});

describe('options give no hint by their form', () => {
  test.each([
    ['We will ring the school.', 'We will draw a family tree.', true],
    ['We will ring the school.', 'Ringing the school at once.', false],
    ['We ring the school when asked.', 'We will ring the school.', false],
    ['We will ring the school on the same day that it asks us to.', 'We will ring the school.', false],
  ])('%j beside %j: %s', (a, b, expected) => expect(looksLike(a, b)).toBe(expected));

  test.each([
    ['We will listen', 'we will'],
    ['“We must listen', 'we will'],
    ['We listen', 'we'],
    ['Listening to children', 'doing'],
    ['Every child', 'other'],
  ])('%j begins as %j', (text, expected) => expect(openingOf(text)).toBe(expected));
});

describe.each([riverside(), hostile(), ...readShipped()].map((framework) => [framework.id, framework] as const))('every item of %s', (_, framework) => {
  const weighed = weighFramework(framework, themes);
  const statements = new Map(weighed.elements.flatMap((element) => element.statements.map((entry) => [entry.statement.id, entry])));
  const elements = new Map(weighed.elements.map((entry) => [entry.element.id, entry]));
  const checks = writeKnowledgeChecks(framework, themes);
  const find = <Value>(map: ReadonlyMap<string, Value>, id: string): Value => {
    const value = map.get(id);
    if (value === undefined) throw new Error(`"${id}" is not in the framework`);
    return value;
  };

  test('has wrong options that break none of the rules', () => {
    for (const [elementId, items] of checks) {
      const own = find(elements, elementId);
      for (const item of items) {
        if (item.kind === 'which-statement') {
          const answer = find(statements, item.answer);
          expect(answer.element).toBe(own);
          expect(findVagueness(answer, weighed)).toBeUndefined();
          for (const distractor of item.distractors.map((id) => find(statements, id))) {
            expect.soft(findAmbiguity(distractor, own, weighed), `${item.id} of ${elementId}`).toBeUndefined();
            expect.soft(findVagueness(distractor, weighed), `${item.id} of ${elementId}`).toBeUndefined();
          }
          const lengths = [item.answer, ...item.distractors].map((id) => find(statements, id).statement.text.length);
          expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThanOrEqual(1.65);
          expect(new Set([item.answer, ...item.distractors].map((id) => openingOf(find(statements, id).statement.text))).size).toBe(1);
        } else {
          const statement = find(statements, item.statement);
          expect(statement.element).toBe(own);
          for (const distractor of item.distractors) expect.soft(findAmbiguity(statement, find(elements, distractor), weighed), `${item.id} of ${elementId}`).toBeUndefined();
        }
      }
    }
  });

  test('has an id of its own, asks about another statement and takes its options from different elements', () => {
    for (const items of checks.values()) {
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      expect(new Set(items.map((item) => (item.kind === 'which-statement' ? item.answer : item.statement))).size).toBe(items.length);
      expect(items.length).toBeLessThanOrEqual(5);
      for (const item of items) {
        const from = item.distractors.map((id) => (item.kind === 'which-statement' ? find(statements, id).element.element.id : id));
        expect(new Set(from).size).toBe(from.length);
      }
    }
  });

  test('uses no statement as a wrong option more than four times', () => {
    const uses = new Map<string, number>();
    for (const item of [...checks.values()].flat()) if (item.kind === 'which-statement') for (const id of item.distractors) uses.set(id, (uses.get(id) ?? 0) + 1);
    expect(Math.max(0, ...uses.values())).toBeLessThanOrEqual(4);
  });

  test('comes out the same again', () => {
    expect(writeKnowledgeChecks(framework, themes)).toEqual(checks);
  });
});

test('a question on a statement that moved here from another element is told from the one whose number it has', () => {
  const moved = withStatement('kin/2', { id: 'riverside/on-time/1' });
  expect(writeKnowledgeChecks(moved, themes).get('kin')?.map(({ id }) => id)).toEqual(['which-statement-1', 'which-element-on-time-1']);
});

test('Riverside’s checks are worth having', () => {
  const counts = Object.fromEntries([...writeKnowledgeChecks(riverside(), themes)].map(([id, items]) => [id, items.length]));
  expect(counts['on-time']).toBeGreaterThanOrEqual(2);
  expect(counts.kin).toBeGreaterThanOrEqual(2);
});

test('an element without clean siblings gets no check rather than a doubtful one', () => {
  const framework = riverside();
  const alike = { ...framework, elements: framework.elements.slice(0, 2).map((element) => ({ ...element, statements: element.statements.map((statement) => ({ ...statement, themes: ['child-voice'] })) })) };
  expect([...writeKnowledgeChecks(alike, themes).values()]).toEqual([[], []]);
});
