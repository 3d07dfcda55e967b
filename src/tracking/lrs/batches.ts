import type { OutboxEntry } from '../../record/outbox.ts';
import { bodyOf } from './client.ts';

/** An entry whose bytes are fixed. */
export type SealedEntry = OutboxEntry & { body: string };

export const MAX_STATEMENTS = 50;
/** Bytes of a request: many LRSs refuse more than 100 KB. */
export const MAX_BYTES = 95_000;
/** Bytes that leave with a page, all requests together: browsers let go of it with less than 64 KiB in flight. */
export const MAX_LEAVING_BYTES = 60_000;

export const isSealed = (entry: OutboxEntry): entry is SealedEntry => entry.body !== undefined;

/** Of JSON text, as it goes over the wire. */
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

export const bytesOfBatch = (batch: readonly SealedEntry[]): number => bytesOf(bodyOf(batch.map(({ body }) => body)));

/** The longest start of `entries` that one request can carry, and never less than the first, however large it is. */
export function takeBatch(entries: readonly SealedEntry[], maxBytes = MAX_BYTES): readonly SealedEntry[] {
  const [first, ...rest] = entries;
  if (!first) return [];
  const batch = [first];
  // The brackets around; every further statement brings a comma.
  let bytes = 2 + bytesOf(first.body);
  for (const entry of rest) {
    bytes += 1 + bytesOf(entry.body);
    if (batch.length === MAX_STATEMENTS || bytes > maxBytes) break;
    batch.push(entry);
  }
  return batch;
}

/** Both halves of a batch of two or more, in order. */
export function halve<Entry>(batch: readonly Entry[]): readonly [readonly Entry[], readonly Entry[]] {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}
