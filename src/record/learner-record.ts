import type { LaunchMode } from '../course/completion.ts';
import { nameDatabase, RecordDatabase, type StoreFailure } from './database.ts';
import { DeviceOutbox } from './device-outbox.ts';
import { EventStore, type Added } from './event-store.ts';
import { sortByTime, timeAfter } from './event-time.ts';
import { EVENT_VERSION, isLearnerEvent, MAX_REFLECTION_LENGTH, type LearnerEvent, type LearnerEventInput } from './learner-event.ts';
import type { Enclose, Outbox } from './outbox.ts';
import { OutboxStore } from './outbox-store.ts';
import { withoutKnown } from './restored-events.ts';
import { findMissing, readSentinel, removeSentinel, watchOtherTabs, writeSentinel, type Missing } from './sentinel.ts';

/** Why events stay in this page only. `not-recording`: launched in Browse or Review mode. */
export type NotKeptReason = StoreFailure | 'not-recording';

/**
 * What to tell the learner about their record. `not-kept`: what they do is held in this page and gone when it closes, so
 * offer the export. `shorter-than-expected`: the browser lost what it had saved, so offer to bring back an export.
 */
export type RecordHealth = { state: 'kept' } | { state: 'not-kept'; reason: NotKeptReason } | { state: 'shorter-than-expected'; missing: Missing };

/** An event that was taken in; `kept` where it will still be there after the browser closes or crashes. */
export type Saved = { kept: true; event: LearnerEvent } | { kept: false; event: LearnerEvent; reason: NotKeptReason };

export type RecordChange = { type: 'saved'; events: readonly LearnerEvent[] } | { type: 'changed-elsewhere' } | { type: 'cleared' };

/** What came of an import: all of it, or nothing. */
export type Merged = { ok: true; added: number; alreadyHere: number } | { ok: false; reason: NotKeptReason };

/** What a learner did on this device. */
export interface LearnerRecord {
  readonly health: RecordHealth;
  /** In Browse and Review nothing is recorded. */
  readonly launchMode: LaunchMode;
  /** The LMS's mastery score, 0 to 1, which counts in place of a module's own. */
  readonly masteryScore?: number;
  /** Whether what is done here is told to an LMS or LRS. */
  readonly isReported: boolean;
  /** What waits to be told. */
  readonly outbox: Outbox;
  /** A new random UUID, for attempts. */
  newId(): string;
  /**
   * Takes in what the learner did. It counts in this page from now on, kept or not; what could not be kept is tried again with the next event.
   * @throws RangeError on a reflection of more than 4,000 characters
   */
  append(input: LearnerEventInput): Promise<Saved>;
  /** All events, oldest first. */
  readAll(): Promise<readonly LearnerEvent[]>;
  /** Adds events from an export. What is here already stays as it is. */
  merge(events: readonly LearnerEvent[]): Promise<Merged>;
  /** Hears of every change of the record, in this tab and others. Returns how to stop listening. */
  subscribe(listener: (change: RecordChange) => void): () => void;
  /** Accepts that events were lost, so that the record is no longer reported as shorter than expected. */
  letGoOfMissing(): void;
  /** Deletes everything. `false`: another tab still holds the record, or the browser would not; ask to close the other tabs. */
  clear(): Promise<boolean>;
}

export interface RecordEnvironment {
  /** Milliseconds since 1970. */
  now?: () => number;
  newId?: () => string;
  /** In Browse and Review nothing is stored. */
  launchMode?: LaunchMode;
  masteryScore?: number;
  /** The ending of the database's name: a record of its own for one learner in one course. Left out: the record of this device. */
  database?: string;
  /** What is to be told of every event. Left out: nothing is. */
  enclose?: Enclose;
  /** What an LMS or LRS kept of earlier visits. It counts whether or not this browser can store it, and is not told again. */
  restored?: readonly LearnerEvent[];
}

/** Opens the record of this device. Stores and creates nothing until the first event. Never fails: see `health`. */
export async function openRecord(environment: RecordEnvironment = {}): Promise<LearnerRecord> {
  const record = new DeviceRecord(environment);
  await record.restore(environment.restored ?? []);
  return record;
}

