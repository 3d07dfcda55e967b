import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScenarioSchema, type Scenario } from '../../../../src/course/scenario.ts';
import { JUDGEMENTS, type Judgement } from '../../../../src/course/judgement.ts';
import { CueReader } from '../../../../src/checks/test-wiseness/cues.ts';
import { measureTestWiseness, measureWordMemory } from '../../../../src/checks/test-wiseness/measure-library.ts';
import { playScenario } from '../../../../src/checks/test-wiseness/play.ts';
import { RANDOM, STRATEGIES } from '../../../../src/checks/test-wiseness/strategies.ts';
import { WordMemory } from '../../../../src/checks/test-wiseness/word-memory.ts';

type Told = [text: string, judgement: Judgement, next: string];

/** A scenario with these options; `end` is its ending. */
function scenarioOf(steps: Record<string, Told[]>, summary = 'Theo, 9, is at school.'): Scenario {
  const statement = 'elm-practice/we-listen/1';
  return {
    ...ScenarioSchema.parse({
      title: 'At school', summary, minutes: 3, setting: 'school', exercises: [statement], themes: ['child-voice'], status: 'checked', reviewBy: '2031-01-31',
      steps: Object.entries(steps).map(([id, options]) => ({ id, situation: 'Something has happened.', options: options.map(([text, judgement, next], index) => ({ id: `option-${index + 1}`, text, judgement, next, outcome: 'It goes on.', feedback: 'Because.', restsOn: statement })) })),
      endings: [{ id: 'end', title: 'The end', text: 'They go home.' }], debrief: 'What happened is over now.', supervision: ['What now?'],
    }),
    id: 'at-school',
  };
}

const strategy = (id: string) => [RANDOM, ...STRATEGIES].find((each) => each.id === id) ?? RANDOM;
const play = (scenario: Scenario, id: string, statements: string[] = []) => playScenario(scenario, statements, strategy(id));

describe('each strategy takes the option that it is named for', () => {
  const step: Told[] = [
    ['Write to the school tomorrow', 'weak', 'end'],
    ['Tell the manager that a meeting is needed for the whole team today', 'acceptable', 'end'],
    ['Perhaps it might wait for now', 'unsafe', 'end'],
    ['Thank Theo and listen together', 'strong', 'end'],
  ];
  const scores: [string, number][] = [['longest', 0.7], ['shortest', 0.3], ['first', 0.3], ['last', 1], ['most-hedged', 0], ['most-child', 1], ['softest', 1], ['hardest', 0.7], ['refer-on', 0.7], ['most-like-the-standard', 0.3], ['middle', (0.7 + 0) / 2], ['random', 0.5]];
  test.each(scores)('%s scores %d', (id, score) => {
    expect(play(scenarioOf({ only: step }), id, ['We write to schools.']).score).toBeCloseTo(score, 10);
  });
});

test('ties are averaged, and routes are followed to where each option leads', () => {
  const scenario = scenarioOf({
    first: [['same', 'strong', 'second'], ['same', 'unsafe', 'end']],
    second: [['one', 'weak', 'end'], ['two', 'strong', 'end']],
  });
  // Half: unsafe, over. A quarter: strong, weak (0.65). A quarter: strong, strong (1), which alone is a pass.
  expect(play(scenario, 'random')).toEqual({ score: 0.5 * 0 + 0.25 * 0.65 + 0.25 * 1, pass: 0.25 });
});

test('an unsafe choice does not pass, however good the rest is', () => {
  const scenario = scenarioOf({ a: [['one', 'strong', 'b'], ['two', 'strong', 'b']], b: [['one', 'strong', 'c'], ['two', 'strong', 'c']], c: [['one', 'strong', 'd'], ['two', 'strong', 'd']], d: [['longest of all', 'unsafe', 'end'], ['short', 'strong', 'end']] });
  expect(play(scenario, 'longest')).toEqual({ score: 0.75, pass: 0 });
  expect(play(scenario, 'shortest')).toEqual({ score: 1, pass: 1 });
});

