import { DEFAULT_MASTERY_SCORE } from '../../course/completion.ts';
import type { Judgement } from '../../course/judgement.ts';
import type { Scenario } from '../../course/scenario.ts';
import { scoreAnswers } from '../../course/scoring.ts';
import { CueReader } from './cues.ts';
import type { SeenOption, Strategy } from './strategies.ts';

/** What a strategy comes to in a scenario, exactly: ties are averaged, so that two runs give the same. */
export interface Play {
  /** The scaled score to be expected, 0 to 1. */
  score: number;
  /** The chance to pass by the completion contract: the mastery score reached and no unsafe choice made. */
  pass: number;
}

/** A route this long goes round in a circle; what is left of it counts as nothing reached. */
const MAX_CHOICES = 16;

/**
 * Plays one scenario with a strategy, over all routes that it may take.
 * @param statements the words of the practice statements that the scenario exercises.
 */
export function playScenario(scenario: Scenario, statements: readonly string[], strategy: Strategy): Play {
  const cues = new CueReader(scenario, statements);
  const picks = new Map(scenario.steps.map((step) => [step.id, pickOptions(step.options.map(({ text }) => cues.read(text)), strategy).map((index) => step.options[index])]));
  // By position and what was chosen so far, in any order: many routes come to the same, and in a circle their number has no bound.
  const known = new Map<string, Play>();
  const first = scenario.steps[0]?.id;
  return first === undefined ? { score: 0, pass: 0 } : goOn(first, []);

  function goOn(position: string, decisions: readonly Judgement[]): Play {
    const options = picks.get(position);
    if (options === undefined) return judge(decisions);
    if (decisions.length === MAX_CHOICES) return { score: 0, pass: 0 };
    const key = [position, ...decisions.toSorted()].join(' ');
    const earlier = known.get(key);
    if (earlier) return earlier;
    const plays = options.flatMap((option) => (option ? [goOn(option.next, [...decisions, option.judgement])] : []));
    const average = (of: (play: Play) => number) => plays.reduce((sum, play) => sum + of(play), 0) / plays.length;
    const result = { score: average(({ score }) => score), pass: average(({ pass }) => pass) };
    known.set(key, result);
    return result;
  }
}

function judge(decisions: readonly Judgement[]): Play {
  const score = scoreAnswers(decisions, []) ?? 0;
  return { score, pass: score >= DEFAULT_MASTERY_SCORE && !decisions.includes('unsafe') ? 1 : 0 };
}

/** Places of the options that a strategy would take; several where it cannot tell them apart. */
export function pickOptions(cues: readonly SeenOption['cues'][], { mark }: Strategy): number[] {
  const seen = cues.map((own, position): SeenOption => ({ cues: own, position, count: cues.length }));
  const marks = seen.map((option) => mark(option, seen));
  const best = Math.max(...marks);
  return marks.flatMap((own, index) => (own === best ? [index] : []));
}