class DeviceRecord implements LearnerRecord {
  readonly newId: () => string;
  readonly launchMode: LaunchMode;
  readonly masteryScore?: number;
  readonly isReported: boolean;
  readonly outbox: DeviceOutbox;
  readonly #database: RecordDatabase;
  /** Left out where nothing is to be recorded. */
  readonly #store: EventStore | undefined;
  readonly #enclose: Enclose;
  readonly #now: () => number;
  readonly #session: string;
  readonly #listeners = new Set<(change: RecordChange) => void>();
  /** What the store held when it was last read or written. */
  #stored: readonly LearnerEvent[] = [];
  /** Events from elsewhere that this browser could not store. */
  #restored: readonly LearnerEvent[] = [];
  /** Events that are not stored yet, or can't be. */
  #unsaved: readonly LearnerEvent[] = [];
  #newest: string | undefined;
  #failure: NotKeptReason | undefined;
  #missing: Missing | undefined;
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor({ now = Date.now, newId = randomUuid, launchMode = 'Normal', masteryScore, database, enclose }: RecordEnvironment) {
    const isRecording = launchMode === 'Normal';
    this.#now = now;
    this.newId = newId;
    this.launchMode = launchMode;
    if (masteryScore !== undefined) this.masteryScore = masteryScore;
    this.isReported = isRecording && enclose !== undefined;
    this.#enclose = enclose && isRecording ? enclose : () => [];
    this.#database = new RecordDatabase(nameDatabase(database));
    this.#store = isRecording ? new EventStore(this.#database) : undefined;
    this.outbox = new DeviceOutbox(isRecording ? new OutboxStore(this.#database) : undefined, this.#database.name);
    this.#session = newId();
    if (!isRecording) this.#failure = 'not-recording';
    watchOtherTabs(this.#database.name, (change) => {
      if (change === 'cleared') this.#forget();
      this.#tell({ type: change === 'cleared' ? 'cleared' : 'changed-elsewhere' });
    });
  }

  get health(): RecordHealth {
    if (this.#failure) return { state: 'not-kept', reason: this.#failure };
    return this.#missing ? { state: 'shorter-than-expected', missing: this.#missing } : { state: 'kept' };
  }

  async append(input: LearnerEventInput): Promise<Saved> {
    if (input.type === 'reflection-saved' && input.text.length > MAX_REFLECTION_LENGTH) throw new RangeError(`A reflection has at most ${MAX_REFLECTION_LENGTH} characters`);
    this.#newest = timeAfter(this.#now(), this.#newest);
    const event: LearnerEvent = { version: EVENT_VERSION, id: this.newId(), at: this.#newest, session: this.#session, ...input };
    this.#unsaved = [...this.#unsaved, event];
    const saved = await this.#inTurn(async (): Promise<Saved> => {
      const failure = await this.#saveUnsaved();
      const stored = this.#stored.findLast(({ id }) => id === event.id);
      return stored ? { kept: true, event: stored } : { kept: false, event, reason: failure ?? 'lost' };
    });
    this.#tell({ type: 'saved', events: [saved.event] });
    return saved;
  }

  async restore(events: readonly LearnerEvent[]): Promise<void> {
    const fresh = withoutKnown(events, await this.readAll());
    if (fresh.length === 0) return;
    if (!this.#store || !(await this.merge(fresh)).ok) this.#restored = fresh;
    await this.readAll();
  }

  readAll(): Promise<readonly LearnerEvent[]> {
    return this.#inTurn(() => this.#read());
  }

  async merge(events: readonly LearnerEvent[]): Promise<Merged> {
    const merged = await this.#inTurn(async (): Promise<Merged & { events?: readonly LearnerEvent[] }> => {
      const here = new Set((await this.#read()).map(({ id }) => id));
      const fresh = [...new Map(events.filter(({ id }) => !here.has(id)).map((event) => [event.id, event])).values()];
      if (fresh.length === 0) return { ok: true, added: 0, alreadyHere: events.length };
      const outcome = await this.#store?.merge(fresh);
      if (!outcome?.ok) return { ok: false, reason: outcome?.reason ?? 'not-recording' };
      await this.#read();
      this.#noteStored(outcome.value);
      return { ok: true, added: fresh.length, alreadyHere: events.length - fresh.length, events: fresh };
    });
    if (merged.events) this.#tell({ type: 'saved', events: merged.events });
    return merged.ok ? { ok: true, added: merged.added, alreadyHere: merged.alreadyHere } : merged;
  }

  subscribe(listener: (change: RecordChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  letGoOfMissing(): void {
    this.#missing = undefined;
    const last = this.#stored.at(-1);
    if (last) writeSentinel(this.#database.name, { count: this.#stored.length, lastId: last.id, at: last.at });
    else removeSentinel(this.#database.name);
  }

  async clear(): Promise<boolean> {
    const isCleared = await this.#inTurn(async () => {
      const erased = await this.#database.erase();
      // Where storage is refused, nothing was ever stored.
      if (!erased.ok && erased.reason !== 'refused') return false;
      // A deletion that waits for another tab can't be called back, so the note goes now too.
      removeSentinel(this.#database.name);
      this.#forget();
      return !erased.ok || erased.value;
    });
    this.#tell({ type: 'cleared' });
    return isCleared;
  }

  /** Reads and writes run one after the other, so that a read never misses what was saved before it. */
  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  async #read(): Promise<readonly LearnerEvent[]> {
    const read = await this.#store?.readAll();
    if (read?.ok) {
      this.#stored = sortByTime(read.value.filter(isLearnerEvent));
      this.#missing = findMissing(readSentinel(this.#database.name), this.#stored.map(({ id }) => id));
    }
    if (read && (!read.ok || this.#unsaved.length === 0)) this.#failure = read.ok ? undefined : read.reason;
    const stored = new Set(this.#stored.map(({ id }) => id));
    const events = [...this.#stored, ...[...this.#restored, ...this.#unsaved].filter(({ id }) => !stored.has(id))];
    for (const { at } of events) if (this.#newest === undefined || at > this.#newest) this.#newest = at;
    return sortByTime(events);
  }

  /** Stores what waits. Returns why not, where the browser would not. */
  async #saveUnsaved(): Promise<NotKeptReason | undefined> {
    const waiting = this.#unsaved;
    if (waiting.length === 0) return undefined;
    const outcome = await this.#store?.append(waiting, (event) => this.#listEntries(event));
    if (!outcome?.ok) {
      this.#failure = outcome?.reason ?? 'not-recording';
      // What the browser won't keep is told all the same.
      for (const event of waiting) this.outbox.hold(event, this.#listEntries(event));
      if (this.isReported) this.outbox.announce();
      return this.#failure;
    }
    this.#failure = undefined;
    for (const event of waiting) this.outbox.release(event);
    if (this.isReported) this.outbox.announce();
    this.#unsaved = this.#unsaved.filter((event) => !waiting.includes(event));
    this.#stored = [...this.#stored, ...outcome.value.events];
    this.#noteStored(outcome.value);
    return undefined;
  }

  #listEntries(event: LearnerEvent): ReturnType<DeviceOutbox['entriesFor']> {
    return this.outbox.entriesFor(event, () => {
      const before = this.#unsaved.slice(0, this.#unsaved.findIndex(({ id }) => id === event.id));
      return this.#enclose(event, [...this.#stored, ...this.#restored, ...before]);
    });
  }

  #noteStored({ events, count }: Added): void {
    const last = events.at(-1);
    if (!last) return;
    if (this.#newest === undefined || last.at > this.#newest) this.#newest = last.at;
    writeSentinel(this.#database.name, { count, lastId: last.id, at: last.at, ...(this.#missing && { missing: this.#missing }) });
  }

  #forget(): void {
    this.#stored = [];
    this.#restored = [];
    this.#unsaved = [];
    this.#missing = undefined;
    this.outbox.forget();
  }

  #tell(change: RecordChange): void {
    // In a task of its own: a listener that fails must not undo what was saved.
    for (const listener of this.#listeners) queueMicrotask(() => listener(change));
  }
}

/** A version 4 UUID. Pages served without TLS, as on some intranets, have no `crypto.randomUUID`. */
function randomUuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16)).map((byte, index) => (index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte));
  return [...bytes].map((byte, index) => (([4, 6, 8, 10] as number[]).includes(index) ? '-' : '') + byte.toString(16).padStart(2, '0')).join('');
}
