import type { Outbox, OutboxEntry } from '../../record/outbox.ts';
import { halve, isSealed, takeBatch, MAX_STATEMENTS, type SealedEntry } from './batches.ts';
import type { Delivery, Failure, LrsClient } from './client.ts';
import { isSameStatement } from './same-statement.ts';

/** How one turn of sending went. */
export type Turn =
  | { kind: 'empty' }
  /** Something arrived or was set aside; there may be more. */
  | { kind: 'progress' }
  /** Try again later. `retryAfter`: milliseconds, where the LRS asked for a wait. `hadProgress`: something arrived before that. */
  | { kind: 'failed'; retryAfter?: number; hadProgress?: boolean }
  /** Trying again does not help; `reason` is for the learner. */
  | { kind: 'stopped'; reason: string };

/** What differs from one standard to another. */
export interface DeliveryRules {
  /** The bytes to send for an entry, as JSON text of one statement. Called before its first sending; where it throws, the entry is set aside. */
  seal(entry: OutboxEntry): string;
  /** Looks at every failure first; `undefined` leaves it to the rules of xAPI. */
  judgeFailure?(batch: readonly SealedEntry[], failure: Failure): Verdict | undefined;
}

/** `delivered`: all of the batch had arrived before. `split`: look for the one that is meant. `stopped`: with words for the learner. */
export type Verdict = 'delivered' | 'split' | { parked: string } | { stopped: string };

export interface DeliveryOptions extends DeliveryRules {
  outbox: Outbox;
  lrs: LrsClient;
}

const NONE: Promise<readonly SealedEntry[]> = Promise.resolve([]);
const PROGRESS: Turn = { kind: 'progress' };

/** How many are read and fixed at a time: that takes about as long as a request, so a long queue is not read for every request, and while one is under way. */
const READ_AHEAD = 250;
/** With no more than these in memory the next are read, while one request is under way. */
const READ_MORE_AT = 2 * MAX_STATEMENTS;

/** Statuses that speak of what was sent, so that another statement may fare better. Any other refusal speaks of the address. */
const ABOUT_THE_STATEMENT = new Set([400, 409, 413, 422]);

export const STOPPED = {
  unauthorised: 'The service that keeps your learning record no longer recognises this visit. What you did is kept on this device where possible. Open the course again from where you usually start it, and it will be sent.',
  forbidden: 'The service that keeps your learning record does not accept records from this course. What you did is kept on this device where possible. Tell whoever runs this learning site.',
  wrongAddress: 'The address for learning records does not answer as it should. What you did is kept on this device where possible. Tell whoever runs this learning site.',
  wrongVersion: 'The service that keeps your learning record speaks another version. What you did is kept on this device where possible. Tell whoever runs this learning site.',
} as const;

/**
 * Takes what waits in an outbox to an LRS, some batches a turn, oldest first. An entry is taken out only on proof that it is
 * stored; one that is refused is set aside with the reason, and the rest goes on without it.
 */
export class BatchDelivery {
  readonly #options: DeliveryOptions;
  /** What the next request carries, fixed, so that it can leave with the page, when no storage answers any more. */
  #head: readonly SealedEntry[] = [];
  /** Sealed here and not sent yet. */
  readonly #neverSent = new Set<string>();
  /** What was last taken out. If the outbox lists it again, the browser did not write that down. */
  #takenOut = new Set<string>();
  /** Being taken out of the outbox while the next request is under way already. */
  readonly #removals: Promise<void>[] = [];
  #speaksOurVersion: Promise<boolean> | undefined;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Whether something of the head waits for other reasons than to be gathered: it was tried before, on this page or an earlier one. */
  get isOverdue(): boolean {
    return this.#head.some(({ id }) => !this.#neverSent.has(id));
  }

  get head(): readonly SealedEntry[] {
    return this.#head;
  }

  /** Fixes what is to be sent next and holds it in memory. */
  async prepare(limit = MAX_STATEMENTS): Promise<readonly SealedEntry[]> {
    this.#head = await this.#readAndFix(limit);
    return this.#head;
  }

