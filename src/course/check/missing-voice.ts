import * as z from 'zod/mini';
import { PublishedIdSchema } from '../../framework/id-schemas.ts';
import { writtenText } from '../written-text.ts';
import { ExplanationSchema, RestsOnSchema } from './explained.ts';
import { arrange, type LookUp } from './look-up.ts';
import type { ChoiceQuestion } from './question.ts';

const PersonSchema = z.strictObject({
  id: PublishedIdSchema,
  /** As the record names them: "Ivy, 7". */
  person: writtenText(2, 60, 'who this is'),
});

const RECORD_WORDS = { min: 60, max: 120 } as const;

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Spot whose voice is missing from a fictional record. One is missing by shape; the others are heard in it, in their own words or actions. */
export const MissingVoiceSchema = z.strictObject({
  id: PublishedIdSchema,
  kind: z.literal('missing-voice'),
  /** Shown as a document. An empty line starts a paragraph. */
  record: z.strictObject({
    title: writtenText(5, 80, 'a title, such as "Home visit, a Tuesday in March"'),
    text: writtenText(1, 1200, 'the record').check((ctx) => {
      const words = countWords(ctx.value);
      if (words >= RECORD_WORDS.min && words <= RECORD_WORDS.max) return;
      ctx.issues.push({ code: 'custom', input: ctx.value, message: `The record has ${words} words. Write ${RECORD_WORDS.min} to ${RECORD_WORDS.max}` });
    }),
  }),
  question: z._default(writtenText(10, 150, 'the question'), 'Whose voice is missing?'),
  missing: PersonSchema,
  heard: z.array(PersonSchema).check(z.minLength(2, 'Name two or three people who are heard'), z.maxLength(3, 'Name two or three people who are heard')),
  explanation: ExplanationSchema,
  restsOn: RestsOnSchema,
});
type MissingVoice = z.output<typeof MissingVoiceSchema>;

export function prepareMissingVoice(item: MissingVoice, { quote }: LookUp): ChoiceQuestion {
  return {
    form: 'choice',
    id: item.id,
    record: { title: item.record.title, paragraphs: item.record.text.split(/\n\s*\n/) },
    question: item.question,
    options: arrange(item.id, [item.missing, ...item.heard].map(({ id, person }) => ({ id, text: person, isQuoted: false, isCorrect: id === item.missing.id }))),
    correctResponse: item.missing.id,
    explanation: item.explanation,
    restsOn: quote(item.restsOn),
  };
}
