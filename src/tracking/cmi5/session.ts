import type { TrackedCourse } from '../../course/tracked-course.ts';
import type { LearnerEvent } from '../../record/learner-event.ts';
import type { LearnerRecord, RecordEnvironment } from '../../record/learner-record.ts';
import { projectModule } from '../../record/module-progress.ts';
import type { OutboxEntry } from '../../record/outbox.ts';
import type { Connection, ConnectionStatus, Exit } from '../connection.ts';
import type { LrsClient } from '../lrs/client.ts';
import type { Clock } from '../lrs/clock.ts';
import type { TabLocks } from '../lrs/one-tab.ts';
import type { PageSignals } from '../lrs/page-signals.ts';
import { Sender } from '../lrs/sender.ts';
import { mergeContext } from '../lrs/context.ts';
import { profileIds } from '../lrs/profile-ids.ts';
import { sealStatement } from '../lrs/statement.ts';
import { XAPI_VERSION, type DefinedVerb } from './cmi5-terms.ts';
import type { Courier, Delivered } from './courier.ts';
import { listDueStatements, type DueStatement } from './due-statements.ts';
import type { LaunchData } from './launch-data.ts';
import type { Cmi5Launch } from './launch.ts';
import type { Patience } from './patience.ts';
import type { ProgressDocument } from './progress-document.ts';
import { NOTHING_TOLD, readHistory, type RegistrationHistory } from './registration-history.ts';
import type { SessionClock } from './session-clock.ts';
import { asSessionLrs } from './session-lrs.ts';
import type { SessionMemory } from './session-memory.ts';
import { SessionOutbox } from './session-outbox.ts';
import type { StatementWriter } from './statement-writer.ts';
import { WORDS } from './words.ts';

/** Milliseconds that leaving waits for what the learner did, and in all. */
const DRAIN_PATIENCE = 10_000;
const EXIT_PATIENCE = 20_000;
/** Milliseconds between two tries to send all while the learner leaves, and between two savings of the progress. */
const BETWEEN_TRIES = 1_000;
const BETWEEN_SAVES = 5_000;

/** All that a session that was started stands on. */
export interface SessionParts {
  launch: Cmi5Launch;
  data: LaunchData;
  /** The course with the LMS's mastery score in it. */
  course: TrackedCourse;
  /** `<framework>/<element>` */
  module: string;
  /** Names the registration on this device. */
  name: string;
  environment: RecordEnvironment;
  /** What the State document says was told. */
  noted: RegistrationHistory;
  /** When `initialized` was said. ISO 8601. */
  startedAt: string;
  lms: LrsClient;
  courier: Courier;
  patience: Patience;
  writer: StatementWriter;
  memory: SessionMemory;
  times: SessionClock;
  document: ProgressDocument;
  clock: Clock;
  random: () => number;
  locks?: TabLocks | undefined;
  page?: PageSignals | undefined;
  /** Called once, when nothing more is sent. */
  onEnd: () => void;
}

