import type { ScenarioOption, ScenarioStep } from '../course/scenario.ts';
import { chanceOfAtLeast } from './chance.ts';
import type { ScenarioFile } from './content.ts';
import type { Finding } from './rule.ts';

/** Something that would give good practice away if it were seen more often than chance allows. */
export interface Bias {
  /** Which of a step's options stands out. `undefined` where none does alone. */
  standsOut(step: ScenarioStep): ScenarioOption | undefined;
  /** Completes "the strong option is …". */
  words: string;
  hint: string;
  /** A scenario of few steps can be biased by chance; then only the whole library is looked at. */
  inOneScenario: boolean;
}

/** A bias as strong as this, or stronger, comes about by chance once in twenty (one scenario) or in a hundred (the library). */
const LIKELY_BY_CHANCE = { scenario: 0.05, library: 0.01 };

/** Worst scenarios that a finding about the whole library names. */
const MAX_NAMED = 5;

interface Tally {
  file: ScenarioFile;
  /** Steps in which the strong option stands out. */
  steps: number[];
  /** For each step that has a strong option and another: the chance that what stands out is a strong one. */
  chances: number[];
}

/** Looks for a bias in every scenario and in the library as a whole. */
export function findBias(scenarios: readonly ScenarioFile[], bias: Bias): Finding[] {
  const tallies = scenarios.map((file) => tally(file, bias));
  const single = bias.inOneScenario ? tallies.filter(({ steps, chances }) => steps.length > chances.length / 2 && steps.length > 1 && chanceOfAtLeast(steps.length, chances) < LIKELY_BY_CHANCE.scenario) : [];
  const steps = tallies.reduce((sum, each) => sum + each.steps.length, 0);
  const chances = tallies.flatMap((each) => each.chances);
  const expected = chances.reduce((sum, chance) => sum + chance, 0);
  const worst = tallies.filter((each) => each.steps.length > 0).sort((a, b) => b.steps.length / b.chances.length - a.steps.length / a.chances.length);
  const isBiased = steps > expected && chanceOfAtLeast(steps, chances) < LIKELY_BY_CHANCE.library;
  return [
    ...single.map(({ file, steps: told }): Finding => [file, ['steps', told[0] ?? 0, 'options'], `In ${told.length === file.scenario.steps.length ? 'all' : 'most'} of its steps the strong option is ${bias.words}, so learners need not read.`, bias.hint]),
    ...worst.slice(0, isBiased ? 1 : 0).map(
      ({ file }): Finding => [file, ['steps'], `Over the whole library the strong option is ${bias.words} in ${steps} of ${chances.length} steps; chance would give about ${Math.round(expected)}.`, `${bias.hint} Start with: ${worst.slice(0, MAX_NAMED).map((each) => each.file.scenario.id).join(', ')}.`],
    ),
  ];
}

function tally(file: ScenarioFile, { standsOut }: Bias): Tally {
  const told: Tally = { file, steps: [], chances: [] };
  file.scenario.steps.forEach((step, index) => {
    const strong = step.options.filter(({ judgement }) => judgement === 'strong').length;
    const seen = standsOut(step);
    if (seen === undefined || strong === 0 || strong === step.options.length) return;
    told.chances.push(strong / step.options.length);
    if (seen.judgement === 'strong') told.steps.push(index);
  });
  return told;
}
