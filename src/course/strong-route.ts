import type { Judgement } from './judgement.ts';
import { walkRoute, type Choice, type Route, type RouteStep, type Walkable } from './route.ts';
import { bestChoices } from './scenario-graph.ts';

/** A scenario whose choices can be compared with good practice. */
export interface Judged extends Walkable {
  steps: readonly { id: string; options: readonly { id: string; next: string; judgement: Judgement }[] }[];
}

/** How a learner's route differs from one of good practice throughout. */
export interface RouteComparison<S extends Judged> {
  /** The route of good practice that has most in common with the learner's. */
  strong: Route<S>;
  /** Steps at which another choice would have been the strong one, in the order of the learner's route. */
  differences: { index: number; step: RouteStep<S>; strong: S['steps'][number]['options'][number]; isOnStrongRoute: boolean }[];
  /** Whether both came to the same ending. */
  isSameEnding: boolean;
}

/** Compares a route that has ended with good practice. `undefined` where no route of strong choices leads to an ending. */
export function compareWithStrong<S extends Judged>(scenario: S, route: Route<S>): RouteComparison<S> | undefined {
  const strong = findStrongRoute(scenario, route);
  if (!strong) return undefined;
  const onStrongRoute = new Set(strong.steps.map(({ step }) => step.id));
  const differences = route.steps.flatMap((step, index) => {
    const best = bestOf(step.step);
    const preferred = best.find((option) => strong.steps.some(({ taken }) => taken.option === option)) ?? best[0];
    return preferred === undefined || best.includes(step.taken.option) ? [] : [{ index, step, strong: preferred, isOnStrongRoute: onStrongRoute.has(step.step.id) }];
  });
  return { strong, differences, isSameEnding: route.state === 'ended' && strong.state === 'ended' && route.ending.id === strong.ending.id };
}

/** Where several choices are strong, the one that the learner made is followed, so that the two routes differ only where practice does; unless it leads to no ending. */
function findStrongRoute<S extends Judged>(scenario: S, route: Route<S>): Route<S> | undefined {
  const made = new Set(route.steps.map(({ taken }) => taken.option));
  const own = (step: S['steps'][number]) => bestOf(step).filter((option) => made.has(option));
  return findShortest(scenario, (step) => (own(step).length > 0 ? own(step) : bestOf(step))) ?? findShortest(scenario, bestOf);
}

/** The shortest route to an ending by way of the choices that `follow` lists for a step. */
function findShortest<S extends Judged>(scenario: S, follow: (step: S['steps'][number]) => readonly { id: string; next: string }[]): Route<S> | undefined {
  const first = scenario.steps[0];
  if (!first) return undefined;
  const endings = new Set(scenario.endings.map(({ id }) => id));
  const wayTo = new Map<string, Choice[]>([[first.id, []]]);
  for (const [id, way] of wayTo) {
    const step = scenario.steps.find((candidate) => candidate.id === id);
    if (!step && endings.has(id)) return walkRoute(scenario, way);
    for (const option of step ? follow(step) : []) {
      if (!wayTo.has(option.next)) wayTo.set(option.next, [...way, { step: id, option: option.id }]);
    }
  }
  return undefined;
}

const bestOf = <S extends Judged>(step: S['steps'][number]): S['steps'][number]['options'][number][] => bestChoices(step.options);
