import * as z from 'zod/mini';
import { PublishedIdSchema } from './id-schemas.ts';

/** A thread of practice that runs through many frameworks, such as the voice of the child. */
export const ThemeSchema = z.strictObject({
  id: PublishedIdSchema,
  label: z.string().check(z.minLength(1)),
  description: z.string().check(z.minLength(1)),
  /** Words and phrases that point to the theme, lower case; a trailing `*` matches any ending. */
  terms: z.array(z.string().check(z.minLength(2))).check(z.minLength(3)),
  /** Our own words on what the theme looks like in a working week; the generator starts "In practice" from them. */
  practice: z.array(z.string().check(z.minLength(1))).check(z.minLength(2)),
  /** An open question to take to supervision. */
  supervision: z.string().check(z.minLength(1)),
});
export type Theme = z.output<typeof ThemeSchema>;

export const ThemesSchema = z.strictObject({ themes: z.array(ThemeSchema).check(z.minLength(1)) });
