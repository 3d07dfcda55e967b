import * as z from 'zod/mini';
import { PublishedIdSchema, StatementIdSchema } from '../framework/id-schemas.ts';
import { CheckItemSchema } from './check/check-item.ts';

/** A scenario that was written for another framework, and the statement of this module's element that it seems to exercise. */
export const SharedScenarioSchema = z.strictObject({ scenario: PublishedIdSchema, statement: StatementIdSchema });
export type SharedScenario = z.output<typeof SharedScenarioSchema>;

/** The front matter of a learning module. The body is prose that people write. */
export const LearningModuleSchema = z.strictObject({
  framework: PublishedIdSchema,
  element: PublishedIdSchema,
  title: z.string().check(z.minLength(1)),
  objectives: z.array(z.string().check(z.minLength(5))).check(z.minLength(1, 'Write at least one objective')),
  minutes: z.number().check(z.int(), z.gte(1), z.lte(120)),
  /** Ids of the scenarios that this module requires. */
  scenarios: z._default(z.array(PublishedIdSchema), []),
  /** From the shared library, for people to check. The first is required for as long as the module has no scenario of its own. */
  sharedScenarios: z._default(z.array(SharedScenarioSchema), []),
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

/** Ids of the scenarios that a learner must finish: the module's own, or where it has none the first that stands in. */
export function listRequiredScenarios({ scenarios, sharedScenarios }: Pick<LearningModule, 'scenarios' | 'sharedScenarios'>): string[] {
  return scenarios.length > 0 ? scenarios : sharedScenarios.slice(0, 1).map(({ scenario }) => scenario);
}
