import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JUDGEMENTS, type Judgement } from '../../../src/course/judgement.ts';
import { readScenarioGraph } from '../../../src/course/scenario-graph.ts';
import type { Scenario } from '../../../src/course/scenario.ts';

type Shape = Pick<Scenario, 'steps' | 'endings'>;

/** Steps written as `{ start: ['strong home', 'weak start'] }`: each option is its judgement and where it leads. */
function scenario(steps: Record<string, string[]>, endings: string[]): Shape {
  return {
    steps: Object.entries(steps).map(([id, options]) => ({
      id,
      situation: 'Something happens here.',
      question: 'What do you do next?',
      options: options.map((option, index) => {
        const [judgement = '', next = ''] = option.split(' ');
        return { id: `option-${index + 1}`, text: 'Do it', judgement: judgement as Judgement, outcome: 'It happens.', feedback: 'Because.', restsOn: 'a/b/1', next };
      }),
    })),
    endings: endings.map((id) => ({ id, title: 'Ending', text: 'Things are so.' })),
  };
}

describe('a scenario whose routes are whole', () => {
  const graph = readScenarioGraph(scenario({ door: ['strong school', 'unsafe repair'], repair: ['strong school', 'weak shut'], school: ['strong kept', 'weak shut'] }, ['kept', 'shut']));

  test('reaches all its steps and endings', () => {
    expect([...graph.reachableSteps]).toEqual(['door', 'repair', 'school']);
    expect([...graph.reachableEndings]).toEqual(['kept', 'shut']);
  });

  test('has nothing to report', () => {
    expect(graph).toMatchObject({ unreachableSteps: [], unreachableEndings: [], unknownNext: [], deadEnds: [], loopsWithoutExit: [], unsafeWithoutEnding: [] });
  });

  test('has a strong route, the shortest one', () => {
    expect(graph.strongRoute).toEqual({ steps: ['door', 'school'], ending: 'kept' });
  });
});

test('a choice that leads nowhere is named with its place', () => {
  const graph = readScenarioGraph(scenario({ door: ['strong kept', 'weak hcome'] }, ['kept']));
  expect(graph.unknownNext).toEqual([{ step: 'door', stepIndex: 0, option: 'option-2', optionIndex: 1, next: 'hcome', judgement: 'weak' }]);
});

test('a step and an ending that no choice leads to are unreachable, and so is what only they lead to', () => {
  const graph = readScenarioGraph(scenario({ door: ['strong kept', 'weak kept'], attic: ['strong cellar', 'weak cellar'], cellar: ['strong lost', 'weak lost'] }, ['kept', 'lost']));
  expect(graph.unreachableSteps).toEqual(['attic', 'cellar']);
  expect(graph.unreachableEndings).toEqual(['lost']);
});

test('a loop with no way out is told from a dead end', () => {
  const graph = readScenarioGraph(scenario({ door: ['strong round', 'weak wall', 'acceptable kept'], round: ['strong about', 'weak about'], about: ['strong round', 'weak round'], wall: ['weak gone', 'weak away'] }, ['kept']));
  expect(graph.loopsWithoutExit).toEqual(['round', 'about']);
  expect(graph.deadEnds).toEqual(['wall']);
});

test('a loop that can be left is no problem', () => {
  const graph = readScenarioGraph(scenario({ door: ['weak door', 'strong kept'] }, ['kept']));
  expect(graph.loopsWithoutExit).toEqual([]);
});

test('an unsafe choice that no ending follows is reported, but not where nobody can make it', () => {
  const graph = readScenarioGraph(scenario({ door: ['strong kept', 'unsafe round'], round: ['weak round', 'weak round'], attic: ['unsafe round', 'weak round'] }, ['kept']));
  expect(graph.unsafeWithoutEnding.map(({ step, option }) => `${step}/${option}`)).toEqual(['door/option-2']);
});

test('two acceptable choices carry the strong route where no strong one is offered; one does not', () => {
  expect(readScenarioGraph(scenario({ door: ['acceptable kept', 'acceptable kept', 'weak kept'] }, ['kept'])).strongRoute).toEqual({ steps: ['door'], ending: 'kept' });
  expect(readScenarioGraph(scenario({ door: ['acceptable kept', 'weak kept'] }, ['kept'])).strongRoute).toBeUndefined();
});

