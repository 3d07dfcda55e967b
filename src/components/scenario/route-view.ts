import { JUDGEMENT_LABELS } from '../../course/judgement.ts';
import type { Route, RouteStep, Turn } from '../../course/route.ts';
import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';
import type { ScenarioOutline } from './scenario-outline.ts';

/** The route that was taken, step by step, with the roads not taken beside it. */
export function makeRouteView(route: Route<ScenarioOutline>): HTMLElement {
  return makeElement('ol', { class: 'route' }, ...route.steps.map(makeStep));
}

function makeStep({ step, taken, notTaken }: RouteStep<ScenarioOutline>): HTMLElement {
  const roads = makeElement(
    'details',
    {},
    makeElement('summary', {}, notTaken.length === 1 ? 'The road not taken' : `The ${notTaken.length} roads not taken`),
    ...notTaken.map((turn) => makeElement('div', { class: 'other-road' }, makeElement('p', {}, makeElement('strong', {}, textOf(turn))), ...describe(turn))),
  );
  return makeElement(
    'li',
    {},
    makeElement('span', { class: `route-pebble route-pebble--${taken.option.judgement}` }),
    makeElement('p', { class: 'quiet' }, findElement(step.element, '.scenario-question').textContent),
    makeElement('p', {}, 'You chose: ', makeElement('strong', {}, textOf(taken))),
    ...describe(taken),
    roads,
  );
}

function describe({ option, leadsTo }: Turn<ScenarioOutline>): HTMLElement[] {
  const end = leadsTo.kind === 'ending' ? ` This leads to an ending: ${findElement(leadsTo.ending.element, '[data-heading]').lastChild?.textContent ?? ''}.` : '';
  return [
    makeElement('p', {}, findElement(option.element, '.judgement').cloneNode(true)),
    makeElement('p', {}, `${findElement(option.element, '.outcome').textContent}${end}`),
  ];
}

const textOf = ({ option }: Turn<ScenarioOutline>): string => findElement(option.element, 'summary').textContent;

/** `Strong practice, then Acceptable`: the route in words. */
export function describeRoute(route: Route<ScenarioOutline>): string {
  return route.steps.map(({ taken }) => JUDGEMENT_LABELS[taken.option.judgement]).join(', then ');
}