  async #readAndFix(limit: number): Promise<readonly SealedEntry[]> {
    const { outbox } = this.#options;
    const listed = await outbox.listWaiting(limit);
    const written = listed.filter((entry) => !isSealed(entry)).map((entry) => ({ id: entry.id, body: this.#write(entry) }));
    const unwritable = new Set(written.filter(({ body }) => body === undefined).map(({ id }) => id));
    if (unwritable.size > 0) await outbox.park([...unwritable].map((id) => ({ id, reason: 'Another release of this site wrote it, and it can’t be made into a statement.' })));
    const waiting = listed.filter(({ id }) => !unwritable.has(id));
    const bodies = written.flatMap(({ id, body }) => (body === undefined ? [] : [{ id, body }]));
    const sealed = bodies.length > 0 ? await outbox.seal(bodies) : [];
    for (const { id } of sealed) this.#neverSent.add(id);
    const byId = new Map(sealed.map((entry) => [entry.id, entry]));
    const ready = waiting.map((entry) => byId.get(entry.id) ?? entry);
    // Behind one that could not be fixed nothing goes, or the order would break.
    const gap = ready.findIndex((entry) => !isSealed(entry));
    const fixed = ready.slice(0, gap === -1 ? undefined : gap).filter(isSealed);
    if (waiting.length > 0 && fixed.length === 0) throw new Error('What waits can’t be fixed');
    return fixed;
  }

  #write(entry: OutboxEntry): string | undefined {
    try {
      return this.#options.seal(entry);
    } catch {
      return undefined;
    }
  }

  /**
   * Sends the next batches, one after the other. Run one turn at a time.
   * @param isLongEnough asked between two requests
   */
  async takeTurn(isLongEnough: () => boolean = () => true): Promise<Turn> {
    try {
      const [first, ...others] = await this.prepare(READ_AHEAD);
      if (!first) return { kind: 'empty' };
      if (this.#takenOut.has(first.id)) {
        await this.#options.outbox.remove([...this.#takenOut]);
        return { kind: 'failed' };
      }
      this.#takenOut = new Set();
      return await this.#sendInTurn([first, ...others], isLongEnough);
    } finally {
      await this.#settleRemovals();
    }
  }

  async #sendInTurn(entries: readonly SealedEntry[], isLongEnough: () => boolean): Promise<Turn> {
    let hadProgress = false;
    let left = entries;
    let more = entries.length < READ_AHEAD ? NONE : undefined;
    while (left.length > 0) {
      if (left.length <= READ_MORE_AT) more ??= this.#readMore(left);
      if (left.length <= MAX_STATEMENTS && more) {
        const following = await more;
        left = [...left, ...following];
        more = following.length < READ_AHEAD ? NONE : undefined;
      }
      this.#head = left;
      const batch = takeBatch(left);
      const turn = await this.#send(batch);
      if (turn.kind !== 'progress') return turn.kind === 'failed' ? { ...turn, hadProgress } : turn;
      hadProgress = true;
      left = left.slice(batch.length);
      if (isLongEnough()) break;
    }
    return PROGRESS;
  }

  /** What waits behind `left`. Fails to find any rather than break off what is being sent. */
  async #readMore(left: readonly SealedEntry[]): Promise<readonly SealedEntry[]> {
    const known = new Set(left.map(({ id }) => id));
    const listed = await this.#readAndFix(left.length + READ_AHEAD).catch(() => []);
    return listed.filter(({ id }) => !known.has(id) && !this.#takenOut.has(id));
  }

  /** Sends as a page goes away, without waiting for storage. What arrives is taken out if the page lives to hear of it. */
  async sendWithPage(batch: readonly SealedEntry[]): Promise<void> {
    const delivery = await this.#post(batch, { keepalive: true });
    if (delivery.kind !== 'stored' || !isProof(delivery, batch)) return;
    this.#takeOut(batch);
    await this.#settleRemovals();
  }

