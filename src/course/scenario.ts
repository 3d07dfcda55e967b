import * as z from 'zod/mini';
import { PublishedIdSchema, StatementIdSchema } from '../framework/id-schemas.ts';
import { JUDGEMENTS } from './judgement.ts';
import { writtenText as text } from './written-text.ts';

/** One thing the learner could do. */
export const OptionSchema = z.strictObject({
  id: PublishedIdSchema,
  text: text(3, 300, 'what the worker does'),
  judgement: z.enum(JUDGEMENTS, { error: `Say how good this choice is: ${JUDGEMENTS.join(', ')}` }),
  /** What happens next, and to whom: to the child or family, not to the worker. */
  outcome: text(3, 1000, 'what happens next'),
  /** Why, in terms of the statement it rests on. Speaks to the choice, never to the person. */
  feedback: text(3, 1500, 'feedback on the choice'),
  restsOn: StatementIdSchema,
  /** The id of a step or of an ending. */
  next: PublishedIdSchema,
  /** The text quotes wording that the language list warns of; the feedback names it. */
  quotesPoorWording: z.optional(z.boolean()),
});
export type ScenarioOption = z.output<typeof OptionSchema>;

/** One decision. */
export const StepSchema = z.strictObject({
  id: PublishedIdSchema,
  situation: text(10, 3000, 'the situation'),
  question: z._default(z.string(), 'What do you do next?'),
  options: z.array(OptionSchema).check(z.minLength(2, 'Give at least two options'), z.maxLength(5, 'Give at most five options')),
});
export type ScenarioStep = z.output<typeof StepSchema>;

/** Where the child and family are when the scenario stops. */
export const EndingSchema = z.strictObject({ id: PublishedIdSchema, title: text(3, 100, 'a title'), text: text(10, 1500, 'the ending') });
export type ScenarioEnding = z.output<typeof EndingSchema>;

export const ReferenceSchema = z.strictObject({
  title: z.string(),
  publisher: z.optional(z.string()),
  date: z.optional(z.coerce.string()),
  url: z.optional(z.string().check(z.regex(/^https:\/\//, 'Start the address with https://'))),
});

/** A branching "what would you do if…". Data only: no code runs from it. The id is the file's name. */
export const ScenarioSchema = z.strictObject({
  title: text(3, 100, 'a title'),
  summary: text(10, 400, 'a summary of one or two sentences'),
  minutes: z.number().check(z.int(), z.gte(1, 'A scenario takes at least one minute'), z.lte(30, 'Keep a scenario under half an hour')),
  setting: text(3, 60, 'the setting'),
  /** Who the learner is in it, without an article: "team manager". */
  role: z.optional(text(3, 60, 'the learner’s role in the scenario')),
  /** Shown before the scenario starts, in plain words. */
  contentNote: z.optional(text(3, 300, 'the content note')),
  exercises: z.array(StatementIdSchema).check(z.minLength(1, 'Name at least one practice statement that this scenario exercises')),
  themes: z.array(PublishedIdSchema).check(z.minLength(1, 'Name at least one theme')),
  status: z.enum(['draft', 'checked', 'approved']),
  /** The role, in a council, of whoever approved it. */
  approvedBy: z.optional(z.string()),
  /** When somebody last read it beside the statements that it names. */
  reviewed: z.optional(z.iso.date('Write the date of the review as year-month-day, such as 2026-11-30')),
  reviewBy: z.iso.date('Write the review date as year-month-day, such as 2027-11-30'),
  steps: z.array(StepSchema).check(z.minLength(1, 'Write at least one step'), z.maxLength(8, 'Use eight steps or fewer')),
  endings: z.array(EndingSchema).check(z.minLength(1, 'Write at least one ending')),
  debrief: text(20, 3000, 'the debrief'),
  supervision: z.array(text(5, 300, 'a question for supervision')).check(z.minLength(1, 'Write at least one question to take to supervision')),
  references: z._default(z.array(ReferenceSchema), []),
}).check((ctx) => {
  if (ctx.value.status === 'approved' && !ctx.value.approvedBy) {
    ctx.issues.push({ code: 'custom', input: ctx.value, path: ['approvedBy'], message: 'Say which role approved this scenario, or set the status back to checked' });
  }
});
/** As a person writes it. */
export type ScenarioInput = z.input<typeof ScenarioSchema>;
export type Scenario = z.output<typeof ScenarioSchema> & { id: string };
