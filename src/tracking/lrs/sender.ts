import type { OutboxEntry } from '../../record/outbox.ts';
import type { SessionNotes } from '../../record/session-notes.ts';
import { delayBeforeRetry, delayOnceOnline, LONGEST_WAIT, noteFailure, returnWindow, SHORT_WINDOW, type Outage } from './backoff.ts';
import { bytesOfBatch, MAX_LEAVING_BYTES, MAX_STATEMENTS, takeBatch, type SealedEntry } from './batches.ts';
import type { Clock } from './clock.ts';
import { BatchDelivery, type DeliveryOptions, type Turn } from './delivery.ts';
import { inOneTab, type TabLocks } from './one-tab.ts';
import type { PageSignals } from './page-signals.ts';

export interface SenderOptions extends DeliveryOptions {
  /** Tells this queue from others: the name of its lock and of its notes. Hold nothing secret in it. */
  name: string;
  clock: Clock;
  /** 0 to 1, without 1. */
  random: () => number;
  /** Left out where the browser has none; then ids alone keep what two tabs send from counting twice. */
  locks?: TabLocks | undefined;
  /** Carries an outage over to the next page of the tab, or every page opened while an LRS is down would begin by asking it. */
  notes?: SessionNotes;
  page?: PageSignals;
  gather?: Partial<Gathering>;
}

/** When what just happened is sent: together with what follows within `forMs`, unless `enough` wait or one is urgent. */
export interface Gathering {
  /** Milliseconds. */
  forMs: number;
  enough: number;
  isUrgent(entry: OutboxEntry): boolean;
}

const GATHERING: Gathering = { forMs: 5_000, enough: 20, isUrgent: () => false };
/** How long one tab sends before another may take over. */
const TURN = 10_000;
/** Nothing should need it: it makes up for a change that nobody told of. */
const LOOK_AGAIN_EVERY = 60_000;

