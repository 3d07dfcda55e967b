import type { RecordDatabase, Stored, Transaction } from './database.ts';
import { timeAfter } from './event-time.ts';
import type { LearnerEvent } from './learner-event.ts';
import type { OutboxEntry } from './outbox.ts';

/** The events just added, as they are stored, and how many the store now holds. */
export interface Added {
  events: readonly LearnerEvent[];
  count: number;
}

/** What goes into the outbox for an event, at the time at which it is stored. */
export type ListEntries = (event: LearnerEvent) => readonly OutboxEntry[];

/** The events of this device in IndexedDB. Nothing is created before the first event. */
export class EventStore {
  readonly #database: RecordDatabase;

  constructor(database: RecordDatabase) {
    this.#database = database;
  }

  /** All rows as they are, in the order of storing; none where there is no database yet. */
  async readAll(): Promise<Stored<readonly unknown[]>> {
    const read = await this.#database.read((database) => database.getAll('events'));
    return read.ok ? { ok: true, value: read.value ?? [] } : read;
  }

  /**
   * Adds events of this device, moving their times past the newest one stored, so that all tabs share one order, and with
   * each of them what is to be told of it. All or none.
   */
  append(events: readonly LearnerEvent[], listEntries: ListEntries): Promise<Stored<Added>> {
    return this.#database.write(async (transaction) => {
      let newestEntry = await transaction.objectStore('notes').get(NEWEST_ENTRY);
      const added = await add(transaction, events, async (event, newest) => {
        const placed = { ...event, at: timeAfter(Date.parse(event.at), latest(newest, newestEntry)) };
        for (const entry of listEntries(placed)) {
          await transaction.objectStore('outbox').add({ ...entry, ...(entry.parked === undefined && { waiting: 1 }) });
          newestEntry = latest(newestEntry, entry.at);
        }
        return placed;
      });
      if (newestEntry !== undefined) await transaction.objectStore('notes').put(newestEntry, NEWEST_ENTRY);
      return added;
    });
  }

  /** Adds events from elsewhere as they are and leaves those that are here already. All or none. */
  merge(events: readonly LearnerEvent[]): Promise<Stored<Added>> {
    return this.#database.write((transaction) => add(transaction, events, async (event) => event));
  }
}

const NEWEST_ENTRY = 'newest-entry';

async function add(transaction: Transaction<'readwrite'>, events: readonly LearnerEvent[], place: (event: LearnerEvent, newest: string | undefined) => Promise<LearnerEvent>): Promise<Added> {
  const store = transaction.objectStore('events');
  const added: LearnerEvent[] = [];
  let newest = (await store.index('at').openKeyCursor(null, 'prev'))?.key;
  for (const event of events) {
    // A write whose acknowledgement was lost with the connection comes again under the same id.
    const stored = await store.index('id').get(event.id);
    const placed = stored ?? (await place(event, newest));
    if (!stored) await store.add(placed);
    added.push(placed);
    newest = latest(newest, placed.at);
  }
  return { events: added, count: await store.count() };
}

const latest = (a: string | undefined, b: string | undefined): string | undefined => (a === undefined || (b !== undefined && b > a) ? b : a);
