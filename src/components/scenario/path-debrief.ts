import { JUDGEMENT_LABELS } from '../../course/judgement.ts';
import type { Route } from '../../course/route.ts';
import { drawRouteMap } from '../../course/route-map.ts';
import { compareWithStrong, type RouteComparison } from '../../course/strong-route.ts';
import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';
import { makeRouteMap } from './route-map-view.ts';
import { makeRouteView } from './route-view.ts';
import { titleOf, type ScenarioOutline } from './scenario-outline.ts';

/** What a finished route comes to: in a line, as a map, beside good practice, and step by step. */
export function makePathDebrief(outline: ScenarioOutline, route: Route<ScenarioOutline>): HTMLElement[] {
  const comparison = compareWithStrong(outline, route);
  return [
    makeElement('p', { class: 'quiet' }, listJudgements(route)),
    makeRouteMap(drawRouteMap(outline, route, comparison?.strong), (id) => nameEnding(outline, id)),
    ...(comparison ? describeDifference(route, comparison) : []),
    ...describeConfidence(route),
    makeRouteView(route),
  ];
}

/** `Acceptable, then strong practice, then could be stronger.` */
function listJudgements({ steps }: Route<ScenarioOutline>): string {
  const list = steps.map(({ taken }) => JUDGEMENT_LABELS[taken.option.judgement].toLowerCase()).join(', then ');
  return `${list.charAt(0).toUpperCase()}${list.slice(1)}.`;
}

/** How the route differs from one of good practice. */
function describeDifference(route: Route<ScenarioOutline>, { strong, differences, isSameEnding }: RouteComparison<ScenarioOutline>): HTMLElement[] {
  const ending = (of: Route<ScenarioOutline>) => (of.state === 'ended' ? titleOf(of.ending.element) : '');
  if (differences.length === 0) return [makeElement('p', {}, 'Your route is one of strong practice from start to end.')];
  const items = differences.map(({ index, strong: better, isOnStrongRoute }) =>
    makeElement('li', {}, `Step ${index + 1}: `, makeElement('strong', {}, findElement(better.element, 'summary').textContent), isOnStrongRoute ? '' : ' The strong route has no need of this step.'),
  );
  return [
    makeElement('p', {}, differences.length === 1 ? 'Good practice would have chosen otherwise once:' : `Good practice would have chosen otherwise ${differences.length === 2 ? 'twice' : `${differences.length} times`}:`),
    makeElement('ul', {}, ...items),
    makeElement('p', {}, isSameEnding ? `Both ways come to the same ending: ${ending(route)}.` : `The strong route ends in: ${ending(strong)}.`),
  ];
}

/** What learners said of how sure they were, beside what came of it. Kept apart from any score. */
function describeConfidence(route: Route<ScenarioOutline>): HTMLElement[] {
  const sureAndWeak = route.steps.flatMap(({ confidence, taken }, index) => (confidence === 'very-sure' && ['weak', 'unsafe'].includes(taken.option.judgement) ? [index + 1] : []));
  const unsureAndStrong = route.steps.flatMap(({ confidence, taken }, index) => (confidence === 'not-sure' && taken.option.judgement === 'strong' ? [index + 1] : []));
  const steps = (list: readonly number[]) => `${list.length === 1 ? 'step' : 'steps'} ${new Intl.ListFormat('en-GB').format(list.map(String))}`;
  return [
    ...(sureAndWeak.length > 0 ? [makeElement('p', {}, `You were very sure at ${steps(sureAndWeak)}, and another choice would have been stronger. That is worth coming back to: it waits for you under My learning.`)] : []),
    ...(unsureAndStrong.length > 0 ? [makeElement('p', {}, `You were not sure at ${steps(unsureAndStrong)}, and what you chose was strong practice. You may trust it more.`)] : []),
  ];
}

const nameEnding = ({ endings }: ScenarioOutline, id: string): string => {
  const ending = endings.find((candidate) => candidate.id === id);
  return ending ? titleOf(ending.element) : id;
};
