import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JUDGEMENTS } from '../../../src/course/judgement.ts';
import { walkRoute, type Choice } from '../../../src/course/route.ts';
import { drawRouteMap } from '../../../src/course/route-map.ts';
import { compareWithStrong, type Judged } from '../../../src/course/strong-route.ts';

/** Friday leads to the door, or by way of an apology; two endings. */
const visit = {
  steps: [
    { id: 'friday', options: [{ id: 'ring', judgement: 'strong', next: 'door' }, { id: 'post-a-card', judgement: 'weak', next: 'sorry' }, { id: 'leave-it', judgement: 'unsafe', next: 'alone' }] },
    { id: 'sorry', options: [{ id: 'own-it', judgement: 'strong', next: 'door' }, { id: 'explain', judgement: 'weak', next: 'alone' }] },
    { id: 'door', options: [{ id: 'listen', judgement: 'strong', next: 'trusted' }, { id: 'sit-down', judgement: 'strong', next: 'trusted' }, { id: 'note-it', judgement: 'acceptable', next: 'trusted' }] },
  ],
  endings: [{ id: 'trusted' }, { id: 'alone' }],
} satisfies Judged;

const go = (...options: [step: string, option: string][]) => walkRoute<Judged>(visit, options.map(([step, option]): Choice => ({ step, option })));
const compare = (...options: [step: string, option: string][]) => {
  const comparison = compareWithStrong<Judged>(visit, go(...options));
  return comparison && { strong: comparison.strong.steps.map(({ taken }) => taken.option.id), differences: comparison.differences.map(({ index, strong, isOnStrongRoute }) => [index, strong.id, isOnStrongRoute]), isSameEnding: comparison.isSameEnding };
};

describe('compareWithStrong', () => {
  test('a route of strong choices differs in nothing, also where another choice is as strong', () => {
    expect(compare(['friday', 'ring'], ['door', 'sit-down'])).toEqual({ strong: ['ring', 'sit-down'], differences: [], isSameEnding: true });
    expect(compare(['friday', 'ring'], ['door', 'listen'])).toEqual({ strong: ['ring', 'listen'], differences: [], isSameEnding: true });
  });

  test('names each step at which another choice would have been strong, and that the strong route has no need of a step', () => {
    expect(compare(['friday', 'post-a-card'], ['sorry', 'own-it'], ['door', 'note-it'])).toEqual({ strong: ['ring', 'listen'], differences: [[0, 'ring', true], [2, 'listen', true]], isSameEnding: true });
    expect(compare(['friday', 'post-a-card'], ['sorry', 'explain'])).toEqual({ strong: ['ring', 'listen'], differences: [[0, 'ring', true], [1, 'own-it', false]], isSameEnding: false });
  });

  test('the learner’s own strong choice is followed, also where another is a shorter way', () => {
    const detour: Judged = {
      steps: [
        { id: 'friday', options: [{ id: 'ring', judgement: 'strong', next: 'done' }, { id: 'go-round', judgement: 'strong', next: 'door' }, { id: 'leave-it', judgement: 'weak', next: 'done' }] },
        { id: 'door', options: [{ id: 'listen', judgement: 'strong', next: 'heard' }, { id: 'note-it', judgement: 'weak', next: 'done' }] },
      ],
      endings: [{ id: 'done' }, { id: 'heard' }],
    };
    const compareDetour = (...options: [step: string, option: string][]) => compareWithStrong(detour, walkRoute(detour, options.map(([step, option]): Choice => ({ step, option }))));
    const own = compareDetour(['friday', 'go-round'], ['door', 'listen']);
    expect([own?.strong.steps.map(({ taken }) => taken.option.id), own?.differences, own?.isSameEnding]).toEqual([['go-round', 'listen'], [], true]);
    expect(compareDetour(['friday', 'go-round'], ['door', 'note-it'])?.strong.steps.map(({ taken }) => taken.option.id)).toEqual(['go-round', 'listen']);
    expect(compareDetour(['friday', 'leave-it'])?.strong.steps.map(({ taken }) => taken.option.id)).toEqual(['ring']);
  });

  test('a strong choice that leads round and round is not followed where another leads to an ending', () => {
    const round: Judged = { steps: [{ id: 'a', options: [{ id: 'again', judgement: 'strong', next: 'b' }, { id: 'out', judgement: 'strong', next: 'end' }] }, { id: 'b', options: [{ id: 'back', judgement: 'strong', next: 'a' }, { id: 'off', judgement: 'weak', next: 'end' }] }], endings: [{ id: 'end' }] };
    expect(compareWithStrong(round, walkRoute(round, [{ step: 'a', option: 'again' }, { step: 'b', option: 'off' }]))?.strong.steps.map(({ taken }) => taken.option.id)).toEqual(['out']);
  });

  test('there is nothing to compare with where strong choices lead to no ending', () => {
    const round: Judged = { steps: [{ id: 'a', options: [{ id: 'one', judgement: 'strong', next: 'a' }, { id: 'two', judgement: 'weak', next: 'end' }] }], endings: [{ id: 'end' }] };
    expect(compareWithStrong(round, walkRoute(round, [{ step: 'a', option: 'two' }]))).toBeUndefined();
  });
});

