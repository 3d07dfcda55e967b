import * as z from 'zod/mini';
import { PublishedIdSchema } from '../../framework/id-schemas.ts';
import { writtenText } from '../written-text.ts';
import { ContextSchema, ExplanationSchema, RestsOnSchema } from './explained.ts';
import { arrange, type LookUp } from './look-up.ts';
import type { OrderQuestion } from './question.ts';
import { encodeSequence } from './response.ts';

/** Five of them and what stands between must fit into the 200 characters of a response: 5 × 30 + 4 × 3 = 162. */
const MAX_STEP_ID = 30;

const StepSchema = z.strictObject({
  id: PublishedIdSchema.check(z.maxLength(MAX_STEP_ID, `Shorten the id to ${MAX_STEP_ID} characters or fewer`)),
  text: writtenText(5, 160, 'the step'),
});

/** Put steps in order. They are written in the right order and shown in another. Correct only where every step is in its place. */
export const OrderItemSchema = z.strictObject({
  id: PublishedIdSchema,
  kind: z.literal('order'),
  context: z.optional(ContextSchema),
  question: z._default(writtenText(10, 150, 'the question'), 'In what order do you do this?'),
  steps: z.array(StepSchema).check(z.minLength(3, 'Write three to five steps'), z.maxLength(5, 'Write three to five steps')),
  /** Why this order and no other. */
  explanation: ExplanationSchema,
  restsOn: RestsOnSchema,
});
type OrderItem = z.output<typeof OrderItemSchema>;

export function prepareOrder(item: OrderItem, { quote }: LookUp): OrderQuestion {
  const correct = item.steps.map(({ id }) => id);
  const correctResponse = encodeSequence(correct);
  const shuffled = arrange(item.id, item.steps);
  const steps = encodeSequence(shuffled.map(({ id }) => id)) === correctResponse ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
  return { form: 'order', id: item.id, ...(item.context !== undefined && { context: item.context }), question: item.question, steps, correct, correctResponse, explanation: item.explanation, restsOn: quote(item.restsOn) };
}
