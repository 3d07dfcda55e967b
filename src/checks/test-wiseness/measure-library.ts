import type { Framework } from '../../framework/framework.ts';
import { listStatements } from '../../framework/framework.ts';
import type { Scenario } from '../../course/scenario.ts';
import { playScenario, type Play } from './play.ts';
import { RANDOM, STRATEGIES, type Strategy } from './strategies.ts';
import { WordMemory } from './word-memory.ts';

/** A strategy's mean over a library of scenarios, and how far its pass rate lies above that of chance, from -1 to 1. */
export type StrategyResult = Play & { strategy: Strategy; abovePass: number };

/** What it comes to to remember, of all other scenarios, which words stood in strong options. */
export function measureWordMemory(scenarios: readonly Scenario[]): Play {
  const plays = scenarios.map((scenario) => {
    const memory = new WordMemory(scenarios.filter((other) => other !== scenario));
    return playScenario(scenario, [], { id: 'word-memory', describe: 'the words of strong options elsewhere', mark: ({ cues }) => memory.mark(cues.text) });
  });
  return averagePlays(plays);
}

/** How far above chance a strategy may pass, from 0 to 1. */
export const MAX_ABOVE_CHANCE = 0.1;

/** Plays every scenario with every naive strategy. The first result is that of chance. */
export function measureTestWiseness(scenarios: readonly Scenario[], frameworks: readonly Framework[]): StrategyResult[] {
  const statementTexts = indexStatements(frameworks);
  const play = (strategy: Strategy): Play => {
    return averagePlays(scenarios.map((scenario) => playScenario(scenario, listExercised(scenario, statementTexts), strategy)));
  };
  const chance = play(RANDOM);
  return [RANDOM, ...STRATEGIES].map((strategy) => {
    const result = strategy === RANDOM ? chance : play(strategy);
    return { strategy, ...result, abovePass: result.pass - chance.pass };
  });
}

function averagePlays(plays: readonly Play[]): Play {
  const mean = (of: (play: Play) => number) => plays.reduce((sum, each) => sum + of(each), 0) / (plays.length || 1);
  return { score: mean(({ score }) => score), pass: mean(({ pass }) => pass) };
}

export function indexStatements(frameworks: readonly Framework[]): ReadonlyMap<string, string> {
  return new Map(frameworks.flatMap((framework) => listStatements(framework).map(({ statement }) => [statement.id, `${statement.stem ?? ''} ${statement.text}`])));
}

/** The words of the statements that a scenario exercises, as far as they are there. */
export function listExercised(scenario: Scenario, statementTexts: ReadonlyMap<string, string>): string[] {
  return scenario.exercises.flatMap((id) => statementTexts.get(id) ?? []);
}
