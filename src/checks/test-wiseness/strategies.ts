import type { Cues } from './cues.ts';

/** An option as a test-wise learner sees it: its wording and its place in the file. */
export interface SeenOption {
  cues: Cues;
  /** From 0. */
  position: number;
  /** Of options in the step. */
  count: number;
}

/** A way to choose without reading for meaning: the option with the highest mark is taken, at random where several have it. */
export interface Strategy {
  id: string;
  describe: string;
  mark(option: SeenOption, all: readonly SeenOption[]): number;
}

const strategy = (id: string, describe: string, mark: Strategy['mark']): Strategy => ({ id, describe, mark });

/** Every option alike: what the others are held against. */
export const RANDOM = strategy('random', 'any option', () => 0);

/** Ways that must not do much better than chance. `middle` and `first` go by the file's order, which learners see on paper and in a workshop. */
export const STRATEGIES: readonly Strategy[] = [
  strategy('longest', 'the longest option', ({ cues }) => cues.length),
  strategy('shortest', 'the shortest option', ({ cues }) => -cues.length),
  strategy('middle-length', 'the option of middling length', ({ cues }, all) => -Math.abs(cues.length - mean(all.map((other) => other.cues.length)))),
  strategy('first', 'the first option in the file', ({ position }) => -position),
  strategy('middle', 'the option in the middle of the file', ({ position, count }) => -Math.abs(position - (count - 1) / 2)),
  strategy('last', 'the last option in the file', ({ position }) => position),
  strategy('most-hedged', 'the option that leaves most room', ({ cues }) => cues.hedges),
  strategy('most-child', 'the option that mentions the child most', ({ cues }) => cues.childMentions),
  strategy('softest', 'the option with the softest words', ({ cues }) => cues.softness),
  strategy('hardest', 'the option with the hardest words', ({ cues }) => -cues.softness),
  strategy('refer-on', 'the option that hands the matter on', ({ cues }) => cues.referrals),
  strategy('most-like-the-standard', 'the option that sounds most like the practice statements', ({ cues }) => cues.likeness),
];

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