  #post(batch: readonly SealedEntry[], options?: { keepalive: boolean }): Promise<Delivery> {
    for (const { id } of batch) this.#neverSent.delete(id);
    return this.#options.lrs.postStatements(batch.map(({ body }) => body), options);
  }

  async #send(batch: readonly SealedEntry[]): Promise<Turn> {
    const delivery = await this.#post(batch);
    if (delivery.kind === 'stored') return this.#conclude(batch, delivery);
    const verdict = this.#options.judgeFailure?.(batch, delivery) ?? judgeByXapi(delivery);
    if (verdict === 'delivered') return this.#takeOut(batch);
    if (verdict !== 'split') return 'parked' in verdict ? this.#setAside(batch, verdict.parked) : 'stopped' in verdict ? { kind: 'stopped', reason: verdict.stopped } : verdict;
    const [only, ...others] = batch;
    if (only && others.length === 0) return this.#judgeOne(only, delivery);
    // A batch is stored whole or not at all: halves find the one that is refused.
    const [front, back] = halve(batch);
    const turn = await this.#send(front);
    return turn.kind === 'progress' ? this.#send(back) : turn;
  }

  async #conclude(batch: readonly SealedEntry[], delivery: Extract<Delivery, { kind: 'stored' }>): Promise<Turn> {
    if (isProof(delivery, batch)) return this.#takeOut(batch);
    // Something answered, but not with what was stored: a page to sign in, or half an answer. The last one speaks for all.
    const last = batch.at(-1);
    const found = last && (await this.#options.lrs.getStatement(last.id));
    return found?.kind === 'found' ? this.#takeOut(batch) : { kind: 'failed' };
  }

  async #judgeOne(entry: SealedEntry, failure: Failure): Promise<Turn> {
    if (failure.kind !== 'refused') return this.#setAside([entry], 'The LRS refuses it.');
    if (failure.status === 409) return this.#settleConflict(entry);
    if (failure.status === 400 && !(await this.#isVersionKnown())) return { kind: 'stopped', reason: STOPPED.wrongVersion };
    return this.#setAside([entry], `${failure.status === 413 ? 'It is too large for the LRS.' : 'The LRS says that it is not valid.'} (${failure.status}) ${failure.text}`.trim());
  }

  /** The LRS has something under this id. An identical statement may be answered so, too, and then it has arrived. */
  async #settleConflict(entry: SealedEntry): Promise<Turn> {
    const found = await this.#options.lrs.getStatement(entry.id);
    if (found.kind === 'found' && isSameStatement(entry.body, found.statement)) return this.#takeOut([entry]);
    if (found.kind === 'found' || found.kind === 'none') return this.#setAside([entry], 'The LRS holds another statement under the same id. (409)');
    // A key that may write but not read can't tell.
    if (found.kind === 'forbidden' || found.kind === 'refused') return this.#setAside([entry], 'The LRS says that it holds another statement under the same id, and does not let it be compared. (409)');
    return toTurn(found);
  }

  /** An LRS that does not know our version refuses everything with 400; then nothing is wrong with the statements. */
  #isVersionKnown(): Promise<boolean> {
    this.#speaksOurVersion ??= this.#options.lrs.readVersions().then((versions) => versions === undefined || versions.some((version) => version.slice(0, 3) === (this.#options.lrs.access.version ?? '1.0.3').slice(0, 3)));
    return this.#speaksOurVersion;
  }

  /** Does not wait for storage: until it is done, the worst is that the same bytes are sent again. */
  #takeOut(batch: readonly SealedEntry[]): Turn {
    const ids = batch.map(({ id }) => id);
    for (const id of ids) this.#takenOut.add(id);
    this.#forgetHead(ids);
    const removal = this.#options.outbox.remove(ids);
    removal.catch(() => undefined);
    this.#removals.push(removal);
    return PROGRESS;
  }

  async #settleRemovals(): Promise<void> {
    await Promise.all(this.#removals.splice(0));
  }

  async #setAside(batch: readonly SealedEntry[], reason: string): Promise<Turn> {
    const ids = batch.map(({ id }) => id);
    this.#forgetHead(ids);
    await this.#options.outbox.park(ids.map((id) => ({ id, reason })));
    return PROGRESS;
  }

  #forgetHead(ids: readonly string[]): void {
    this.#head = this.#head.filter(({ id }) => !ids.includes(id));
    for (const id of ids) this.#neverSent.delete(id);
  }
}

/** The ids that an LRS answers with are its receipt. */
const isProof = ({ ids }: Extract<Delivery, { kind: 'stored' }>, batch: readonly SealedEntry[]): boolean => ids !== undefined && batch.every(({ id }) => ids.includes(id.toLowerCase()));

function judgeByXapi(failure: Failure): 'split' | Turn {
  return failure.kind === 'refused' && ABOUT_THE_STATEMENT.has(failure.status) ? 'split' : toTurn(failure);
}

function toTurn(failure: Failure): Turn {
  switch (failure.kind) {
    case 'busy':
      return { kind: 'failed', ...(failure.retryAfter !== undefined && { retryAfter: failure.retryAfter }) };
    case 'unreachable':
      return { kind: 'failed' };
    case 'unauthorised':
      return { kind: 'stopped', reason: STOPPED.unauthorised };
    case 'forbidden':
      return { kind: 'stopped', reason: STOPPED.forbidden };
    case 'refused':
      return { kind: 'stopped', reason: STOPPED.wrongAddress };
  }
}
