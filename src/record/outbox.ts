import type { LearnerEvent } from './learner-event.ts';

/** What is to be told of an event, before it is clear how. Whoever reports hands it in; the record only keeps it. */
export interface EntryDraft {
  /** A UUID made from the event's id, so that the same event always gives the same one. */
  id: string;
  /** What JSON can hold. */
  content: unknown;
}

/** Something that waits to be sent. It is stored in the transaction that stores its event. */
export interface OutboxEntry extends EntryDraft {
  /** The id of the event that it tells of. */
  event: string;
  /** ISO 8601 with milliseconds, UTC; rises strictly from entry to entry on a device. The first of an event has the event's own time. */
  at: string;
  /** The bytes to send, once they are fixed. They never change after that: a retry sends the same ones. */
  body?: string;
  /** Why the receiver will not have it. It is kept, shown and can be exported, and is not sent again unless asked for. */
  parked?: string;
}

/**
 * Turns an event into what is to be told of it. Called once for every event that happens here (never for those brought from a
 * copy). @param earlier what was on record before it, oldest first.
 */
export type Enclose = (event: LearnerEvent, earlier: readonly LearnerEvent[]) => readonly EntryDraft[];

/** How sending goes, in this tab, for the learner to see. */
export type Sending =
  | { state: 'idle' }
  | { state: 'sending' }
  /** It did not work and will be tried again by itself. `at`: milliseconds since 1970. */
  | { state: 'retrying'; at: number }
  /** It will not work until somebody does something; `reason` says what, in words for the learner. */
  | { state: 'stopped'; reason: string };

/** What waits to be sent from this device, in order. Survives the browser where the browser stores anything. */
export interface Outbox {
  /** Oldest first, without what is parked. */
  listWaiting(limit: number): Promise<readonly OutboxEntry[]>;
  /** Everything, also what is parked, oldest first. */
  listAll(): Promise<readonly OutboxEntry[]>;
  count(): Promise<{ waiting: number; parked: number }>;
  /** Fixes what is sent. Where a body was fixed before, here or in another tab, that one stands: send what this returns. */
  seal(bodies: readonly { id: string; body: string }[]): Promise<readonly OutboxEntry[]>;
  /** Forgets a fixed body that certainly never arrived, so that it can be written anew. */
  unseal(ids: readonly string[]): Promise<void>;
  /** Takes out what has certainly arrived. */
  remove(ids: readonly string[]): Promise<void>;
  /** Sets aside what the receiver refuses. */
  park(refused: readonly { id: string; reason: string }[]): Promise<void>;
  /** Lets what was set aside wait again. */
  unpark(): Promise<void>;
  readonly sending: Sending;
  /** Said by whoever sends. */
  tellSending(sending: Sending): void;
  /** Hears of every change of what waits and of `sending`, in this tab, and of changes in other tabs. Returns how to stop listening. */
  subscribe(listener: () => void): () => void;
}
