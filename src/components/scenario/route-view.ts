import { CONFIDENCE_LABELS } from '../../course/confidence.ts';
import type { Route, RouteStep, Turn } from '../../course/route.ts';
import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';
import { titleOf, type ScenarioOutline } from './scenario-outline.ts';

/** The route that was taken, step by step, with what decided each choice and the roads not taken beside it. */
export function makeRouteView(route: Route<ScenarioOutline>): HTMLElement {
  return makeElement('ol', { class: 'route' }, ...route.steps.map(makeStep));
}

function makeStep({ step, taken, notTaken, confidence }: RouteStep<ScenarioOutline>, index: number): HTMLElement {
  const roads = makeElement(
    'details',
    {},
    makeElement('summary', {}, notTaken.length === 1 ? 'The road not taken' : `The ${notTaken.length} roads not taken`),
    ...notTaken.map((turn) => makeElement('div', { class: 'other-road' }, makeElement('p', {}, makeElement('strong', {}, textOf(turn))), ...describe(turn))),
  );
  const quotation = taken.option.element.querySelector('.quotation')?.cloneNode(true);
  return makeElement(
    'li',
    {},
    makeElement('span', { class: `route-pebble route-pebble--${taken.option.judgement}` }),
    makeElement('p', { class: 'quiet' }, `Step ${index + 1}: ${findElement(step.element, '.scenario-question').textContent}`),
    makeElement('p', {}, 'You chose: ', makeElement('strong', {}, textOf(taken)), confidence && ` You were ${CONFIDENCE_LABELS[confidence].toLowerCase()}.`),
    ...describe(taken),
    quotation && makeElement('details', {}, makeElement('summary', {}, 'The statement that decided it'), quotation),
    roads,
  );
}

function describe({ option, leadsTo }: Turn<ScenarioOutline>): HTMLElement[] {
  const end = leadsTo.kind === 'ending' ? ` This leads to an ending: ${titleOf(leadsTo.ending.element)}.` : '';
  return [
    makeElement('p', {}, findElement(option.element, '.judgement').cloneNode(true)),
    makeElement('p', {}, `${findElement(option.element, '.outcome').textContent}${end}`),
  ];
}

const textOf = ({ option }: Turn<ScenarioOutline>): string => findElement(option.element, 'summary').textContent;
