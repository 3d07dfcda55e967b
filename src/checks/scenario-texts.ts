import type { Scenario } from '../course/scenario.ts';
import type { LearnerText } from './learner-text.ts';

const listed = new WeakMap<Scenario, readonly LearnerText[]>();

/** Everything that learners read in a scenario but the names of its sources, in the order in which they may come to it. Kept: several rules ask for it. */
export function listTexts(scenario: Scenario): readonly LearnerText[] {
  const texts = listed.get(scenario) ?? collectTexts(scenario);
  listed.set(scenario, texts);
  return texts;
}

function collectTexts(scenario: Scenario): LearnerText[] {
  return [
    { path: ['title'], text: scenario.title },
    { path: ['summary'], text: scenario.summary },
    { path: ['setting'], text: scenario.setting },
    ...(scenario.role === undefined ? [] : [{ path: ['role'], text: scenario.role }]),
    ...(scenario.contentNote === undefined ? [] : [{ path: ['contentNote'], text: scenario.contentNote }]),
    ...scenario.steps.flatMap(({ situation, question, options }, step): LearnerText[] => [
      { path: ['steps', step, 'situation'], text: situation },
      { path: ['steps', step, 'question'], text: question },
      ...options.flatMap(({ judgement, quotesPoorWording = false, ...option }, index) =>
        (['text', 'outcome', 'feedback'] as const).map((field) => ({ path: ['steps', step, 'options', index, field], text: option[field], option: { judgement, quotesPoorWording } })),
      ),
    ]),
    ...scenario.endings.flatMap(({ title, text }, index): LearnerText[] => [
      { path: ['endings', index, 'title'], text: title },
      { path: ['endings', index, 'text'], text },
    ]),
    { path: ['debrief'], text: scenario.debrief },
    ...scenario.supervision.map((text, index): LearnerText => ({ path: ['supervision', index], text })),
  ];
}
