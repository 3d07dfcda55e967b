import type { OutboxEntry } from './outbox.ts';

export const UNSENT_FORMAT = 'practice-academy-unsent';

/**
 * What could not be sent, as the text of a JSON file for whoever looks after the learning record. What was fixed for sending
 * is given as it would have been sent, with the learner's account; the rest names nobody.
 * @param now milliseconds since 1970
 */
export function writeUnsent(entries: readonly OutboxEntry[], now: number): string {
  const unsent = entries.map(({ id, at, content, body, parked }) => ({ id, at, ...(parked !== undefined && { refused: parked }), statement: body === undefined ? content : (JSON.parse(body) as unknown) }));
  return `${JSON.stringify({ format: UNSENT_FORMAT, version: 1, savedAt: new Date(now).toISOString(), unsent }, undefined, 1)}\n`;
}
