import { vi } from 'vitest';
import type { Judgement } from '../../../../src/course/judgement.ts';
import type { TrackedCourse } from '../../../../src/course/tracked-course.ts';
import { openRecord, type LearnerRecord } from '../../../../src/record/learner-record.ts';
import { openSessionNotes, type SessionNotes } from '../../../../src/record/session-notes.ts';
import { settleModule } from '../../../../src/record/settle-module.ts';
import { connectCmi5, type Cmi5Options } from '../../../../src/tracking/cmi5/connect.ts';
import type { Connection, ConnectionStatus, Exit } from '../../../../src/tracking/connection.ts';
import type { TabLocks } from '../../../../src/tracking/lrs/one-tab.ts';
import type { PageSignals } from '../../../../src/tracking/lrs/page-signals.ts';
import { uuid } from '../../record/events-of.ts';
import { COURSE, HELP } from '../sample-course.ts';
import { clock, seededRandom } from '../lrs/timing.ts';

export const PAGE = 'https://lms.example/content/42/index.html?theme=calm';

/** What a browser gives all pages of one origin: ids that differ, and locks that can be stolen. */
export class TestBrowser {
  readonly locks = new StealableLocks();
  readonly random = seededRandom(7);
  /** No two browsers give the same ids. */
  static #count = 0;
  #ids = (TestBrowser.#count += 1) * 100_000;
  readonly newId = (): string => uuid((this.#ids += 1));
}

/** Page signals that a test gives. */
export class TestPage implements PageSignals {
  readonly #heard = { leave: new Set<() => void>(), return: new Set<() => void>(), online: new Set<() => void>() };
  onLeave = (listener: () => void) => this.#listen('leave', listener);
  onReturn = (listener: () => void) => this.#listen('return', listener);
  onOnline = (listener: () => void) => this.#listen('online', listener);

  say(what: 'leave' | 'return' | 'online'): void {
    for (const listener of this.#heard[what]) listener();
  }

  #listen(what: 'leave' | 'return' | 'online', listener: () => void): () => void {
    this.#heard[what].add(listener);
    return () => this.#heard[what].delete(listener);
  }
}

interface VisitOptions extends Partial<Cmi5Options> {
  fetch: typeof fetch;
  launch: URL;
  browser?: TestBrowser;
  /** The notes of the tab: the same ones stand for a reload. */
  notes?: SessionNotes;
  /** What this device kept of an earlier visit, in place of a record that is empty. */
  kept?: LearnerRecord;
}

/** A page that an LMS opened, with a learner at it. */
export interface Visit {
  connection: Connection;
  record: LearnerRecord;
  page: TestPage;
  notes: SessionNotes;
  statuses: ConnectionStatus[];
  /** Goes through the scenario of the module with these choices, as its page would tell. */
  play(...choices: readonly string[]): Promise<void>;
  /** Submits the knowledge check, each answer right or wrong. */
  answer(...correct: readonly boolean[]): Promise<void>;
  exit(): Promise<Exit>;
}

/** Opens the page as the bootstrap of a package does. */
export async function visit({ browser = new TestBrowser(), notes = openSessionNotes(), kept, course = COURSE, module = HELP.module, ...options }: VisitOptions): Promise<Visit> {
  const page = new TestPage();
  const { locks, random, newId } = browser;
  const connection = await inTime(connectCmi5({ course, module, clock, monotonic: () => Date.now(), random, newId, notes, locks, page, ...options }));
  const record = kept ?? (await openRecord(connection.environment));
  const statuses: ConnectionStatus[] = [];
  connection.report(record);
  connection.subscribe((status) => statuses.push(status));
  return {
    ...{ connection, record, page, notes, statuses },
    play: (...choices) => playScenario(record, course, module, choices),
    answer: (...correct) => answerCheck(record, course, module, correct),
    exit: async () => inTime(connection.exit?.() ?? Promise.reject(new Error('There is no way out'))),
  };
}

/** Lets time go by until `work` is done; what is not timed takes none. */
export async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  work.then(done, done);
  while (!isDone) await goOn(100);
  return work;
}

/** Lets `milliseconds` go by, with all that happens in them. */
export async function goOn(milliseconds: number): Promise<void> {
  await settle();
  await vi.advanceTimersByTimeAsync(milliseconds);
  await settle();
}

/** Answers of a double come without time, but not at once. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const findModule = (course: TrackedCourse, module: string) => course.modules.find((tracked) => tracked.module === module) ?? HELP;

async function playScenario(record: LearnerRecord, course: TrackedCourse, module: string, choices: readonly string[]): Promise<void> {
  const tracked = findModule(course, module);
  const scenario = course.scenarios.find(({ id }) => id === tracked.requirements.scenarios[0]?.id);
  const attempt = record.newId();
  const route: { step: string; option: string; judgement: Judgement }[] = [];
  let next = scenario?.steps[0]?.id ?? '';
  if (!scenario) return;
  await record.append({ type: 'scenario-started', attempt, scenario: scenario.id, edition: scenario.edition, seed: 7, module });
  for (const choice of choices) {
    const step = scenario.steps.find(({ id }) => id === next);
    const option = step?.options.find(({ id }) => id === choice);
    if (!step || !option) throw new RangeError(`There is no ${choice} at ${next}`);
    const decision = { step: step.id, option: option.id, judgement: option.judgement };
    await record.append({ type: 'option-chosen', attempt, scenario: scenario.id, ...decision, next: option.next });
    route.push(decision);
    next = option.next;
  }
  await record.append({ type: 'scenario-ended', attempt, scenario: scenario.id, ending: next, edition: scenario.edition, route });
  await settleModule(record, tracked);
  await settle();
}

async function answerCheck(record: LearnerRecord, course: TrackedCourse, module: string, correct: readonly boolean[]): Promise<void> {
  const tracked = findModule(course, module);
  const answers = tracked.check.map(({ id, correct: right }, index) => ({ item: id, response: correct[index] ? right : 'another', correct: correct[index] ?? false }));
  await record.append({ type: 'check-submitted', attempt: record.newId(), module, edition: tracked.requirements.check?.edition ?? '', answers });
  await settleModule(record, tracked);
  await settle();
}

interface Holder {
  lose: () => void;
  isOver: Promise<unknown>;
}

/** `navigator.locks` as far as it is used: exclusive, in order, and taken away by `steal`. */
class StealableLocks implements TabLocks {
  readonly #held = new Map<string, Holder>();

