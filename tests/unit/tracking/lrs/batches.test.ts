import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOfBatch, halve, MAX_BYTES, MAX_STATEMENTS, takeBatch, type SealedEntry } from '../../../../src/tracking/lrs/batches.ts';
import { idOf } from './outbox-of.ts';

const entryOf = (body: string, index: number): SealedEntry => ({ id: idOf(index), event: idOf(index), at: '2026-03-02T09:00:00.000Z', content: null, body });
const anyEntries = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat({ max: 70_000 }).map((length) => 'ä'.repeat(length)), fc.nat({ max: 3_000 }).map((length) => 'x'.repeat(length))), { maxLength: 130 }).map((bodies) => bodies.map((body, index) => entryOf(body, index + 1)));

test('a batch is the start of what waits, never empty, within both limits unless its one statement alone is larger', () => {
  fc.assert(
    fc.property(anyEntries, fc.integer({ min: 10, max: MAX_BYTES }), (entries, maxBytes) => {
      const batch = takeBatch(entries, maxBytes);
      expect(batch).toEqual(entries.slice(0, batch.length));
      expect(batch.length).toBeGreaterThanOrEqual(Math.min(1, entries.length));
      expect(batch.length).toBeLessThanOrEqual(MAX_STATEMENTS);
      if (batch.length > 1) expect(bytesOfBatch(batch)).toBeLessThanOrEqual(maxBytes);
      const next = entries[batch.length];
      if (next && batch.length < MAX_STATEMENTS) expect(bytesOfBatch([...batch, next])).toBeGreaterThan(maxBytes);
    }),
  );
});

test('halves of a batch are both smaller, and together the batch', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 2 }), (batch) => {
      const [front, back] = halve(batch);
      expect([...front, ...back]).toEqual(batch);
      expect(Math.max(front.length, back.length)).toBeLessThan(batch.length);
    }),
  );
});
