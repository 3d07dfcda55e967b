import { CueReader, type Cues } from '../test-wiseness/cues.ts';
import { pickOptions } from '../test-wiseness/play.ts';
import { STRATEGIES, type Strategy } from '../test-wiseness/strategies.ts';
import type { Scenario } from '../../course/scenario.ts';
import { defineRule, type Finding } from '../rule.ts';

const NAIVE = STRATEGIES.filter(({ id }) => ['longest', 'first', 'softest', 'refer-on'].includes(id));

export const guessableScenario = defineRule('guessable-scenario', 'warning', 'No scenario is solved by always taking the longest, the first or the softest option, or the one that hands the matter on.', ({ scenarios }) =>
  scenarios.flatMap((file) => {
    const reader = new CueReader(file.scenario, []);
    return NAIVE.filter((strategy) => isSolvedBy(file.scenario, strategy, reader)).map(({ describe }): Finding => [file, ['steps'], `Always taking ${describe} solves the whole scenario.`, 'Change the options of at least one step, so that judgement is needed.']);
  }),
);

/** Whether a strategy takes a strong option, and knows no other, at every step of its way to an ending. */
function isSolvedBy({ steps }: Scenario, strategy: Strategy, reader: CueReader): boolean {
  const seen = new Set<string>();
  let step = steps[0];
  let decisions = 0;
  while (step !== undefined && !seen.has(step.id)) {
    seen.add(step.id);
    const cues = step.options.map(({ text }): Cues => reader.read(text));
    const [picked = 0, ...others] = pickOptions(cues, strategy);
    const option = step.options[picked];
    if (others.length > 0 || option?.judgement !== 'strong') return false;
    decisions += 1;
    step = steps.find(({ id }) => id === option.next);
  }
  return step === undefined && decisions > 1;
}