  request(name: string, options: { steal?: boolean; signal?: AbortSignal }, work: () => Promise<void>): Promise<void> {
    return this.#request(name, options, work, new Set());
  }

  /** The same locks as one page has them: they are let go when it is unloaded. */
  forPage(): TabLocks & { unload(): void } {
    const own = new Set<Holder>();
    return {
      request: (name, options, work) => this.#request(name, options, work, own),
      unload: () => {
        for (const { lose } of own) lose();
      },
    };
  }

  async #request(name: string, { steal = false, signal }: { steal?: boolean; signal?: AbortSignal }, work: () => Promise<void>, own: Set<Holder>): Promise<void> {
    for (let holder = this.#held.get(name); holder; holder = this.#held.get(name)) {
      if (steal) {
        this.#held.delete(name);
        holder.lose();
      } else await holder.isOver;
      signal?.throwIfAborted();
    }
    let lose: () => void = () => undefined;
    const isLost = new Promise<never>((_, reject) => {
      lose = () => reject(new DOMException('The lock was stolen', 'AbortError'));
    });
    const isOver = Promise.race([work(), isLost]);
    const holder = { lose, isOver: isOver.catch(() => undefined) };
    this.#held.set(name, holder);
    own.add(holder);
    try {
      await isOver;
    } finally {
      own.delete(holder);
      if (this.#held.get(name) === holder) this.#held.delete(name);
    }
  }
}
