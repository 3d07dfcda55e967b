import type { Judgement } from '../course/judgement.ts';
import type { Scenario } from '../course/scenario.ts';

/** A text that learners read, where it stands, and whose voice it is. */
export interface ScenarioText {
  path: readonly PropertyKey[];
  text: string;
  /** Of the option that the text belongs to. Left out: the narrator speaks. */
  option?: { judgement: Judgement; quotesPoorWording: boolean };
}

const listed = new WeakMap<Scenario, readonly ScenarioText[]>();

/** Everything that learners read in a scenario, in the order in which they may come to it. Kept: several rules ask for it. */
export function listTexts(scenario: Scenario): readonly ScenarioText[] {
  const texts = listed.get(scenario) ?? collectTexts(scenario);
  listed.set(scenario, texts);
  return texts;
}

function collectTexts(scenario: Scenario): ScenarioText[] {
  return [
    { path: ['title'], text: scenario.title },
    { path: ['summary'], text: scenario.summary },
    ...scenario.steps.flatMap(({ situation, question, options }, step): ScenarioText[] => [
      { path: ['steps', step, 'situation'], text: situation },
      { path: ['steps', step, 'question'], text: question },
      ...options.flatMap(({ judgement, quotesPoorWording = false, ...option }, index) =>
        (['text', 'outcome', 'feedback'] as const).map((field) => ({ path: ['steps', step, 'options', index, field], text: option[field], option: { judgement, quotesPoorWording } })),
      ),
    ]),
    ...scenario.endings.flatMap(({ title, text }, index): ScenarioText[] => [
      { path: ['endings', index, 'title'], text: title },
      { path: ['endings', index, 'text'], text },
    ]),
    { path: ['debrief'], text: scenario.debrief },
    ...scenario.supervision.map((text, index): ScenarioText => ({ path: ['supervision', index], text })),
  ];
}

/** Whether the words are ours to answer for: the narrator's, or those of an option that is good practice and quotes nobody. */
export function isOurVoice(option: ScenarioText['option']): boolean {
  return option === undefined || (!option.quotesPoorWording && (option.judgement === 'strong' || option.judgement === 'acceptable'));
}