test('a circle comes to an end', () => {
  expect(play(scenarioOf({ a: [['one', 'strong', 'a'], ['a longer one', 'weak', 'end']] }), 'shortest')).toEqual({ score: 0, pass: 0 });
});

test('circles of many choices are played to their end as well', () => {
  const again: Told[] = [['one', 'strong', 'a'], ['two', 'acceptable', 'a'], ['three', 'weak', 'a'], ['four', 'unsafe', 'a'], ['five', 'strong', 'end']];
  const { score, pass } = play(scenarioOf({ a: again }), 'random');
  expect(score).toBeGreaterThan(0.5);
  expect(pass).toBeGreaterThan(0.2);
});

test('a child is known by an age that follows the name', () => {
  const reader = new CueReader(scenarioOf({ a: [['one', 'strong', 'end'], ['two', 'weak', 'end']] }, 'Theo, 9, lives with Lucas, 41. Amara is 15.'), []);
  expect(reader.read('Ask Theo, then Amara, then the child, then Lucas').childMentions).toBe(3);
});

test('over a library a strategy is held against chance', () => {
  const given = scenarioOf({ a: [['a strong one that is long', 'strong', 'end'], ['short', 'weak', 'end']] });
  const results = measureTestWiseness([given, given], []);
  expect(results[0]).toMatchObject({ strategy: { id: 'random' }, pass: 0.5, abovePass: 0 });
  expect(results.find(({ strategy: { id } }) => id === 'longest')).toMatchObject({ pass: 1, abovePass: 0.5 });
  expect(results.find(({ strategy: { id } }) => id === 'shortest')).toMatchObject({ pass: 0, abovePass: -0.5 });
});

test('playing at random comes to the mean of all routes, whatever the scenario', () => {
  const option = fc.tuple(fc.string({ minLength: 3, maxLength: 20 }).map((text) => `do ${text}.`), fc.constantFrom(...JUDGEMENTS), fc.constantFrom('b', 'end'));
  const last = fc.tuple(fc.constant('do it'), fc.constantFrom(...JUDGEMENTS), fc.constant('end'));
  fc.assert(
    fc.property(fc.array(option, { minLength: 2, maxLength: 4 }), fc.array(last, { minLength: 2, maxLength: 4 }), (first, second) => {
      const { score, pass } = play(scenarioOf({ a: first as Told[], b: second as Told[] }), 'random');
      const weight = { strong: 1, acceptable: 0.7, weak: 0.3, unsafe: 0 };
      const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
      const expected = mean(first.map(([, judgement, next]) => (next === 'end' ? weight[judgement] : mean(second.map(([, other]) => (weight[judgement] + weight[other]) / 2)))));
      expect(score).toBeCloseTo(expected, 4);
      expect(pass).toBeGreaterThanOrEqual(0);
      expect(pass).toBeLessThanOrEqual(1);
    }),
  );
});

test('whoever remembers the words of strong options elsewhere is measured on scenarios that were not among them', () => {
  const told = (strong: string, weak: string) => scenarioOf({ a: [[strong, 'strong', 'end'], [weak, 'weak', 'end']] });
  expect(measureWordMemory([told('ask what hurts', 'send a letter'), told('ask who came', 'send a card'), told('ask why', 'send word')]).pass).toBe(1);
  expect(measureWordMemory([told('ask what hurts', 'send a letter'), told('ask who came', 'send a card'), told('send word', 'ask why')]).pass).toBeCloseTo(2 / 3, 10);
});

test('words that tell strong options from others are listed, the strongest first and the weakest last', () => {
  const many = Array.from({ length: 12 }, () => scenarioOf({ a: [['ask them now', 'strong', 'end'], ['send them word', 'weak', 'end']] }));
  const tells = new WordMemory(many).listTells();
  expect([tells[0]?.word, tells.at(-1)?.word].map((word) => (word === 'ask' || word === 'now' ? 'strong' : 'weak'))).toEqual(['strong', 'weak']);
  expect(tells.find(({ word }) => word === 'them')).toMatchObject({ strong: 12, all: 24, deviation: 0 });
});
