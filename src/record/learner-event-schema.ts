import * as z from 'zod/mini';
import { CONFIDENCES } from '../course/confidence.ts';
import { JUDGEMENTS } from '../course/judgement.ts';
import { isPublishedId } from '../framework/ids.ts';
import { EVENT_VERSION, MAX_REFLECTION_LENGTH } from './learner-event.ts';

/** Far above what a learner makes, low enough to refuse a file that would fill the device. */
const MAX_ENTRIES = 200;

const IdSchema = z.string().check(z.refine(isPublishedId, 'an id is expected, lower-case words joined by hyphens'));
const ModuleSchema = z.string().check(
  z.refine((text) => {
    const [framework = '', element = '', ...rest] = text.split('/');
    return rest.length === 0 && isPublishedId(framework) && isPublishedId(element);
  }, 'a module is expected, as framework/element'),
);
const UuidSchema = z.guid();
/** Made by pages, so taken as it is: a copy of someone's learning must not be refused over it. */
const AttemptSchema = z.string().check(z.minLength(1), z.maxLength(100));
const EditionSchema = z.string().check(z.minLength(1), z.maxLength(64));
const AnswerSchema = z.string().check(z.minLength(1), z.maxLength(200));
const JudgementSchema = z.enum(JUDGEMENTS);
const ConfidenceSchema = z.exactOptional(z.enum(CONFIDENCES));
/** An address within the site: relative, so that it can't lead anywhere else. */
const EntrySchema = z.string().check(z.maxLength(300), z.regex(/^[a-z0-9][a-z0-9/-]*(?:#[a-z0-9-]+)?$/, 'an address within the site is expected'));
const PartSchema = z.union([z.literal(['check', 'statements']), z.templateLiteral(['scenario:', z.string()])]);

/** With milliseconds, in UTC and before the year 2100, so that times sort as text. */
const TimeSchema = z.string().check(
  z.regex(/^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'a time is expected, such as 2026-03-02T09:00:00.000Z'),
  z.refine((time) => !Number.isNaN(Date.parse(time)), 'a time is expected that exists'),
);

const stamp = { version: z.literal(EVENT_VERSION), id: UuidSchema, at: TimeSchema, session: UuidSchema };

/** An event as an export holds it. Stricter than what a page checks when it reads its own record. */
export const LearnerEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...stamp, type: z.literal('scenario-started'), attempt: AttemptSchema, scenario: IdSchema, edition: EditionSchema, seed: z.number(), module: z.exactOptional(ModuleSchema) }),
  z.strictObject({ ...stamp, type: z.literal('option-chosen'), attempt: AttemptSchema, scenario: IdSchema, step: IdSchema, option: IdSchema, judgement: JudgementSchema, next: IdSchema, confidence: ConfidenceSchema }),
  z.strictObject({
    ...stamp,
    type: z.literal('scenario-ended'),
    attempt: AttemptSchema,
    scenario: IdSchema,
    ending: IdSchema,
    edition: EditionSchema,
    route: z.array(z.strictObject({ step: IdSchema, option: IdSchema, judgement: JudgementSchema, confidence: ConfidenceSchema })).check(z.maxLength(MAX_ENTRIES)),
  }),
  z.strictObject({
    ...stamp,
    type: z.literal('check-submitted'),
    attempt: AttemptSchema,
    module: ModuleSchema,
    edition: EditionSchema,
    answers: z.array(z.strictObject({ item: IdSchema, response: AnswerSchema, correct: z.boolean() })).check(z.maxLength(MAX_ENTRIES)),
  }),
  z.strictObject({ ...stamp, type: z.literal('reflection-saved'), module: ModuleSchema, text: z.string().check(z.maxLength(MAX_REFLECTION_LENGTH)) }),
  z.strictObject({ ...stamp, type: z.literal('module-declared-read'), module: ModuleSchema, edition: EditionSchema }),
  z.strictObject({
    ...stamp,
    type: z.literal('module-completed'),
    module: ModuleSchema,
    success: z.enum(['unknown', 'passed', 'failed']),
    score: z.exactOptional(z.number().check(z.gte(0), z.lte(1))),
    parts: z.partialRecord(PartSchema, EditionSchema),
  }),
  z.strictObject({ ...stamp, type: z.literal('entry-read'), entry: EntrySchema }),
]);
