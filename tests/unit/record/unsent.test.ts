import { expect, test } from 'vitest';
import { writeUnsent } from '../../../src/record/unsent.ts';

test('a copy of what was not sent holds sealed statements as they would have been sent, drafts as they are, and why one was refused', () => {
  const entry = { event: 'event', at: '2026-11-27T09:00:00.000Z', content: { verb: 'answered' } };
  const copy = JSON.parse(writeUnsent([{ ...entry, id: 'one' }, { ...entry, id: 'two', body: '{"id":"two","actor":{"account":"a-17"}}', parked: 'It has no verb.' }], Date.UTC(2026, 10, 27, 10))) as unknown;
  expect(copy).toEqual({
    format: 'practice-academy-unsent',
    version: 1,
    savedAt: '2026-11-27T10:00:00.000Z',
    unsent: [
      { id: 'one', at: entry.at, statement: { verb: 'answered' } },
      { id: 'two', at: entry.at, refused: 'It has no verb.', statement: { id: 'two', actor: { account: 'a-17' } } },
    ],
  });
});