test('of two steps with one id the first counts', () => {
  const { steps, endings } = scenario({ door: ['strong kept', 'weak kept'] }, ['kept', 'lost']);
  const again = scenario({ door: ['strong lost', 'weak lost'] }, []).steps;
  expect(readScenarioGraph({ steps: [...steps, ...again], endings }).unreachableEndings).toEqual(['lost']);
});

test('where a step and an ending share an id, choices lead to the step', () => {
  const graph = readScenarioGraph(scenario({ door: ['strong kept', 'weak kept'], kept: ['strong home', 'weak home'] }, ['kept', 'home']));
  expect([...graph.reachableEndings]).toEqual(['home']);
});

describe('any scenario', () => {
  const target = fc.constantFrom('s0', 's1', 's2', 's3', 's4', 'e0', 'e1', 'nowhere');
  const shape = fc.array(fc.array(fc.tuple(fc.constantFrom(...JUDGEMENTS), target), { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  const anyScenario = shape.map((steps) => scenario(Object.fromEntries(steps.map((options, index) => [`s${index}`, options.map((option) => option.join(' '))])), ['e0', 'e1']));
  const seed = process.env['FC_SEED'];
  const parameters = { numRuns: 500, ...(seed !== undefined && { seed: Number(seed) }) };

  /** The steps where one can be after `length` choices. */
  function placesAfter({ steps }: Shape, from: string, length: number): string[] {
    let here = [from];
    for (let count = 0; count < length; count += 1) {
      const next = new Set(steps.filter(({ id }) => here.includes(id)).flatMap(({ options }) => options.map((option) => option.next)));
      here = steps.map(({ id }) => id).filter((id) => next.has(id));
    }
    return here;
  }

  /** Everything that a walk of `length` choices can come to, found by trying all of them. */
  function walk({ steps }: Shape, from: string, length: number): Set<string> {
    let here = new Set([from]);
    const seen = new Set(here);
    for (let count = 0; count < length; count += 1) {
      here = new Set(steps.filter(({ id }) => here.has(id)).flatMap(({ options }) => options.map(({ next }) => next)));
      for (const id of here) seen.add(id);
    }
    return seen;
  }

  test('is split into what walks come to and what they do not', () => {
    fc.assert(
      fc.property(anyScenario, (given) => {
        const graph = readScenarioGraph(given);
        const seen = walk(given, 's0', given.steps.length + 1);
        const stepIds = given.steps.map(({ id }) => id);
        expect([...graph.reachableSteps]).toEqual(stepIds.filter((id) => seen.has(id)));
        expect(graph.unreachableSteps).toEqual(stepIds.filter((id) => !seen.has(id)));
        expect([...graph.reachableEndings, ...graph.unreachableEndings].sort()).toEqual(['e0', 'e1']);
        expect([...graph.reachableEndings].every((id) => seen.has(id))).toBe(true);
      }),
      parameters,
    );
  });

  test('gets stuck exactly at the steps from which no walk comes to an ending', () => {
    fc.assert(
      fc.property(anyScenario, (given) => {
        const graph = readScenarioGraph(given);
        const stuck = [...graph.reachableSteps].filter((id) => {
          const seen = walk(given, id, given.steps.length + 1);
          return !seen.has('e0') && !seen.has('e1');
        });
        expect([...graph.deadEnds, ...graph.loopsWithoutExit].sort()).toEqual(stuck.sort());
        for (const id of graph.deadEnds) expect(placesAfter(given, id, given.steps.length)).toEqual([]);
        for (const id of graph.loopsWithoutExit) expect(placesAfter(given, id, given.steps.length)).not.toEqual([]);
      }),
      parameters,
    );
  });

  test('that has a strong route can be played along it', () => {
    fc.assert(
      fc.property(anyScenario, (given) => {
        const { strongRoute } = readScenarioGraph(given);
        if (!strongRoute) return;
        const stops = [...strongRoute.steps, strongRoute.ending];
        for (const [index, id] of strongRoute.steps.entries()) {
          const choices = given.steps.find((step) => step.id === id)?.options.filter(({ next }) => next === stops[index + 1]) ?? [];
          expect(choices.some(({ judgement }) => judgement === 'strong' || judgement === 'acceptable')).toBe(true);
        }
      }),
      parameters,
    );
  });
});
