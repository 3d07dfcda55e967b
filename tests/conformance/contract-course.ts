import type { ModuleRequirements } from '../../src/course/completion.ts';
import type { Judgement } from '../../src/course/judgement.ts';
import type { TrackedCourse, TrackedQuestion, TrackedScenario } from '../../src/course/tracked-course.ts';
import type { LearnerRecord } from '../../src/record/learner-record.ts';
import { settleModule } from '../../src/record/settle-module.ts';

export const MODULE = 'rivermouth/timely-help';

/** What a module of the suite asks for. Everything differs in its edition from what it was before, so that a second edition can be told. */
export interface ModuleShape {
  scenarios?: readonly string[];
  questions?: number;
  edition?: string;
  masteryScore?: number;
}

/** A course of one module; each scenario is one decision with a choice of every judgement. */
export function makeCourse({ scenarios = [], questions = 0, edition = 'first', masteryScore }: ModuleShape): TrackedCourse {
  const requirements: ModuleRequirements = {
    scenarios: scenarios.map((id) => ({ id, edition: `${id}-${edition}` })),
    ...(questions > 0 && { check: { items: questions, edition: `check-${edition}` } }),
    statementsEdition: `statements-${edition}`,
    ...(masteryScore !== undefined && { masteryScore }),
  };
  return {
    iriBase: 'https://academy.example/frameworks',
    language: 'en-GB',
    modules: [{ module: MODULE, title: 'Timely help', description: 'Offer help before things get worse', frameworkTitle: 'Rivermouth practice standards', requirements, check: Array.from({ length: questions }, (_, index) => makeQuestion(index + 1)) }],
    scenarios: scenarios.map((id) => makeScenario(id, `${id}-${edition}`)),
  };
}

const makeQuestion = (number: number): TrackedQuestion => ({ id: `question-${number}`, question: `Question ${number}?`, form: 'choice', correct: 'yes', options: [{ id: 'yes', text: 'Yes' }, { id: 'no', text: 'No' }] });

const makeScenario = (id: string, edition: string): TrackedScenario => ({
  id,
  title: `The ${id}`,
  edition,
  steps: [{ id: 'only', question: 'What do you do?', options: (['strong', 'acceptable', 'weak', 'unsafe'] as const).map((judgement) => ({ id: judgement, text: `Do what is ${judgement}`, judgement, next: 'over' })) }],
  endings: [{ id: 'over', title: 'Over' }],
});

/** One thing a learner does. */
export type Act = { choose: Judgement; in: string } | { begin: string } | { answer: readonly boolean[] } | 'read' | { reflect: string };

/** Tells the record what a page would, and then settles the module as a page does. */
export async function act(record: LearnerRecord, course: TrackedCourse, what: Act): Promise<void> {
  const [module] = course.modules;
  if (!module) throw new Error('The course has no module');
  const { requirements } = module;
  if (what === 'read') await record.append({ type: 'module-declared-read', module: MODULE, edition: requirements.statementsEdition });
  else if ('reflect' in what) await record.append({ type: 'reflection-saved', module: MODULE, text: what.reflect });
  else if ('answer' in what) {
    const answers = what.answer.map((correct, index) => ({ item: `question-${index + 1}`, response: correct ? 'yes' : 'no', correct }));
    await record.append({ type: 'check-submitted', attempt: record.newId(), module: MODULE, edition: requirements.check?.edition ?? '', answers });
  } else {
    const scenario = 'choose' in what ? what.in : what.begin;
    const edition = requirements.scenarios.find(({ id }) => id === scenario)?.edition ?? '';
    const attempt = record.newId();
    await record.append({ type: 'scenario-started', attempt, scenario, edition, seed: 7, module: MODULE });
    if ('choose' in what) {
      const decision = { step: 'only', option: what.choose, judgement: what.choose };
      await record.append({ type: 'option-chosen', attempt, scenario, ...decision, next: 'over' });
      await record.append({ type: 'scenario-ended', attempt, scenario, ending: 'over', edition, route: [decision] });
    }
  }
  await settleModule(record, { module: MODULE, requirements });
}
