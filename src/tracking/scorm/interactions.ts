import type { Judgement } from '../../course/judgement.ts';
import type { TrackedCourse, TrackedQuestion, TrackedScenario } from '../../course/tracked-course.ts';
import type { CheckAnswer, EventOf, LearnerEvent } from '../../record/learner-event.ts';

/** Ids: of one choice, of pairs, or of steps in their order. */
export type Response = readonly (readonly string[])[];

/** A decision or an answer, as both versions of SCORM report one. */
export interface Interaction {
  /** The same for the same step or question in every session. No spaces. */
  id: string;
  type: 'choice' | 'matching' | 'sequencing';
  question: string;
  at: string;
  response: Response;
  /** Every response that is right; none where there is none. */
  correct: readonly Response[];
  result: 'right' | 'neutral' | 'wrong';
  /** All ids that a response can hold in the first and, for pairs, in the second place, in the order of the course. */
  choices: readonly [readonly string[], readonly string[]];
}

/** Choices are judged, not right or wrong: an acceptable one is neither. */
const RESULTS: Readonly<Record<Judgement, Interaction['result']>> = { strong: 'right', acceptable: 'neutral', weak: 'wrong', unsafe: 'wrong' };

const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

/** As records hold it: `course/check/response.ts`. */
const readResponse = (text: string): Response => text.split('[,]').map((part) => part.split('[.]'));

/** What an event tells of decisions and answers. A step or question that the course does not have is left out. */
export function listInteractions(event: LearnerEvent, { modules, scenarios }: TrackedCourse): Interaction[] {
  if (event.type === 'option-chosen') return readDecision(event, scenarios.find(({ id }) => id === event.scenario));
  if (event.type !== 'check-submitted') return [];
  const questions = modules.find(({ module }) => module === event.module)?.check ?? [];
  return event.answers.flatMap((answer) => {
    const question = questions.find(({ id }) => id === answer.item);
    return question ? [readAnswer(event, answer, question)] : [];
  });
}

function readDecision({ at, step: stepId, option, judgement }: EventOf<'option-chosen'>, scenario: TrackedScenario | undefined): Interaction[] {
  const step = scenario?.steps.find(({ id }) => id === stepId);
  if (!scenario || !step) return [];
  const correct = step.options.filter((candidate) => candidate.judgement === 'strong').map(({ id }) => [[id]]);
  return [{ id: `${scenario.id}.${step.id}`, type: 'choice', question: step.question, at, response: [[option]], correct, result: RESULTS[judgement], choices: [ids(step.options), []] }];
}

function readAnswer({ module, at }: EventOf<'check-submitted'>, { response, correct }: CheckAnswer, question: TrackedQuestion): Interaction {
  const told = { id: `${module.replace('/', '.')}.check.${question.id}`, question: question.question, at, response: readResponse(response), correct: [readResponse(question.correct)], result: correct ? 'right' : 'wrong' } as const;
  switch (question.form) {
    case 'choice':
      return { ...told, type: 'choice', choices: [ids(question.options), []] };
    case 'match':
      return { ...told, type: 'matching', choices: [ids(question.rows), ids(question.choices)] };
    case 'order':
      return { ...told, type: 'sequencing', choices: [ids(question.steps), []] };
  }
}
