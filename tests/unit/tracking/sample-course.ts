import type { Judgement } from '../../../src/course/judgement.ts';
import type { TrackedCourse, TrackedModule, TrackedScenario } from '../../../src/course/tracked-course.ts';

type Written = Record<string, Record<string, readonly [judgement: Judgement, next: string]>>;

/** A scenario from its steps' options; whatever an option leads to that is no step is an ending. */
export function scenarioOf(id: string, edition: string, written: Written): TrackedScenario {
  const steps = Object.entries(written).map(([step, options]) => ({ id: step, question: `What do you do at ${step}?`, options: Object.entries(options).map(([option, [judgement, next]]) => ({ id: option, text: `${option}, says the worker`, judgement, next })) }));
  const endings = [...new Set(steps.flatMap(({ options }) => options.map(({ next }) => next)))].filter((next) => written[next] === undefined);
  return { id, title: `Scenario “${id}”`, edition, steps, endings: endings.map((ending) => ({ id: ending, title: ending })) };
}

export const VISIT = scenarioOf('visit', 'aaaa000011112222', {
  friday: { 'ring-and-say-so': ['strong', 'at-the-door'], 'leave-it': ['unsafe', 'nobody-came'], 'send-a-text': ['weak', 'at-the-door'] },
  'at-the-door': { 'say-sorry': ['acceptable', 'trust-kept'], 'say-nothing': ['weak', 'nobody-came'] },
});

/** Comes back to a step that was left. */
export const MEETING = scenarioOf('meeting', 'bbbb000011112222', {
  opening: { 'ask-mum': ['strong', 'plan'], 'read-report': ['weak', 'silence'] },
  silence: { wait: ['acceptable', 'opening'], 'close-it': ['unsafe', 'walked-out'] },
  plan: { 'write-together': ['strong', 'agreed'], 'write-alone': ['weak', 'walked-out'] },
});

export const HELP: TrackedModule = {
  module: 'standards/timely-help',
  title: 'Timely help',
  description: 'Help early enough to matter.',
  frameworkTitle: 'Practice standards',
  requirements: { scenarios: [{ id: 'visit', edition: VISIT.edition }], check: { items: 3, edition: 'cccc000011112222' }, statementsEdition: 'dddd000011112222' },
  check: [
    { id: 'which', question: 'Which one is about time?', form: 'choice', correct: 'timely-help-1', options: [{ id: 'timely-help-1', text: 'We come when we said' }, { id: 'plans-1', text: 'We write plans' }] },
    { id: 'pairs', question: 'Which belongs where?', form: 'match', correct: 'timely-help-1[.]timely-help[,]plans-1[.]plans', rows: [{ id: 'timely-help-1', text: 'We come when we said' }, { id: 'plans-1', text: 'We write plans' }], choices: [{ id: 'timely-help', text: 'Timely help' }, { id: 'plans', text: 'Plans' }] },
    { id: 'order', question: 'In which order?', form: 'order', correct: 'ask[,]listen[,]write', steps: [{ id: 'listen', text: 'Listen' }, { id: 'write', text: 'Write' }, { id: 'ask', text: 'Ask' }] },
  ],
};

export const PLANS: TrackedModule = {
  module: 'standards/plans',
  title: 'Plans',
  description: 'Plans that people can follow.',
  frameworkTitle: 'Practice standards',
  requirements: { scenarios: [{ id: 'meeting', edition: MEETING.edition }, { id: 'visit', edition: VISIT.edition }], statementsEdition: 'eeee000011112222', masteryScore: 0.8 },
  check: [],
};

/** Nothing to answer: it is read. */
export const VALUES: TrackedModule = { module: 'standards/values', title: 'Values', description: 'What we stand for.', frameworkTitle: 'Practice standards', requirements: { scenarios: [], statementsEdition: 'ffff000011112222' }, check: [] };

export const COURSE: TrackedCourse = { iriBase: 'https://academy.example/activities', language: 'en-GB', modules: [HELP, PLANS, VALUES], scenarios: [VISIT, MEETING] };