/**
 * Sends what waits in an outbox, until it is empty, without anybody touching the page: a failure always leaves a timer behind,
 * and never a queue that waits for something new. One request is under way at a time, in one tab; see `backoff.ts` for
 * when it tries again, and `delivery.ts` for what counts as arrived.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #delivery: BatchDelivery;
  readonly #gathering: Gathering;
  readonly #listening: (() => void)[] = [];
  #outage: Outage | undefined;
  /** Nothing is sent before, milliseconds since 1970. */
  #notBefore = 0;
  /** Until when an LRS asked to be left alone. */
  #askedUntil = 0;
  #isStopped = false;
  #running: Promise<Turn> | undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #callOff: (() => void) | undefined;
  #timerAt = Infinity;
  #wakesTo: 'to send' | 'to look' = 'to send';
  /** What leaves with the page right now, and how many bytes that is. */
  readonly #leaving = new Set<string>();
  #leavingBytes = 0;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#delivery = new BatchDelivery(options);
    this.#gathering = { ...GATHERING, ...options.gather };
  }

  /** Starts with what waits from before. Called once. */
  start(): void {
    const { outbox, page, clock } = this.#options;
    this.#recallOutage();
    this.#listening.push(outbox.subscribe(() => this.#look()));
    if (page) {
      this.#listening.push(
        page.onLeave(() => this.#leave()),
        page.onReturn(() => this.#look()),
        page.onOnline(() => this.#comeOnline()),
      );
    }
    this.#wakeAt(Math.max(this.#notBefore, clock.now()));
  }

  /** Sends nothing more. */
  stop(): void {
    this.#isStopped = true;
    for (const stopListening of this.#listening.splice(0)) stopListening();
    this.#forgetTimer();
  }

  /** Tries at once, also after being stopped by a refusal: somebody asked for it. */
  retry(): void {
    this.#isStopped = false;
    this.#notBefore = 0;
    this.#forgetTimer();
    void this.#run();
  }

  /**
   * Sends all that waits, at once, for at most `patience` milliseconds. `true`: nothing waits any more. What is left stays in
   * the outbox and goes on being tried.
   */
  async deliverAll(patience: number): Promise<boolean> {
    const { clock, outbox } = this.#options;
    let relax: (() => void) | undefined;
    const isTimeOver = new Promise<false>((resolve) => {
      relax = clock.after(patience, () => resolve(false));
    });
    const end = clock.now() + patience;
    const sent = (async () => {
      // What is under way may have read the queue before the last entry came.
      await this.#running;
      for (let turn = await this.#tryNow(); turn?.kind === 'failed' && this.#notBefore < end; turn = await this.#tryNow()) {
        await new Promise<void>((resolve) => clock.after(this.#notBefore - clock.now(), resolve));
      }
      return (await outbox.count()).waiting === 0;
    })();
    const outcome = await Promise.race([sent, isTimeOver]);
    relax?.();
    return outcome;
  }

  async #tryNow(): Promise<Turn | undefined> {
    return this.#isStopped ? undefined : this.#run();
  }

  /** Fixes what is new and sees to it that it is sent. */
  #look(): void {
    if (this.#isStopped) return;
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    // With a full request in memory a page can leave at any time; what comes after waits for its turn.
    if (this.#running && this.#delivery.head.length >= this.#gathering.enough) return;
    this.#looking = this.#prepare().finally(() => {
      this.#looking = undefined;
      if (!this.#lookAgain) return;
      this.#lookAgain = false;
      this.#look();
    });
  }

  async #prepare(): Promise<void> {
    const head = await this.#delivery.prepare().catch(() => []);
    if (this.#running || this.#isStopped) return;
    const now = this.#options.clock.now();
    if (head.length === 0) return this.#wakeAt(now + LOOK_AGAIN_EVERY, 'to look');
    // Set while nothing waited; what has come since has its own time.
    if (this.#wakesTo === 'to look') this.#forgetTimer();
    const { forMs, enough, isUrgent } = this.#gathering;
    const isDue = head.length >= enough || head.some(isUrgent) || this.#delivery.isOverdue;
    this.#wakeAt(Math.max(this.#notBefore, isDue ? now : now + forMs));
  }

  /** Runs at `time` or, where it was to run before, then. */
  #wakeAt(time: number, why: 'to send' | 'to look' = 'to send'): void {
    const { clock } = this.#options;
    if (this.#isStopped || (this.#callOff && this.#timerAt <= time)) return;
    this.#forgetTimer();
    this.#timerAt = time;
    this.#wakesTo = why;
    this.#callOff = clock.after(Math.max(0, time - clock.now()), () => {
      this.#forgetTimer();
      void this.#run();
    });
  }

  #forgetTimer(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#timerAt = Infinity;
  }

  #run(): Promise<Turn> {
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = undefined;
      // What came while the last turn ended must not wait for the next thing to come.
      this.#look();
    });
    return this.#running;
  }

  async #sendAll(): Promise<Turn> {
    const { outbox, locks, name, clock } = this.#options;
    this.#forgetTimer();
    for (;;) {
      const turn = await inOneTab({ locks, name: `send:${name}`, clock }, () => this.#takeTurn()).catch((): Turn => ({ kind: 'failed' }));
      // Whoever stopped it has said why.
      if (this.#isStopped) return turn;
      if (turn.kind !== 'failed' || turn.hadProgress) this.#noteSuccess();
      if (turn.kind === 'failed') this.#noteFailure(turn.retryAfter);
      if (turn.kind === 'progress') outbox.tellSending({ state: 'sending' });
      if (turn.kind === 'empty') outbox.tellSending({ state: 'idle' });
      if (turn.kind === 'stopped') {
        this.#isStopped = true;
        outbox.tellSending({ state: 'stopped', reason: turn.reason });
      }
      if (turn.kind !== 'progress') return turn;
    }
  }

  async #takeTurn(): Promise<Turn> {
    const { outbox, clock } = this.#options;
    if (outbox.sending.state !== 'retrying' && this.#delivery.head.length > 0) outbox.tellSending({ state: 'sending' });
    const end = clock.now() + TURN;
    return this.#delivery.takeTurn(() => this.#isStopped || clock.now() >= end);
  }

  #noteFailure(retryAfter: number | undefined): void {
    const { clock, random, outbox } = this.#options;
    const now = clock.now();
    this.#outage = noteFailure(this.#outage, now);
    this.#notBefore = now + delayBeforeRetry(this.#outage, { now, random, retryAfter, isFew: this.#delivery.head.length <= MAX_STATEMENTS });
    this.#askedUntil = retryAfter === undefined ? 0 : this.#notBefore;
    this.#writeOutage();
    outbox.tellSending({ state: 'retrying', at: this.#notBefore });
    this.#forgetTimer();
    this.#wakeAt(this.#notBefore);
  }

  #noteSuccess(): void {
    if (!this.#outage) return;
    this.#outage = undefined;
    this.#notBefore = 0;
    this.#askedUntil = 0;
    this.#writeOutage();
  }

  /** One try ahead of the wait; if that fails, the wait goes on growing. What an LRS asked for stands. */
  #comeOnline(): void {
    const { clock, random } = this.#options;
    if (!this.#outage || this.#hasAskedForAWait()) return;
    this.#notBefore = Math.min(this.#notBefore, clock.now() + delayOnceOnline(random));
    this.#wakeAt(this.#notBefore);
  }

  #leave(): void {
    if (this.#isStopped || this.#isKeepingAway()) return;
    const { head } = this.#delivery;
    // From the oldest on, also where that is leaving already: if its request is lost, what follows must not arrive without it.
    const batch = takeBatch(head, MAX_LEAVING_BYTES - this.#leavingBytes);
    if (batch.every(({ id }) => this.#leaving.has(id))) return;
    const bytes = bytesOfBatch(batch);
    if (this.#leavingBytes + bytes > MAX_LEAVING_BYTES) return;
    void this.#sendWithPage(batch, bytes);
  }

  async #sendWithPage(batch: readonly SealedEntry[], bytes: number): Promise<void> {
    for (const { id } of batch) this.#leaving.add(id);
    this.#leavingBytes += bytes;
    await this.#delivery.sendWithPage(batch).catch(() => undefined);
    for (const { id } of batch) this.#leaving.delete(id);
    this.#leavingBytes -= bytes;
  }

  /** In a long outage every page that is left would ask an LRS that is down. */
  #isKeepingAway(): boolean {
    return this.#outage !== undefined && (this.#hasAskedForAWait() || returnWindow(this.#options.clock.now() - this.#outage.since) > SHORT_WINDOW);
  }

  #hasAskedForAWait(): boolean {
    return this.#askedUntil > this.#options.clock.now();
  }

  #recallOutage(): void {
    const { notes, name, clock } = this.#options;
    const noted = notes?.read(`outage:${name}`);
    if (!isNote(noted)) return;
    this.#outage = { since: noted.since, failures: noted.failures };
    // A clock that was put back must not keep the queue waiting for days.
    this.#notBefore = Math.min(noted.notBefore, clock.now() + LONGEST_WAIT);
    this.#askedUntil = Math.min(noted.askedUntil, this.#notBefore);
  }

  #writeOutage(): void {
    const { notes, name } = this.#options;
    if (this.#outage) notes?.write(`outage:${name}`, { ...this.#outage, notBefore: this.#notBefore, askedUntil: this.#askedUntil } satisfies OutageNote);
    else notes?.remove(`outage:${name}`);
  }
}

type OutageNote = Outage & { notBefore: number; askedUntil: number };

function isNote(value: unknown): value is OutageNote {
  return typeof value === 'object' && value !== null && ['since', 'failures', 'notBefore', 'askedUntil'].every((field) => Number.isFinite((value as Record<string, unknown>)[field]));
}
