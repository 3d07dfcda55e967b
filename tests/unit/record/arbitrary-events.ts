import fc from 'fast-check';
import { CONFIDENCES } from '../../../src/course/confidence.ts';
import { JUDGEMENTS } from '../../../src/course/judgement.ts';
import type { LearnerEvent, LearnerEventInput } from '../../../src/record/learner-event.ts';

const id = fc.stringMatching(/^[a-z]{2,8}(-[a-z]{2,8})?$/).filter((text) => !/^(con|prn|aux|nul)$/.test(text));
const module = fc.tuple(id, id).map(([framework, element]) => `${framework}/${element}`);
const judgement = fc.constantFrom(...JUDGEMENTS);
const confidence = fc.constantFrom(...CONFIDENCES);
const decision = fc.record({ step: id, option: id, judgement, confidence }, { requiredKeys: ['step', 'option', 'judgement'] });

/** Anything that a page may tell the record. */
export const eventInput: fc.Arbitrary<LearnerEventInput> = fc.oneof(
  fc.record({ type: fc.constant('scenario-started' as const), attempt: fc.uuid(), scenario: id, edition: id, seed: fc.nat() }),
  fc.record({ type: fc.constant('scenario-started' as const), attempt: fc.uuid(), scenario: id, edition: id, seed: fc.nat(), module }),
  fc.record({ type: fc.constant('option-chosen' as const), attempt: fc.uuid(), scenario: id, step: id, option: id, judgement, next: id, confidence }, { requiredKeys: ['type', 'attempt', 'scenario', 'step', 'option', 'judgement', 'next'] }),
  fc.record({ type: fc.constant('scenario-ended' as const), attempt: fc.uuid(), scenario: id, ending: id, edition: id, route: fc.array(decision, { maxLength: 8 }) }),
  fc.record({ type: fc.constant('check-submitted' as const), attempt: fc.uuid(), module, edition: id, answers: fc.array(fc.record({ item: id, response: id, correct: fc.boolean() }), { maxLength: 8 }) }),
  fc.record({ type: fc.constant('reflection-saved' as const), module, text: fc.string({ maxLength: 4_000, unit: 'grapheme-composite' }).filter((text) => text.length <= 4_000) }),
  fc.record({ type: fc.constant('module-declared-read' as const), module, edition: id }),
  fc.record({
    type: fc.constant('module-completed' as const),
    module,
    success: fc.constantFrom('passed' as const, 'failed' as const),
    score: fc.integer({ min: 0, max: 10_000 }).map((points) => points / 10_000),
    parts: fc.dictionary(fc.oneof(fc.constantFrom('check', 'statements'), id.map((scenario) => `scenario:${scenario}`)), id),
  }),
  fc.record({ type: fc.constant('entry-read' as const), entry: fc.tuple(id, id).map(([page, part]) => `good-practice/${page}/#${part}`) }),
  fc.record({ type: fc.constant('module-completed' as const), module, success: fc.constant('unknown' as const), parts: fc.constant({ statements: 's1' }) }),
);

/** A record of such events with ids of their own, in any order of times. */
export const anyRecord: fc.Arbitrary<LearnerEvent[]> = fc.uniqueArray(
  fc
    .tuple(eventInput, fc.uuid(), fc.uuid(), fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }))
    .map(([input, eventId, session, at]): LearnerEvent => ({ version: 1, id: eventId, at: at.toISOString(), session, ...input })),
  { selector: (event) => event.id, maxLength: 20 },
);
