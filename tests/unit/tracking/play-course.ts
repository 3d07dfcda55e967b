import fc from 'fast-check';
import { CONFIDENCES } from '../../../src/course/confidence.ts';
import type { TrackedCourse } from '../../../src/course/tracked-course.ts';
import type { LearnerEvent, LearnerEventInput } from '../../../src/record/learner-event.ts';
import { findCompletionToRecord } from '../../../src/record/module-progress.ts';
import { projectScenario } from '../../../src/record/scenario-progress.ts';
import { uuid } from '../record/events-of.ts';

/** What a learner may do next, as numbers that are taken to what there is to choose from. */
export type Act = { seconds: number } & ({ do: 'start'; scenario: number; seed: number } | { do: 'choose'; scenario: number; option: number; confidence: number } | { do: 'check'; module: number; correct: boolean[] } | { do: 'read'; module: number } | { do: 'reflect'; module: number });

const seconds = fc.integer({ min: 1, max: 100_000 });
const number = fc.nat({ max: 9 });

export const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ seconds, do: fc.constant('start' as const), scenario: number, seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }) }) },
    { weight: 6, arbitrary: fc.record({ seconds, do: fc.constant('choose' as const), scenario: number, option: number, confidence: fc.nat({ max: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ seconds, do: fc.constant('check' as const), module: number, correct: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ seconds, do: fc.constant('read' as const), module: number }) },
    { weight: 1, arbitrary: fc.record({ seconds, do: fc.constant('reflect' as const), module: number }) },
  ),
  { maxLength: 60 },
);

const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

/** The record of a learner who does these things on the pages of a course, as the pages would write it, after what is there already. */
export function playCourse(course: TrackedCourse, played: readonly Act[], earlier: readonly LearnerEvent[] = []): LearnerEvent[] {
  const events = [...earlier];
  let now = Math.max(Date.UTC(2026, 2, 2, 9), ...earlier.map(({ at }) => Date.parse(at))) + 1_000;
  const add = (input: LearnerEventInput) => {
    events.push({ version: 1, id: uuid(events.length), at: new Date(now).toISOString(), session: uuid(999), ...input });
    now += 3;
  };
  for (const act of played) {
    now += act.seconds * 1_000;
    for (const input of inputsOf(act, course, events)) add(input);
    for (const module of course.modules) {
      const completion = findCompletionToRecord(events, module);
      if (completion) add(completion);
    }
  }
  return events;
}

function inputsOf(act: Act, course: TrackedCourse, events: readonly LearnerEvent[]): LearnerEventInput[] {
  if (act.do === 'start') {
    const scenario = pick(course.scenarios, act.scenario);
    return scenario ? [{ type: 'scenario-started', attempt: uuid(10_000 + events.length), scenario: scenario.id, edition: scenario.edition, seed: act.seed }] : [];
  }
  if (act.do === 'choose') {
    const scenario = pick(course.scenarios, act.scenario);
    const going = scenario && projectScenario(events, scenario.id).unfinished;
    const step = scenario?.steps.find(({ id }) => id === (going?.nextStep ?? scenario.steps[0]?.id));
    const option = step && pick(step.options, act.option);
    if (!scenario || !going || !step || !option) return [];
    const confidence = CONFIDENCES[act.confidence - 1];
    const decision = { step: step.id, option: option.id, judgement: option.judgement, ...(confidence && { confidence }) };
    const chosen: LearnerEventInput = { type: 'option-chosen', attempt: going.attempt, scenario: scenario.id, ...decision, next: option.next };
    const isEnding = scenario.endings.some(({ id }) => id === option.next);
    return isEnding ? [chosen, { type: 'scenario-ended', attempt: going.attempt, scenario: scenario.id, ending: option.next, edition: scenario.edition, route: [...going.route, decision] }] : [chosen];
  }
  const module = pick(course.modules, act.module);
  if (!module) return [];
  if (act.do === 'reflect') return [{ type: 'reflection-saved', module: module.module, text: 'What I would do again' }];
  if (act.do === 'read') return [{ type: 'module-declared-read', module: module.module, edition: module.requirements.statementsEdition }];
  const { check } = module.requirements;
  return check ? [{ type: 'check-submitted', attempt: uuid(20_000 + events.length), module: module.module, edition: check.edition, answers: module.check.map(({ id, correct }, index) => ({ item: id, response: act.correct[index] ? correct : 'another', correct: act.correct[index] ?? false })) }] : [];
}
