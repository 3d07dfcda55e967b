import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { timeAfter } from './event-time.ts';
import type { LearnerEvent } from './learner-event.ts';

export const DATABASE_NAME = 'practice-academy';

/** Raise it together with a step in `upgrade`. */
const DATABASE_VERSION = 1;

/** Browsers drop connections now and then; the same handle never works again, a new one usually does. */
const MAX_REOPENS = 3;

/** Milliseconds to wait for a database that another tab is deleting, or that the browser never gives. */
const OPEN_PATIENCE = 5_000;
const DELETE_PATIENCE = 3_000;

/**
 * Why the browser did not store: `refused` (private mode, blocked, no storage at all), `full`, `lost` (the connection broke
 * and reopening did not help), `newer` (a later release of the site wrote this database; reload the page).
 */
export type StoreFailure = 'refused' | 'full' | 'lost' | 'newer';

export type Stored<Value> = { ok: true; value: Value } | { ok: false; reason: StoreFailure };

/** The events just added, as they are stored, and how many the store now holds. */
export interface Added {
  events: readonly LearnerEvent[];
  count: number;
}

interface RecordDatabase extends DBSchema {
  events: { key: number; value: LearnerEvent; indexes: { id: string; at: string } };
}
type Database = IDBPDatabase<RecordDatabase>;

/**
 * The events of this device in IndexedDB. "Stored" means that the transaction is complete and flushed, so that a crash of
 * the browser loses nothing that was acknowledged. Nothing is created before the first event.
 */
export class EventStore {
  #connection: Promise<Database> | undefined;

  /** All rows as they are, in the order of storing; none where there is no database yet. */
  readAll(): Promise<Stored<readonly unknown[]>> {
    return this.#use(
      () => this.#openExisting(),
      async (database) => (await database?.getAll('events')) ?? [],
    );
  }

  /** Adds events of this device, moving their times past the newest one stored, so that all tabs share one order. All or none. */
  append(events: readonly LearnerEvent[]): Promise<Stored<Added>> {
    return this.#add(events, (event, newest) => ({ ...event, at: timeAfter(Date.parse(event.at), newest) }));
  }

  /** Adds events from elsewhere as they are and leaves those that are here already. All or none. */
  merge(events: readonly LearnerEvent[]): Promise<Stored<Added>> {
    return this.#add(events, (event) => event);
  }

  /** Deletes the database. `false`: another tab keeps it open, and the browser deletes it once that tab is closed. */
  erase(): Promise<Stored<boolean>> {
    this.#disconnect();
    return this.#use(
      async () => undefined,
      () =>
        new Promise<boolean>((resolve, reject) => {
          deleteDB(DATABASE_NAME, { blocked: () => setTimeout(resolve, DELETE_PATIENCE, false) }).then(() => resolve(true), reject);
        }),
    );
  }

  #add(events: readonly LearnerEvent[], place: (event: LearnerEvent, newest: string | undefined) => LearnerEvent): Promise<Stored<Added>> {
    return this.#use(
      () => this.#openOrCreate(),
      async (database) => {
        const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
        const write = async () => {
          const { store } = transaction;
          const added: LearnerEvent[] = [];
          let newest = (await store.index('at').openKeyCursor(null, 'prev'))?.key;
          for (const event of events) {
            // A write whose acknowledgement was lost with the connection comes again under the same id.
            const stored = await store.index('id').get(event.id);
            const placed = stored ?? place(event, newest);
            if (!stored) await store.add(placed);
            added.push(placed);
            if (newest === undefined || placed.at > newest) newest = placed.at;
          }
          return { events: added, count: await store.count() };
        };
        return completeWith(transaction, write());
      },
    );
  }

  /** Runs `work` on an open database, reopening it where the connection broke. */
  async #use<Opened, Value>(open: () => Promise<Opened>, work: (opened: Opened) => Promise<Value>): Promise<Stored<Value>> {
    for (let reopens = 0; ; reopens += 1) {
      try {
        return { ok: true, value: await work(await open()) };
      } catch (error) {
        this.#disconnect();
        if (!BROKEN_CONNECTION.has(nameOf(error)) || reopens === MAX_REOPENS) return { ok: false, reason: explainFailure(error) };
      }
    }
  }

  #openOrCreate(): Promise<Database> {
    this.#connection ??= openDatabase({ isNew: createStores, onClosed: () => this.#disconnect() });
    return this.#connection;
  }

  async #openExisting(): Promise<Database | undefined> {
    if (this.#connection) return this.#connection;
    // Not every browser can list its databases; where one can't, the attempt to open is taken back below.
    if ('databases' in indexedDB && !(await indexedDB.databases()).some(({ name }) => name === DATABASE_NAME)) return undefined;
    let isMissing = false;
    const abandon = (_: Database, transaction: { abort(): void; done: Promise<void> }) => {
      isMissing = true;
      transaction.done.catch(() => undefined);
      transaction.abort();
    };
    try {
      const database = await openDatabase({ isNew: abandon, onClosed: () => this.#disconnect() });
      if (this.#connection) database.close();
      else this.#connection = Promise.resolve(database);
      return this.#connection;
    } catch (error) {
      if (isMissing) return undefined;
      throw error;
    }
  }

  #disconnect(): void {
    void this.#connection?.then(
      (database) => database.close(),
      () => undefined,
    );
    this.#connection = undefined;
  }
}

function createStores(database: Database): void {
  const events = database.createObjectStore('events', { autoIncrement: true });
  events.createIndex('id', 'id', { unique: true });
  events.createIndex('at', 'at');
}

interface OpenOptions {
  /** What to do where there was no database. */
  isNew: (database: Database, transaction: { abort(): void; done: Promise<void> }) => void;
  /** Closes and forgets the connection. */
  onClosed: () => void;
}

async function openDatabase({ isNew, onClosed }: OpenOptions): Promise<Database> {
  const opening = openDB<RecordDatabase>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade: (database, _oldVersion, _newVersion, transaction) => isNew(database, transaction),
    // Another tab upgrades or deletes the database: it waits until this connection is closed.
    blocking: onClosed,
    terminated: onClosed,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const impatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('The database did not open in time', 'TimeoutError')), OPEN_PATIENCE);
  });
  try {
    return await Promise.race([opening, impatience]);
  } catch (error) {
    void opening.then(
      (database) => database.close(),
      () => undefined,
    );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The result of `work` once its transaction is complete. Where either fails nothing is stored, and the more telling error is thrown. */
async function completeWith<Value>(transaction: { abort(): void; done: Promise<void> }, work: Promise<Value>): Promise<Value> {
  const [worked, done] = await Promise.allSettled([
    work.catch((error: unknown) => {
      abort(transaction);
      throw error;
    }),
    transaction.done,
  ]);
  if (worked.status === 'fulfilled' && done.status === 'fulfilled') return worked.value;
  // The browser ends every request of a transaction that it gave up with an `AbortError`; the cause stands elsewhere.
  const errors = [done, worked].flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  throw errors.find((error) => nameOf(error) !== 'AbortError') ?? errors[0];
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

/** Failures after which the same work on a new connection can succeed. */
const BROKEN_CONNECTION = new Set(['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError', 'NotFoundError']);

function explainFailure(error: unknown): StoreFailure {
  const name = nameOf(error);
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'VersionError') return 'newer';
  return name === 'TimeoutError' || BROKEN_CONNECTION.has(name) ? 'lost' : 'refused';
}

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');
