import type { Judgement } from './judgement.ts';
import type { Route } from './route.ts';
import type { Judged } from './strong-route.ts';

/** A step or an ending on the map. Rows count from 0 at the top, columns run from 0 to 1 across. */
export interface MapNode {
  id: string;
  kind: 'step' | 'ending';
  /** Steps of the learner's route are numbered along it, from 1; endings have letters, from A; other steps have none. */
  mark: string;
  row: number;
  column: number;
  isVisited: boolean;
  /** Of the choice that the learner made here last. */
  judgement?: Judgement;
}

/** All choices that lead from one place to another, drawn as one line. */
export interface MapLine {
  from: MapNode;
  to: MapNode;
  isTaken: boolean;
  isStrong: boolean;
}

export interface RouteMap {
  nodes: MapNode[];
  lines: MapLine[];
  rows: number;
  /** The learner's route from its first step to its ending; a step that it came to twice stands twice. */
  way: MapNode[];
  /** The strong route in the same manner; empty where there is none. */
  strongWay: MapNode[];
}

/** Lays a scenario out from top to bottom, with endings in the last row, and marks a route and the strong one. */
export function drawRouteMap<S extends Judged>(scenario: S, route: Route<S>, strong: Route<S> | undefined): RouteMap {
  const reached = reachAll(scenario);
  const steps = scenario.steps.filter(({ id }) => reached.has(id));
  const endings = scenario.endings.filter(({ id }) => reached.has(id));
  const rowOf = layOutRows(scenario, reached);
  const lastRow = Math.max(0, ...steps.map(({ id }) => rowOf.get(id) ?? 0)) + 1;
  for (const { id } of endings) rowOf.set(id, lastRow);

  const order = [...new Set(route.steps.map(({ step }) => step.id))];
  const visited = new Set(listPlaces(route));
  const judgements = new Map(route.steps.map(({ step, taken }) => [step.id, taken.option.judgement]));
  const places = [...steps.map(({ id }) => ({ id, kind: 'step' as const, mark: order.includes(id) ? String(order.indexOf(id) + 1) : '' })), ...endings.map(({ id }, index) => ({ id, kind: 'ending' as const, mark: String.fromCharCode(65 + index) }))];
  const byRow = Map.groupBy(places, ({ id }) => rowOf.get(id) ?? 0);
  const nodes = places.map((place): MapNode => {
    const row = rowOf.get(place.id) ?? 0;
    const beside = byRow.get(row) ?? [];
    const judgement = judgements.get(place.id);
    return { ...place, row, column: (beside.indexOf(place) + 0.5) / beside.length, isVisited: visited.has(place.id), ...(judgement && { judgement }) };
  });

  const taken = listMoves(route);
  const best = strong ? listMoves(strong) : new Set<string>();
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const moves = new Map(steps.flatMap((step) => step.options.map(({ next }) => [`${step.id} ${next}`, { from: nodeOf.get(step.id), to: nodeOf.get(next) }] as const)));
  const lines = [...moves].flatMap(([move, { from, to }]) => (from && to ? [{ from, to, isTaken: taken.has(move), isStrong: best.has(move) }] : []));
  const toNodes = (ids: readonly string[]) => ids.flatMap((id) => nodeOf.get(id) ?? []);
  return { nodes, lines, rows: lastRow + 1, way: toNodes(listPlaces(route)), strongWay: strong ? toNodes(listPlaces(strong)) : [] };
}

/** Ids of the steps of a route, and of the ending that it came to. */
function listPlaces<S extends Judged>(route: Route<S>): string[] {
  return [...route.steps.map(({ step }) => step.id), ...(route.state === 'ended' ? [route.ending.id] : [])];
}

function listMoves<S extends Judged>(route: Route<S>): Set<string> {
  return new Set(route.steps.map(({ step, taken }) => `${step.id} ${taken.option.next}`));
}

function reachAll({ steps }: Judged): Set<string> {
  const reached = new Set(steps.slice(0, 1).map(({ id }) => id));
  for (const id of reached) for (const { next } of steps.find((step) => step.id === id)?.options ?? []) reached.add(next);
  return reached;
}

/** Each step stands below all that lead to it; a way back up is left out of the count, so that a circle ends. */
function layOutRows({ steps }: Judged, reached: ReadonlySet<string>): Map<string, number> {
  const optionsOf = new Map(steps.map(({ id, options }) => [id, options]));
  const rowOf = new Map<string, number>();
  const place = (id: string, row: number, above: readonly string[]) => {
    if (!optionsOf.has(id) || above.includes(id)) return;
    if (row > (rowOf.get(id) ?? -1)) rowOf.set(id, row);
    else if (rowOf.has(id)) return;
    for (const { next } of optionsOf.get(id) ?? []) place(next, row + 1, [...above, id]);
  };
  const [first] = steps;
  if (first && reached.has(first.id)) place(first.id, 0, []);
  return rowOf;
}
