import * as z from 'zod/mini';

/**
 * A text that a person writes, without the space around it.
 * @param min fewest characters.
 * @param max most characters.
 * @param what the text, as it follows "Write" and "Shorten": "an explanation".
 */
export const writtenText = (min: number, max: number, what: string) =>
  z.string({ error: `Write ${what}` }).check(z.trim(), z.minLength(min, `Write ${what} (at least ${min} characters)`), z.maxLength(max, `Shorten ${what} to ${max} characters or fewer`));
