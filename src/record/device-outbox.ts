import { timeAfter } from './event-time.ts';
import type { LearnerEvent } from './learner-event.ts';
import type { EntryDraft, Outbox, OutboxEntry, Sending } from './outbox.ts';
import type { OutboxStore } from './outbox-store.ts';

/** What waits to be sent: in the store where the browser keeps it, in this page's memory where it does not. */
export class DeviceOutbox implements Outbox {
  readonly #store: OutboxStore | undefined;
  readonly #channel: BroadcastChannel | undefined;
  readonly #listeners = new Set<() => void>();
  /** Entries of events that are not stored (yet), by event. What was sent of them is gone, but the event stays listed. */
  readonly #held = new Map<string, readonly OutboxEntry[]>();
  /** The time of the newest entry that was ever held. */
  #newestHeld: string | undefined;
  #sending: Sending = { state: 'idle' };

  constructor(store: OutboxStore | undefined, channelName: string) {
    this.#store = store;
    this.#channel = openChannel(channelName, () => this.#tellListeners());
  }

  get sending(): Sending {
    return this.#sending;
  }

  /** What goes into the store with an event: what was made for it while it could not be stored, or else what is made now. */
  entriesFor(event: LearnerEvent, enclose: () => readonly EntryDraft[]): readonly OutboxEntry[] {
    return this.#held.get(event.id) ?? enclose().map(({ id, content }, index) => ({ id, content, event: event.id, at: new Date(Date.parse(event.at) + index).toISOString() }));
  }

  /** Keeps entries in memory for as long as their event is not stored. Their times rise strictly here too, also where an event has several. */
  hold(event: LearnerEvent, entries: readonly OutboxEntry[]): void {
    if (this.#held.has(event.id)) return;
    this.#held.set(
      event.id,
      entries.map((entry) => {
        this.#newestHeld = timeAfter(Date.parse(entry.at), this.#newestHeld);
        return { ...entry, at: this.#newestHeld };
      }),
    );
  }

  /** The event is stored now, and its entries with it. */
  release(event: LearnerEvent): void {
    this.#held.delete(event.id);
  }

  forget(): void {
    this.#held.clear();
    this.announce();
  }

  async listWaiting(limit: number): Promise<readonly OutboxEntry[]> {
    const stored = (await this.#store?.listWaiting(limit)) ?? [];
    return [...stored, ...this.#listHeld().filter(({ parked }) => parked === undefined)].slice(0, limit);
  }

  async listAll(): Promise<readonly OutboxEntry[]> {
    return [...((await this.#store?.listAll()) ?? []), ...this.#listHeld()];
  }

  async count(): Promise<{ waiting: number; parked: number }> {
    const held = this.#listHeld();
    const parked = held.filter((entry) => entry.parked !== undefined).length;
    const stored = (await this.#store?.count()) ?? { waiting: 0, parked: 0 };
    return { waiting: stored.waiting + held.length - parked, parked: stored.parked + parked };
  }

  seal(bodies: readonly { id: string; body: string }[]): Promise<readonly OutboxEntry[]> {
    const byId = new Map(bodies.map(({ id, body }) => [id, body]));
    return this.#change([...byId.keys()], (entry) => ({ ...entry, body: entry.body ?? byId.get(entry.id) ?? '' }), 'silent');
  }

  async unseal(ids: readonly string[]): Promise<void> {
    await this.#change(ids, ({ body: _, ...entry }) => entry, 'silent');
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const takenHere = this.#changeHeld(new Set(ids), () => undefined);
    if (!ids.every((id) => takenHere.has(id))) await this.#store?.remove(ids);
    this.announce();
  }

  async park(refused: readonly { id: string; reason: string }[]): Promise<void> {
    const reasons = new Map(refused.map(({ id, reason }) => [id, reason]));
    await this.#change([...reasons.keys()], (entry) => ({ ...entry, parked: reasons.get(entry.id) ?? '' }));
  }

  async unpark(): Promise<void> {
    const held = this.#listHeld().filter(({ parked }) => parked !== undefined);
    await this.#change([...((await this.#store?.listParkedIds()) ?? []), ...held.map(({ id }) => id)], ({ parked: _, ...entry }) => entry);
  }

  tellSending(sending: Sending): void {
    if (JSON.stringify(sending) === JSON.stringify(this.#sending)) return;
    this.#sending = sending;
    this.#tellListeners();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something waits that did not before, or no longer does: here and in other tabs. */
  announce(): void {
    this.#channel?.postMessage('changed');
    this.#tellListeners();
  }

  async #change(ids: readonly string[], change: (entry: OutboxEntry) => OutboxEntry, loudness: 'told' | 'silent' = 'told'): Promise<OutboxEntry[]> {
    if (ids.length === 0) return [];
    const wanted = new Set(ids);
    const changedHere = this.#changeHeld(wanted, change);
    const isAllHere = ids.every((id) => changedHere.has(id));
    const stored = isAllHere ? [] : ((await this.#store?.change(ids, change)) ?? []);
    if (loudness === 'told') this.announce();
    const byId = new Map([...stored, ...[...changedHere.values()].filter((entry) => entry !== undefined)].map((entry) => [entry.id, entry]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  #changeHeld(ids: ReadonlySet<string>, change: (entry: OutboxEntry) => OutboxEntry | undefined): Map<string, OutboxEntry | undefined> {
    const changed = new Map<string, OutboxEntry | undefined>();
    for (const [event, entries] of this.#held) {
      if (!entries.some(({ id }) => ids.has(id))) continue;
      const after = entries.map((entry) => {
        if (!ids.has(entry.id)) return entry;
        const next = change(entry);
        changed.set(entry.id, next);
        return next;
      });
      this.#held.set(event, after.filter((entry) => entry !== undefined));
    }
    return changed;
  }

  #listHeld(): OutboxEntry[] {
    return [...this.#held.values()].flat();
  }

  #tellListeners(): void {
    for (const listener of this.#listeners) queueMicrotask(listener);
  }
}

/** Tabs of one site tell each other; where there are no tabs, as in a test under Node, an open channel would keep the process alive. */
function openChannel(name: string, onMessage: () => void): BroadcastChannel | undefined {
  if (typeof window === 'undefined' || typeof BroadcastChannel === 'undefined') return undefined;
  try {
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', onMessage);
    return channel;
  } catch {
    return undefined;
  }
}
