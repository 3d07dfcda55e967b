import * as z from 'zod/mini';
import { PublishedIdSchema } from '../../framework/id-schemas.ts';
import { writtenText } from '../written-text.ts';
import { ContextSchema, RestsOnSchema } from './explained.ts';
import { arrange, type LookUp } from './look-up.ts';
import type { ChoiceQuestion } from './question.ts';

const WordingSchema = z.strictObject({
  id: PublishedIdSchema,
  /** As a worker would write or say it; shown between quotation marks, so without any of its own around it. */
  text: writtenText(5, 220, 'the wording'),
  /** What it does to the family, and so why it is right or not. Shown for every wording, whichever was chosen. */
  why: writtenText(10, 300, 'why this wording is right or not'),
});

/**
 * Choose the wording that respects the family. One is right by shape. The others are poor on purpose: language rules skip their
 * `text`, and nothing else.
 */
export const WordingItemSchema = z.strictObject({
  id: PublishedIdSchema,
  kind: z.literal('wording'),
  context: ContextSchema,
  question: z._default(writtenText(10, 150, 'the question'), 'Which wording respects the family?'),
  right: WordingSchema,
  others: z.array(WordingSchema).check(z.minLength(2, 'Write two or three other wordings'), z.maxLength(3, 'Write two or three other wordings')),
  restsOn: RestsOnSchema,
});
type WordingItem = z.output<typeof WordingItemSchema>;

export function prepareWording(item: WordingItem, { quote }: LookUp): ChoiceQuestion {
  return {
    form: 'choice',
    id: item.id,
    context: item.context,
    question: item.question,
    options: arrange(item.id, [item.right, ...item.others].map((wording) => ({ ...wording, isQuoted: true, isCorrect: wording === item.right }))),
    correctResponse: item.right.id,
    restsOn: quote(item.restsOn),
  };
}
