import type { Confidence } from './confidence.ts';

/** A choice as records hold it. */
export interface Choice {
  step: string;
  option: string;
  /** Left out where the learner did not say. */
  confidence?: Confidence;
}

/** What a scenario must have to be walked: a `Scenario`, or the few ids of it that a page's script knows. */
export interface Walkable {
  steps: readonly { id: string; options: readonly { id: string; next: string }[] }[];
  endings: readonly { id: string }[];
}
type StepOf<S extends Walkable> = S['steps'][number];
type OptionOf<S extends Walkable> = StepOf<S>['options'][number];
type EndingOf<S extends Walkable> = S['endings'][number];

/** Where an option leads in the scenario. */
export type Destination<S extends Walkable> = { kind: 'step'; step: StepOf<S> } | { kind: 'ending'; ending: EndingOf<S> };

/** An option, and where it led or would have led. */
export interface Turn<S extends Walkable> {
  option: OptionOf<S>;
  leadsTo: Destination<S>;
}

/** One step of a route: what was chosen and the roads not taken, in the order of the scenario. */
export interface RouteStep<S extends Walkable> {
  step: StepOf<S>;
  taken: Turn<S>;
  notTaken: readonly Turn<S>[];
  /** How sure the learner was, where the learner said. */
  confidence?: Confidence;
}

/**
 * A route followed through a scenario. `broken`: the choices don't fit the scenario as it is now, because it was edited
 * meanwhile; `steps` holds what still fits, and the learner is offered a fresh start.
 */
export type Route<S extends Walkable> = { steps: readonly RouteStep<S>[] } & ({ state: 'at-step'; step: StepOf<S> } | { state: 'ended'; ending: EndingOf<S> } | { state: 'broken' });

/** Follows `chosen` from the first step of the scenario. Never throws: choices that lead nowhere give a broken route. */
export function walkRoute<S extends Walkable>(scenario: S, chosen: readonly Choice[]): Route<S> {
  const steps: RouteStep<S>[] = [];
  const [start] = scenario.steps;
  let position: Destination<S> | undefined = start && { kind: 'step', step: start };
  for (const choice of chosen) {
    const next: RouteStep<S> | undefined = position?.kind === 'step' ? takeTurn(scenario, position.step, choice) : undefined;
    if (!next) return { state: 'broken', steps };
    steps.push(next);
    position = next.taken.leadsTo;
  }
  if (!position) return { state: 'broken', steps };
  return position.kind === 'step' ? { state: 'at-step', step: position.step, steps } : { state: 'ended', ending: position.ending, steps };
}

function takeTurn<S extends Walkable>(scenario: S, step: StepOf<S>, choice: Choice): RouteStep<S> | undefined {
  if (choice.step !== step.id) return undefined;
  const turns = step.options.flatMap((option): Turn<S>[] => {
    const leadsTo = findDestination(scenario, option.next);
    return leadsTo ? [{ option, leadsTo }] : [];
  });
  const taken = turns.find(({ option }) => option.id === choice.option);
  return taken && { step, taken, notTaken: turns.filter((turn) => turn !== taken), ...(choice.confidence && { confidence: choice.confidence }) };
}

function findDestination<S extends Walkable>({ steps, endings }: S, id: string): Destination<S> | undefined {
  const step = steps.find((candidate) => candidate.id === id);
  if (step) return { kind: 'step', step };
  const ending = endings.find((candidate) => candidate.id === id);
  return ending && { kind: 'ending', ending };
}