describe('drawRouteMap', () => {
  const draw = (...options: [step: string, option: string][]) => {
    const route = go(...options);
    return drawRouteMap<Judged>(visit, route, compareWithStrong<Judged>(visit, route)?.strong);
  };

  test('numbers the steps of the route, gives endings letters, and puts every step below those that lead to it', () => {
    const { nodes, rows } = draw(['friday', 'ring'], ['door', 'listen']);
    expect(nodes.map(({ id, mark, row, isVisited }) => [id, mark, row, isVisited])).toEqual([['friday', '1', 0, true], ['sorry', '', 1, false], ['door', '2', 2, true], ['trusted', 'A', 3, true], ['alone', 'B', 3, false]]);
    expect(rows).toBe(4);
  });

  test('marks what was taken and what strong practice takes', () => {
    const { lines } = draw(['friday', 'post-a-card'], ['sorry', 'own-it'], ['door', 'listen']);
    const show = (isOn: (line: (typeof lines)[number]) => boolean) => lines.filter(isOn).map(({ from, to }) => `${from.id} ${to.id}`);
    expect(show(({ isTaken }) => isTaken)).toEqual(['friday sorry', 'sorry door', 'door trusted']);
    expect(show(({ isStrong }) => isStrong)).toEqual(['friday door', 'door trusted']);
    expect(lines).toHaveLength(6);
  });
});

test('the ways of a map follow the route, also where it comes to a step again, and strong practice', () => {
  const retry: Judged = {
    steps: [
      { id: 'ring', options: [{ id: 'shout', judgement: 'weak', next: 'sorry' }, { id: 'listen', judgement: 'strong', next: 'end' }] },
      { id: 'sorry', options: [{ id: 'ring-again', judgement: 'strong', next: 'ring' }, { id: 'leave-it', judgement: 'weak', next: 'end' }] },
    ],
    endings: [{ id: 'end' }],
  };
  const route = walkRoute(retry, [{ step: 'ring', option: 'shout' }, { step: 'sorry', option: 'ring-again' }, { step: 'ring', option: 'listen' }]);
  const { way, strongWay } = drawRouteMap(retry, route, compareWithStrong(retry, route)?.strong);
  expect(way.map(({ id }) => id)).toEqual(['ring', 'sorry', 'ring', 'end']);
  expect(strongWay.map(({ id }) => id)).toEqual(['ring', 'end']);
});

test('whatever the scenario, the map holds all that can be come to, once, inside its frame, and no line leads outside it', () => {
  const STEPS = ['a', 'b', 'c', 'd', 'e'];
  const option = fc.record({ judgement: fc.constantFrom(...JUDGEMENTS), next: fc.constantFrom(...STEPS, 'end', 'other-end') });
  const scenario = fc.array(fc.array(option, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }).map((steps): Judged => ({ steps: steps.map((options, at) => ({ id: STEPS[at] ?? '', options: options.map((each, index) => ({ ...each, id: `option-${index}` })) })), endings: [{ id: 'end' }, { id: 'other-end' }] }));
  fc.assert(
    fc.property(scenario, fc.array(fc.nat(3), { maxLength: 8 }), (told, picks) => {
      const chosen: Choice[] = [];
      for (const pick of picks) {
        const route = walkRoute(told, chosen);
        if (route.state !== 'at-step') break;
        const picked = route.step.options[pick % route.step.options.length];
        if (picked) chosen.push({ step: route.step.id, option: picked.id });
      }
      const route = walkRoute(told, chosen);
      const comparison = compareWithStrong(told, route);
      const { nodes, lines, rows } = drawRouteMap(told, route, comparison?.strong);
      expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
      for (const { step } of route.steps) expect(nodes.map(({ id }) => id)).toContain(step.id);
      for (const { row, column } of nodes) {
        expect(row).toBeGreaterThanOrEqual(0);
        expect(row).toBeLessThan(rows);
        expect(column).toBeGreaterThan(0);
        expect(column).toBeLessThan(1);
      }
      for (const { from, to } of lines) expect([nodes.includes(from), nodes.includes(to)]).toEqual([true, true]);
      if (comparison) expect(comparison.strong.state).toBe('ended');
    }),
  );
});
