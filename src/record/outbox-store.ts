import type { OutboxRow, RecordDatabase, Transaction } from './database.ts';
import type { OutboxEntry } from './outbox.ts';

/** The outbox in IndexedDB, beside the events. Where the browser stores nothing, it is empty and changes nothing. */
export class OutboxStore {
  readonly #database: RecordDatabase;

  constructor(database: RecordDatabase) {
    this.#database = database;
  }

  async listWaiting(limit: number): Promise<OutboxEntry[]> {
    const read = await this.#database.read((database) => database.getAllFromIndex('outbox', 'waiting', 1, limit));
    return read.ok ? (read.value ?? []).map(toEntry) : [];
  }

  async listAll(): Promise<OutboxEntry[]> {
    const read = await this.#database.read((database) => database.getAll('outbox'));
    return read.ok ? (read.value ?? []).map(toEntry) : [];
  }

  async count(): Promise<{ waiting: number; parked: number }> {
    const read = await this.#database.read(async (database) => {
      const { store } = database.transaction('outbox');
      const [all, waiting] = await Promise.all([store.count(), store.index('waiting').count()]);
      return { waiting, parked: all - waiting };
    });
    return (read.ok && read.value) || { waiting: 0, parked: 0 };
  }

  /**
   * Changes entries in one transaction and returns those that are here, as they now are. Where the browser fails to, nothing is
   * changed and `undefined` is returned. @param change gives the entry as it is to be; `undefined` takes it out
   */
  async change(ids: readonly string[], change: (entry: OutboxEntry) => OutboxEntry | undefined): Promise<OutboxEntry[] | undefined> {
    const written = await this.#database.write((transaction) => changeRows(transaction, ids, change));
    return written.ok ? written.value : undefined;
  }

  async listParkedIds(): Promise<string[]> {
    return (await this.listAll()).filter(({ parked }) => parked !== undefined).map(({ id }) => id);
  }
}

async function changeRows(transaction: Transaction<'readwrite'>, ids: readonly string[], change: (entry: OutboxEntry) => OutboxEntry | undefined): Promise<OutboxEntry[]> {
  const store = transaction.objectStore('outbox');
  // Asked for all at once: one after the other, a batch would take as many turns as it has entries.
  const changed = await Promise.all(
    ids.map(async (id) => {
      const key = await store.index('id').getKey(id);
      const row = key === undefined ? undefined : await store.get(key);
      if (key === undefined || !row) return undefined;
      const entry = change(toEntry(row));
      if (entry) await store.put({ ...entry, ...(entry.parked === undefined && { waiting: 1 as const }) }, key);
      else await store.delete(key);
      return entry;
    }),
  );
  return changed.filter((entry) => entry !== undefined);
}

function toEntry({ waiting: _, ...entry }: OutboxRow): OutboxEntry {
  return entry;
}