/** A session that `initialized` opened: tells what the learner does, and ends with `terminated`. */
export class Cmi5Session implements Connection {
  readonly environment: RecordEnvironment;
  readonly #parts: SessionParts;
  readonly #listeners = new Set<(status: ConnectionStatus) => void>();
  #record: LearnerRecord | undefined;
  #sender: Sender | undefined;
  #status: ConnectionStatus = { state: 'connected' };
  #stopped: string | undefined;
  #isInTrouble = false;
  #isLeaving = false;
  #leaving: Promise<boolean> | undefined;
  #judging: Promise<void> = Promise.resolve();
  #isJudgingDue = false;
  #saving: Promise<void> | undefined;
  #isSavingDue = false;
  /** The latest saving came to nothing. */
  #isUnsaved = false;
  #lastSave: Promise<void> = Promise.resolve();
  /** What the LMS says was told, once it could be asked. */
  #history: RegistrationHistory | undefined;
  #learning: Promise<void> | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.environment = parts.environment;
  }

  report(record: LearnerRecord): void {
    this.#record = record;
    if (this.#stopped !== undefined) record.outbox.tellSending({ state: 'stopped', reason: this.#stopped });
    const { data, page } = this.#parts;
    // A page out of the back-forward cache may have lost sight of how it stood.
    page?.onReturn(() => this.#tell({ again: true }));
    if (data.launchMode !== 'Normal' || this.#stopped !== undefined) return;
    record.outbox.subscribe(() => this.#tell());
    record.subscribe(() => {
      this.#judgeSoon();
      this.#saveSoon();
    });
    page?.onOnline(() => this.#parts.patience.hurry());
    // Before the sender hears of it: results go first where there is not room for all.
    page?.onLeave(() => this.#pageLeaves());
    this.#startSending(record);
    this.#judgeSoon();
    // The page of the last visit may have gone before it was saved.
    this.#saveSoon();
  }

  subscribe(listener: (status: ConnectionStatus) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#status);
    return () => this.#listeners.delete(listener);
  }

  /** Each call waits anew; the work goes on from call to call. */
  async exit(): Promise<Exit> {
    const { clock, data, patience } = this.#parts;
    patience.hurry();
    this.#leaving ??= this.#leave();
    let relax: (() => void) | undefined;
    const impatience = new Promise<false>((resolve) => {
      relax = clock.after(EXIT_PATIENCE, () => resolve(false));
    });
    const delivered = await Promise.race([this.#leaving, impatience]);
    relax?.();
    return { delivered, ...(data.returnUrl !== undefined && { returnUrl: data.returnUrl }) };
  }

  /** Nothing more is sent. @param reason for the learner */
  stop(reason: string): void {
    if (this.#stopped !== undefined) return;
    this.#stopped = reason;
    this.#sender?.stop();
    this.#parts.patience.end();
    if (reason !== WORDS.ended) this.#record?.outbox.tellSending({ state: 'stopped', reason });
    this.#parts.onEnd();
    this.#tell();
  }

  setTrouble(isInTrouble: boolean): void {
    this.#isInTrouble = isInTrouble;
    this.#tell();
  }

  #pageLeaves(): void {
    this.#parts.courier.leave();
    if (!this.#isSavingDue || this.#stopped !== undefined) return;
    this.#isSavingDue = false;
    void this.#save();
  }

  #startSending(record: LearnerRecord): void {
    const { lms, data, name, clock, random, locks, page } = this.#parts;
    const lrs = asSessionLrs(lms, () => this.stop(WORDS.overAtLms));
    const outbox = new SessionOutbox(record.outbox, lms, data.sessionId);
    this.#sender = new Sender({ outbox, lrs, seal: (entry) => this.#seal(entry), name, clock, random, locks, ...(page && { page }) });
    this.#sender.start();
  }

  /** What an earlier session left gets a time in this one, since an LMS takes nothing that lies before `initialized` (cmi5 9.3), and says when it happened. */
  #seal(entry: OutboxEntry): string {
    const { launch, data, course, startedAt, times } = this.#parts;
    const at = times.place(entry.at, startedAt);
    const template = { ...data.contextTemplate, registration: launch.registration };
    const context = entry.at > startedAt ? template : mergeContext(template, { extensions: { [profileIds(course.iriBase).extension('happened')]: entry.at } }, XAPI_VERSION);
    return sealStatement({ ...entry, at }, { actor: launch.actor, version: XAPI_VERSION, ...(context && { context }) });
  }

  #judgeSoon(): void {
    if (this.#isJudgingDue) return;
    this.#isJudgingDue = true;
    this.#judging = this.#judging.then(() => {
      this.#isJudgingDue = false;
      return this.#judge();
    });
  }

  /** Says of the module what is due. */
  async #judge(): Promise<void> {
    const record = this.#record;
    if (!record || this.#stopped !== undefined) return;
    for (const verb of this.#listUnclear()) await this.#say({ verb });
    await this.#learnHistory();
    await Promise.all(this.#listDue(await record.readAll()).map((due) => this.#say(due)));
  }

  /** Statements that a reload overtook. */
  #listUnclear(): DefinedVerb[] {
    const { statements } = this.#parts.memory.facts;
    return (['completed', 'passed', 'failed'] as const).filter((verb) => statements[verb]?.state === 'sending');
  }

  /** Asked for at the start, so that a completion can be told at once; nothing is told before it is known what was told already. */
  #learnHistory(): Promise<void> {
    this.#learning ??= this.#askForHistory();
    return this.#learning;
  }

  async #askForHistory(): Promise<void> {
    const { lms, launch, patience } = this.#parts;
    const answer = await patience.ask(() => readHistory(lms, launch));
    if (answer?.kind === 'known') this.#history = answer.history;
  }

  #wasTold(verb: keyof RegistrationHistory): boolean {
    const { noted, memory } = this.#parts;
    return noted[verb] || (this.#history ?? NOTHING_TOLD)[verb] || memory.facts.statements[verb]?.state === 'delivered';
  }

  #listDue(events: readonly LearnerEvent[]): DueStatement[] {
    const { course, module, data, memory, startedAt } = this.#parts;
    const requirements = course.modules.find((tracked) => tracked.module === module)?.requirements;
    if (!requirements || this.#stopped !== undefined) return [];
    const { completed, passed, failed } = memory.facts.statements;
    const told = { completed: this.#wasTold('completed') || completed !== undefined, passed: this.#wasTold('passed'), failed: this.#wasTold('failed'), judgedInSession: passed !== undefined || failed !== undefined };
    const hasAttempted = events.some((event) => event.at > startedAt && ((event.type === 'scenario-ended' && requirements.scenarios.some(({ id }) => id === event.scenario)) || (event.type === 'check-submitted' && event.module === module)));
    return listDueStatements(projectModule(events, { module, requirements }).standing, {
      launchMode: data.launchMode,
      ...(data.masteryScore !== undefined && { masteryScore: data.masteryScore }),
      told,
      hasAttempted,
      isLeaving: this.#isLeaving,
    });
  }

  async #say(due: DueStatement | { verb: DefinedVerb }): Promise<Delivered> {
    const { courier, writer } = this.#parts;
    const outcome = await courier.deliver(due.verb, () => writer.write(due));
    if (outcome === 'over') this.stop(WORDS.overAtLms);
    if (outcome === 'delivered' && due.verb !== 'terminated') this.#saveSoon();
    return outcome;
  }

  #saveSoon(): void {
    this.#isSavingDue = true;
    this.#saving ??= this.#saveWhileDue().finally(() => {
      this.#saving = undefined;
    });
  }

  async #saveWhileDue(): Promise<void> {
    while (this.#isSavingDue && this.#stopped === undefined) {
      this.#isSavingDue = false;
      await this.#save();
      if (!this.#isLeaving) await this.#pause(BETWEEN_SAVES);
    }
  }

  /** One after the other. The record does not depend on it, so that a failure is no trouble: the next change brings everything anyway. */
  #save(): Promise<void> {
    this.#lastSave = this.#lastSave.then(() => this.#saveNow()).catch(() => undefined);
    return this.#lastSave;
  }

  async #saveNow(): Promise<void> {
    const { document } = this.#parts;
    const events = (await this.#record?.readAll()) ?? [];
    if (events.length === 0) return;
    const told = (['completed', 'passed', 'failed'] as const).filter((verb) => this.#wasTold(verb));
    this.#isUnsaved = !(await document.save({ events, told }));
  }

  /** What is being saved is waited for, since nothing may come after `terminated`. */
  async #saveBeforeLeaving(): Promise<void> {
    const { clock } = this.#parts;
    let relax: (() => void) | undefined;
    const impatience = new Promise<void>((resolve) => {
      relax = clock.after(DRAIN_PATIENCE, resolve);
    });
    const isDue = this.#isSavingDue || this.#isUnsaved;
    this.#isSavingDue = false;
    await Promise.race([isDue ? this.#save() : this.#lastSave, impatience]);
    relax?.();
  }

  /** @returns whether everything arrived */
  async #leave(): Promise<boolean> {
    const { data } = this.#parts;
    this.#isLeaving = true;
    if (data.launchMode === 'Normal' && this.#record && this.#stopped === undefined) {
      this.#judgeSoon();
      await this.#judging;
      await this.#drain();
      await this.#saveBeforeLeaving();
    }
    this.#sender?.stop();
    const outcome = this.#stopped === undefined ? await this.#say({ verb: 'terminated' }) : 'over';
    if (outcome !== 'over') this.stop(WORDS.ended);
    const { waiting, parked } = (await this.#record?.outbox.count()) ?? { waiting: 0, parked: 0 };
    const isAllTaken = Object.values(this.#parts.memory.facts.statements).every(({ state }) => state === 'delivered');
    return outcome === 'delivered' && isAllTaken && waiting + parked === 0;
  }

  /** Sends what waits, for as long as leaving may take. */
  async #drain(): Promise<void> {
    const { clock } = this.#parts;
    const until = clock.now() + DRAIN_PATIENCE;
    for (;;) {
      const left = until - clock.now();
      if (left <= 0 || this.#stopped !== undefined || !this.#sender || (await this.#sender.deliverAll(left))) return;
      await this.#pause(Math.min(BETWEEN_TRIES, Math.max(0, until - clock.now())));
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => void this.#parts.clock.after(milliseconds, resolve));
  }

  #tell({ again = false } = {}): void {
    const status = this.#describe();
    if (!again && status.state === this.#status.state && !('message' in status && 'message' in this.#status && status.message !== this.#status.message)) return;
    this.#status = status;
    for (const listener of this.#listeners) listener(this.#status);
  }

  #describe(): ConnectionStatus {
    if (this.#stopped !== undefined) return { state: 'stopped', message: this.#stopped };
    const sending = this.#record?.outbox.sending;
    if (sending?.state === 'stopped') return { state: 'stopped', message: sending.reason };
    return this.#isInTrouble || sending?.state === 'retrying' ? { state: 'retrying', message: WORDS.retrying } : { state: 'connected' };
  }
}
