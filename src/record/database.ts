import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { LearnerEvent } from './learner-event.ts';
import type { OutboxEntry } from './outbox.ts';

/** Where the record of this device stands; a record of one learner in one course has an ending of its own. */
export const DATABASE_NAME = 'practice-academy';
export const nameDatabase = (ending?: string): string => (ending === undefined ? DATABASE_NAME : `${DATABASE_NAME}-${ending}`);

/** Raise it together with a step in `upgrade`. 2: the outbox. */
const DATABASE_VERSION = 2;

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

/** An entry of the outbox as it is stored. `waiting` is left out once the entry is parked, so that an index finds those that wait. */
export type OutboxRow = OutboxEntry & { waiting?: 1 };

export interface RecordSchema extends DBSchema {
  events: { key: number; value: LearnerEvent; indexes: { id: string; at: string } };
  outbox: { key: number; value: OutboxRow; indexes: { id: string; waiting: number } };
  /** Under `newest-entry`: the time of the newest entry that ever stood in the outbox. */
  notes: { key: string; value: string };
}
type StoreName = 'events' | 'outbox' | 'notes';
export type OpenDatabase = IDBPDatabase<RecordSchema>;
export type Transaction<Mode extends 'readonly' | 'readwrite'> = IDBPTransaction<RecordSchema, StoreName[], Mode>;

/** One IndexedDB database, opened when it is needed and reopened where the connection broke. */
export class RecordDatabase {
  readonly name: string;
  #connection: Promise<OpenDatabase> | undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** Reads; `undefined` where there is no database yet, and none is created. */
  read<Value>(work: (database: OpenDatabase) => Promise<Value>): Promise<Stored<Value | undefined>> {
    return this.#use(
      () => this.#openExisting(),
      async (database) => (database ? work(database) : undefined),
    );
  }

  /** Writes in one transaction, all or nothing. "Stored" means that it is complete and flushed, so that a crash loses nothing that was acknowledged. */
  write<Value>(work: (transaction: Transaction<'readwrite'>) => Promise<Value>): Promise<Stored<Value>> {
    return this.#use(
      () => this.#openOrCreate(),
      async (database) => {
        const transaction = database.transaction(['events', 'outbox', 'notes'] as StoreName[], 'readwrite', { durability: 'strict' });
        return completeWith(transaction, work(transaction));
      },
    );
  }

  /** Deletes the database. `false`: another tab keeps it open, and the browser deletes it once that tab is closed. */
  erase(): Promise<Stored<boolean>> {
    this.#disconnect();
    return this.#use(
      async () => undefined,
      () =>
        new Promise<boolean>((resolve, reject) => {
          deleteDB(this.name, { blocked: () => setTimeout(resolve, DELETE_PATIENCE, false) }).then(() => resolve(true), reject);
        }),
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

  #openOrCreate(): Promise<OpenDatabase> {
    this.#connection ??= openDatabase(this.name, { isNew: createStores, onClosed: () => this.#disconnect() });
    return this.#connection;
  }

  async #openExisting(): Promise<OpenDatabase | undefined> {
    if (this.#connection) return this.#connection;
    // Not every browser can list its databases; where one can't, the attempt to open is taken back below.
    if ('databases' in indexedDB && !(await indexedDB.databases()).some(({ name }) => name === this.name)) return undefined;
    let isMissing = false;
    const abandon = (_: OpenDatabase, transaction: { abort(): void; done: Promise<void> }) => {
      isMissing = true;
      transaction.done.catch(() => undefined);
      transaction.abort();
    };
    try {
      const database = await openDatabase(this.name, { isNew: abandon, onClosed: () => this.#disconnect() });
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

function createStores(database: OpenDatabase): void {
  const events = database.createObjectStore('events', { autoIncrement: true });
  events.createIndex('id', 'id', { unique: true });
  events.createIndex('at', 'at');
  addOutbox(database);
}

function addOutbox(database: OpenDatabase): void {
  const outbox = database.createObjectStore('outbox', { autoIncrement: true });
  outbox.createIndex('id', 'id', { unique: true });
  outbox.createIndex('waiting', 'waiting');
  database.createObjectStore('notes');
}

interface OpenOptions {
  /** What to do where there was no database. */
  isNew: (database: OpenDatabase, transaction: { abort(): void; done: Promise<void> }) => void;
  /** Closes and forgets the connection. */
  onClosed: () => void;
}

async function openDatabase(name: string, { isNew, onClosed }: OpenOptions): Promise<OpenDatabase> {
  const opening = openDB<RecordSchema>(name, DATABASE_VERSION, {
    upgrade: (database, oldVersion, _newVersion, transaction) => (oldVersion === 0 ? isNew(database, transaction) : addOutbox(database)),
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
