import type { Scenario, ScenarioOption, ScenarioStep } from './scenario.ts';

/** One choice at one step, by position, so that a report can name its line. */
export interface GraphChoice {
  step: string;
  stepIndex: number;
  option: string;
  optionIndex: number;
  next: string;
  judgement: ScenarioOption['judgement'];
}

/** What can be said of a scenario's routes without playing it. Learners start at the first step. */
export interface ScenarioGraph {
  reachableSteps: ReadonlySet<string>;
  reachableEndings: ReadonlySet<string>;
  unreachableSteps: string[];
  unreachableEndings: string[];
  /** Choices that lead to something that is neither a step nor an ending. */
  unknownNext: GraphChoice[];
  /** Steps that learners can come to and whose choices lead to nothing that exists. */
  deadEnds: string[];
  /** Steps that learners can come to and from which they can only go round, never to an ending. */
  loopsWithoutExit: string[];
  /** Steps of a route on which every choice is the best on offer, with its ending. `undefined` where there is none. */
  strongRoute: { steps: string[]; ending: string } | undefined;
  /** Unsafe choices that learners can make and that no ending, and so no debrief, follows. */
  unsafeWithoutEnding: GraphChoice[];
}

type ScenarioShape = Pick<Scenario, 'steps' | 'endings'>;

/** Follows every choice of a scenario. Where an id stands twice, the first one counts; a step comes before an ending. */
export function readScenarioGraph({ steps, endings }: ScenarioShape): ScenarioGraph {
  const choices = steps.flatMap(listChoices);
  const choicesOf = new Map(steps.map((step, stepIndex) => [step.id, listChoices(step, stepIndex)] as const).reverse());
  const stepIds = new Set(steps.map(({ id }) => id));
  const endingIds = new Set(endings.map(({ id }) => id).filter((id) => !stepIds.has(id)));
  const nextOf = (id: string) => (choicesOf.get(id) ?? []).map(({ next }) => next);

  const first = steps[0]?.id;
  const reached = follow(first === undefined ? [] : [first], nextOf);
  const before = new Map<string, string[]>();
  for (const { step, next } of [...choicesOf.values()].flat()) before.set(next, [...(before.get(next) ?? []), step]);
  const leadsToEnding = follow([...endingIds], (id) => before.get(id) ?? []);

  const stuck = [...stepIds].filter((id) => reached.has(id) && !leadsToEnding.has(id));
  const leadsOn = follow(
    stuck.filter((id) => canComeBack(id, nextOf)),
    (id) => before.get(id) ?? [],
  );
  return {
    reachableSteps: new Set([...stepIds].filter((id) => reached.has(id))),
    reachableEndings: new Set([...endingIds].filter((id) => reached.has(id))),
    unreachableSteps: [...stepIds].filter((id) => !reached.has(id)),
    unreachableEndings: [...endingIds].filter((id) => !reached.has(id)),
    unknownNext: choices.filter(({ next }) => !stepIds.has(next) && !endingIds.has(next)),
    deadEnds: stuck.filter((id) => !leadsOn.has(id)),
    loopsWithoutExit: stuck.filter((id) => leadsOn.has(id)),
    strongRoute: first === undefined ? undefined : findStrongRoute(first, (id) => bestChoices(choicesOf.get(id) ?? []), endingIds),
    unsafeWithoutEnding: choices.filter(({ step, next, judgement }) => judgement === 'unsafe' && reached.has(step) && !leadsToEnding.has(next)),
  };
}

function listChoices(step: ScenarioStep, stepIndex: number): GraphChoice[] {
  return step.options.map(({ id, next, judgement }, optionIndex) => ({ step: step.id, stepIndex, option: id, optionIndex, next, judgement }));
}

/** All that can be come to from `starts`, themselves included. */
function follow(starts: readonly string[], nextOf: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (const id of reached) for (const next of nextOf(id)) reached.add(next);
  return reached;
}

function canComeBack(id: string, nextOf: (id: string) => readonly string[]): boolean {
  return follow(nextOf(id), nextOf).has(id);
}

/** The strong choices of a step. Two or more acceptable ones may stand in for them: practitioners can be of two minds. */
export function bestChoices<Choice extends Pick<ScenarioOption, 'judgement'>>(choices: readonly Choice[]): Choice[] {
  const strong = choices.filter(({ judgement }) => judgement === 'strong');
  if (strong.length > 0) return strong;
  const acceptable = choices.filter(({ judgement }) => judgement === 'acceptable');
  return acceptable.length >= 2 ? acceptable : [];
}

function findStrongRoute(first: string, best: (id: string) => readonly GraphChoice[], endings: ReadonlySet<string>): ScenarioGraph['strongRoute'] {
  const routeTo = new Map<string, string[]>([[first, []]]);
  for (const [id, route] of routeTo) {
    if (endings.has(id)) return { steps: route, ending: id };
    for (const { next } of best(id)) if (!routeTo.has(next)) routeTo.set(next, [...route, id]);
  }
  return undefined;
}
