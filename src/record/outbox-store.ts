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
   * changed and `undefined` is returned. @param change gives the entry as it is to be
   */
  async change(ids: readonly string[], change: (entry: OutboxEntry) => OutboxEntry): Promise<OutboxEntry[] | undefined> {
    const written = await this.#database.write((transaction) => changeRows(transaction, ids, change));
    return written.ok ? written.value : undefined;
  }

  /** In one transaction. Where the browser fails to, they stay. */
  async remove(ids: readonly string[]): Promise<void> {
    await this.#database.write((transaction) => removeRows(transaction, ids));
  }

  async listParkedIds(): Promise<string[]> {
    return (await this.listAll()).filter(({ parked }) => parked !== undefined).map(({ id }) => id);
  }
}

async function changeRows(transaction: Transaction<'readwrite'>, ids: readonly string[], change: (entry: OutboxEntry) => OutboxEntry): Promise<OutboxEntry[]> {
  const store = openRows(transaction);
  const keys = (await findKeys(store, ids)).toSorted((a, b) => a - b);
  const range = await spanIfSideBySide(store, keys);
  const rows = range ? await store.getAll(range) : await Promise.all(keys.map((key) => store.get(key)));
  const changed = await Promise.all(
    keys.map(async (key, index) => {
      const row = rows[index];
      if (!row) return undefined;
      const entry = change(toEntry(row));
      await store.put({ ...entry, ...(entry.parked === undefined && { waiting: 1 as const }) }, key);
      return entry;
    }),
  );
  return changed.filter((entry) => entry !== undefined);
}

async function removeRows(transaction: Transaction<'readwrite'>, ids: readonly string[]): Promise<void> {
  const store = openRows(transaction);
  const keys = await findKeys(store, ids);
  const range = await spanIfSideBySide(store, keys);
  await (range ? store.delete(range) : Promise.all(keys.map((key) => store.delete(key))));
}

type OutboxRows = ReturnType<typeof openRows>;
const openRows = (transaction: Transaction<'readwrite'>) => transaction.objectStore('outbox');

/** Asked for all at once: one after the other, a batch would take as many turns as it has entries. */
async function findKeys(store: OutboxRows, ids: readonly string[]): Promise<number[]> {
  const keys = await Promise.all(ids.map((id) => store.index('id').getKey(id)));
  return keys.filter((key) => key !== undefined);
}

/** What is sent together mostly stands together, and then is read and deleted at one stroke, in a third of the time. */
async function spanIfSideBySide(store: OutboxRows, keys: readonly number[]): Promise<IDBKeyRange | undefined> {
  if (keys.length < 2) return undefined;
  const range = IDBKeyRange.bound(Math.min(...keys), Math.max(...keys));
  return (await store.count(range)) === keys.length ? range : undefined;
}

function toEntry({ waiting: _, ...entry }: OutboxRow): OutboxEntry {
  return entry;
}
