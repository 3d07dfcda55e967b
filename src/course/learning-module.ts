import * as z from 'zod/mini';
import { PublishedIdSchema, StatementIdSchema } from '../framework/id-schemas.ts';

/** Which statement belongs to this element? The others come from sibling elements. */
const WhichStatementSchema = z.strictObject({
  id: PublishedIdSchema,
  kind: z.literal('which-statement'),
  answer: StatementIdSchema,
  distractors: z.array(StatementIdSchema).check(z.minLength(1), z.maxLength(4)),
});

/** Which element does this statement belong to? The distractors are ids of sibling elements. */
const WhichElementSchema = z.strictObject({
  id: PublishedIdSchema,
  kind: z.literal('which-element'),
  statement: StatementIdSchema,
  distractors: z.array(PublishedIdSchema).check(z.minLength(1), z.maxLength(4)),
});

/** A question of the knowledge check. It names statements and elements and holds no words of theirs. */
export const CheckItemSchema = z.discriminatedUnion('kind', [WhichStatementSchema, WhichElementSchema]);
export type CheckItem = z.output<typeof CheckItemSchema>;

/** The front matter of a learning module. The body is prose that people write. */
export const LearningModuleSchema = z.strictObject({
  framework: PublishedIdSchema,
  element: PublishedIdSchema,
  title: z.string().check(z.minLength(1)),
  objectives: z.array(z.string().check(z.minLength(5))).check(z.minLength(1, 'Write at least one objective')),
  minutes: z.number().check(z.int(), z.gte(1), z.lte(120)),
  /** Ids of the scenarios that this module requires. */
  scenarios: z._default(z.array(PublishedIdSchema), []),
  check: z._default(z.array(CheckItemSchema), []),
  /** 0 to 1; the contract's 0.7 where left out. 0 is legal. */
  masteryScore: z.optional(z.number().check(z.gte(0), z.lte(1))),
  reflection: z.string().check(z.minLength(5)),
  supervision: z.array(z.string().check(z.minLength(5))).check(z.minLength(1)),
  status: z.enum(['draft', 'checked', 'approved']),
  reviewBy: z.iso.date('Write the review date as year-month-day, such as 2027-11-30'),
});
export type LearningModuleInput = z.input<typeof LearningModuleSchema>;
export type LearningModule = z.output<typeof LearningModuleSchema>;
