import { describe, expect, test } from 'vitest';
import { walkRoute } from '../../../src/course/route.ts';

const scenario = {
  steps: [
    {
      id: 'friday-afternoon',
      options: [
        { id: 'ring-and-say-so', judgement: 'strong', next: 'at-the-door' },
        { id: 'send-a-text', judgement: 'weak', next: 'at-the-door' },
        { id: 'leave-it', judgement: 'unsafe', next: 'nobody-came' },
      ],
    },
    {
      id: 'at-the-door',
      options: [
        { id: 'say-sorry', judgement: 'strong', next: 'trust-kept' },
        { id: 'ask-again', judgement: 'acceptable', next: 'friday-afternoon' },
      ],
    },
  ],
  endings: [{ id: 'trust-kept' }, { id: 'nobody-came' }],
} as const;

describe('walkRoute', () => {
  test('starts at the first step', () => {
    expect(walkRoute(scenario, [])).toMatchObject({ state: 'at-step', step: { id: 'friday-afternoon' }, steps: [] });
  });

  test('stands at the step that the last choice led to', () => {
    expect(walkRoute(scenario, [{ step: 'friday-afternoon', option: 'send-a-text' }])).toMatchObject({ state: 'at-step', step: { id: 'at-the-door' } });
  });

  test('ends, and shows at every step the road taken and those not taken, with where they led', () => {
    const route = walkRoute(scenario, [
      { step: 'friday-afternoon', option: 'send-a-text' },
      { step: 'at-the-door', option: 'say-sorry' },
    ]);
    expect(route).toMatchObject({ state: 'ended', ending: { id: 'trust-kept' } });
    expect(route.steps.map(({ step, taken, notTaken }) => [step.id, taken.option.id, notTaken.map(({ option, leadsTo }) => [option.id, option.judgement, leadsTo.kind === 'step' ? leadsTo.step.id : leadsTo.ending.id])])).toEqual([
      ['friday-afternoon', 'send-a-text', [['ring-and-say-so', 'strong', 'at-the-door'], ['leave-it', 'unsafe', 'nobody-came']]],
      ['at-the-door', 'say-sorry', [['ask-again', 'acceptable', 'friday-afternoon']]],
    ]);
  });

  test('follows a route that comes back to a step', () => {
    const round = [{ step: 'friday-afternoon', option: 'ring-and-say-so' }, { step: 'at-the-door', option: 'ask-again' }];
    expect(walkRoute(scenario, [...round, ...round])).toMatchObject({ state: 'at-step', step: { id: 'friday-afternoon' } });
  });

  test.each([
    ['an option that was taken out', [{ step: 'friday-afternoon', option: 'gone' }], 0],
    ['a step that was renamed', [{ step: 'friday-afternoon', option: 'send-a-text' }, { step: 'on-the-step', option: 'say-sorry' }], 1],
    ['a choice that now leads elsewhere', [{ step: 'friday-afternoon', option: 'leave-it' }, { step: 'at-the-door', option: 'say-sorry' }], 1],
  ])('breaks on %s and keeps what still fits', (_, chosen, kept) => {
    const route = walkRoute(scenario, chosen);
    expect(route.state).toBe('broken');
    expect(route.steps).toHaveLength(kept);
  });

  test('breaks on an option that leads to nothing, and on a scenario without steps', () => {
    const astray = { steps: [{ id: 'only', options: [{ id: 'on', next: 'nowhere' }] }], endings: [] };
    expect(walkRoute(astray, [{ step: 'only', option: 'on' }]).state).toBe('broken');
    expect(walkRoute({ steps: [], endings: [] }, []).state).toBe('broken');
  });
});
