import { CONFIDENCES, type Confidence } from '../course/confidence.ts';
import { JUDGEMENTS, type Judgement } from '../course/judgement.ts';
import type { TrackedScenario } from '../course/tracked-course.ts';
import type { Decision } from '../record/learner-event.ts';
import { writeNumber, writePacked, type DigitReader } from './progress-text.ts';

/** Decisions that are told apart. A scenario has at most eight steps; only one with loops has longer routes. */
const MAX_DECISIONS = 12;
/** Stands in the place of the number of decisions where only the number of each judgement follows. */
const COUNTED = 63;

/** Digits for a route, at most: how many decisions, each decision, and how sure the learner was, three to a digit. */
export const MAX_ROUTE_LENGTH = 1 + MAX_DECISIONS + MAX_DECISIONS / 3;

/** An option by its place in the step. `undefined`: it is not in the scenario as it stood when this was written. */
interface WrittenDecision {
  option: number | undefined;
  judgement: Judgement;
  confidence?: Confidence;
}

/** Choices become places in today's scenario, as far as they lead through it; the judgements count whatever became of it. */
export function writeRoute(route: readonly Decision[], scenario: TrackedScenario): string {
  if (route.length > MAX_DECISIONS) return writeNumber(COUNTED, 1) + JUDGEMENTS.map((judgement) => writeNumber(route.filter((decision) => decision.judgement === judgement).length, 1)).join('');
  let step: string | undefined = scenario.steps[0]?.id;
  const places = route.map((decision) => {
    const options: TrackedScenario['steps'][number]['options'] = scenario.steps.find(({ id }) => id === step && id === decision.step)?.options ?? [];
    const place = options.findIndex(({ id }) => id === decision.option);
    step = options[place]?.next;
    // 0 stands for an option that is not there; no step has so many that the digit would not hold them.
    return place < 15 ? place + 1 : 0;
  });
  const decisions = route.map(({ judgement }, index) => writeNumber((places[index] ?? 0) * JUDGEMENTS.length + JUDGEMENTS.indexOf(judgement), 1));
  const confidences = route.map(({ confidence }) => (confidence ? CONFIDENCES.indexOf(confidence) + 1 : 0));
  return writeNumber(route.length, 1) + decisions.join('') + writePacked(confidences, 3);
}

/** @throws RangeError where the text is not such a route */
export function readRoute(digits: DigitReader): WrittenDecision[] {
  const count = digits.readNumber(1);
  if (count === COUNTED) return JUDGEMENTS.flatMap((judgement) => Array.from({ length: digits.readNumber(1) }, () => ({ option: undefined, judgement })));
  if (count > MAX_DECISIONS) throw new RangeError('More decisions than a route is written with');
  const decisions = Array.from({ length: count }, () => digits.readNumber(1));
  const confidences = digits.readPacked(count, 3);
  return decisions.map((value, index) => {
    const place = Math.floor(value / JUDGEMENTS.length);
    const confidence = CONFIDENCES[(confidences[index] ?? 0) - 1];
    return { option: place === 0 ? undefined : place - 1, judgement: JUDGEMENTS[value % JUDGEMENTS.length] ?? 'strong', ...(confidence && { confidence }) };
  });
}

/**
 * Follows a route through today's scenario. From where it can't be followed, because the scenario has changed, the decisions have
 * ids that no scenario has; a page then finds that the route leads nowhere.
 */
export function restoreRoute(written: readonly WrittenDecision[], scenario: TrackedScenario, isSameShape: boolean): { decisions: (Decision & { next: string })[]; leadsTo: string } {
  let position: string | undefined = isSameShape ? scenario.steps[0]?.id : undefined;
  const places = written.map(({ option }) => {
    const step = scenario.steps.find(({ id }) => id === position);
    const chosen = option === undefined ? undefined : step?.options[option];
    const at = chosen && step ? { step: step.id, option: chosen.id } : undefined;
    position = chosen?.next;
    return { at, next: position };
  });
  const stepAt = (index: number): string => places[index]?.at?.step ?? `earlier-step-${index + 1}`;
  const decisions = written.map(({ judgement, confidence }, index) => ({
    step: stepAt(index),
    option: places[index]?.at?.option ?? `earlier-option-${index + 1}`,
    judgement,
    next: index + 1 < written.length ? stepAt(index + 1) : places[index]?.next ?? 'earlier-ending',
    ...(confidence && { confidence }),
  }));
  return { decisions, leadsTo: decisions.at(-1)?.next ?? 'earlier-ending' };
}
