import type { TrackedCourse } from '../../course/tracked-course.ts';
import { sortByTime } from '../../record/event-time.ts';
import type { LearnerEvent } from '../../record/learner-event.ts';
import type { LearnerRecord, RecordChange } from '../../record/learner-record.ts';
import type { ConnectionStatus, Exit } from '../connection.ts';
import { encodeProgress } from '../progress-code.ts';
import type { DataModel } from './data-model.ts';
import { listInteractions, type Interaction } from './interactions.ts';
import { judgePackage, type PackageStanding } from './package-standing.ts';
import type { ScormSession } from './session.ts';
import { writeSuspendData } from './suspend-data.ts';
import { TimeInSight } from './time-in-sight.ts';

/** What of a window is needed here. */
export interface ScormPage {
  setTimeout(run: () => void, ms: number): unknown;
  addEventListener(type: 'pagehide' | 'pageshow', listener: (event: { persisted?: boolean }) => void): void;
  readonly document: { readonly visibilityState: string; addEventListener(type: 'visibilitychange', listener: () => void): void };
}

interface Setting {
  page: ScormPage;
  course: TrackedCourse;
  now: () => number;
  attempt: string;
  /** `false` in Browse and Review: then the LMS is told nothing. */
  isRecorded: boolean;
  masteryScore: number | undefined;
}

/** Milliseconds after which to save again when the LMS could not; after the last, the next thing the learner does tries again. */
const SAVE_AGAIN = [2_000, 5_000, 15_000, 60_000];
/** The same, while the learner waits to leave. */
const SAVE_BEFORE_EXIT = [500, 1_500];

const COULD_NOT_SAVE = 'Your learning system could not save your learning just now. Keep this page open: it is tried again by itself.';
const NOT_SAVED = 'Your learning system still has not saved your learning. Keep this page open, check your connection, and choose “Save and exit” to try again.';
const ENDED = 'This session with your learning system has ended, so nothing more is saved. Close this page and open the module from there again to go on.';
const LEFT = 'Your learning is saved in your learning system. You can close this page.';
const LEFT_UNRECORDED = 'You can close this page. In this view of the module nothing is saved.';

/**
 * Tells an LMS where the learner stands, after everything the learner does. It writes and commits at once: what waits for the
 * end of the visit is lost with the tab.
 */
export class ScormReporter {
  readonly #model: DataModel;
  readonly #session: ScormSession;
  readonly #setting: Setting;
  readonly #listeners = new Set<(status: ConnectionStatus) => void>();
  readonly #time: TimeInSight;
  readonly #startedAt: string;
  readonly #listStatus: (standing: PackageStanding) => (readonly [string, string])[];
  readonly #interactions: ReturnType<DataModel['openInteractions']> | undefined;
  #status: ConnectionStatus = { state: 'connected' };
  #record: LearnerRecord | undefined;
  /** What is on record, as far as it was heard of; a page that goes can't wait for the record to be read. */
  readonly #known = new Map<string, LearnerEvent>();
  #standing: PackageStanding | undefined;
  /** Events of this visit whose decisions and answers the LMS has not been told of. */
  #untold: LearnerEvent[] = [];
  #writing: Promise<boolean> | undefined;
  #isStale = false;
  #failures = 0;
  #canTellInteractions = true;
  /** Whether the LMS was told a status in this session. */
  #hasStatus = false;
  #hasLeft = false;

  constructor(model: DataModel, session: ScormSession, setting: Setting) {
    this.#model = model;
    this.#session = session;
    this.#setting = setting;
    const { page, now, isRecorded, masteryScore } = setting;
    this.#time = new TimeInSight(now, page.document.visibilityState !== 'hidden');
    this.#startedAt = new Date(now()).toISOString();
    this.#listStatus = isRecorded ? model.openStatus(session, masteryScore) : () => [];
    if (isRecorded) this.#interactions = model.openInteractions(session);
    page.addEventListener('pagehide', () => this.#leave());
    page.addEventListener('pageshow', ({ persisted }) => {
      // Out of the browser's back-forward cache: the session was ended when the page went there.
      if (persisted && !session.isOpen) this.#tell(this.#status.state === 'stopped' ? this.#status : { state: 'stopped', message: ENDED });
    });
    page.document.addEventListener('visibilitychange', () => this.#noteSight());
  }

  subscribe(listener: (status: ConnectionStatus) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#status);
    return () => this.#listeners.delete(listener);
  }

  start(record: LearnerRecord): void {
    if (!this.#setting.isRecorded) return;
    this.#record = record;
    record.subscribe((change) => this.#take(change));
    void this.#write();
  }

  /** Saves and ends the session. Where the LMS can't save, the session stays open and the learner can try again. */
  async exit(): Promise<Exit> {
    if (this.#setting.isRecorded && this.#session.isOpen) {
      let isSaved = await this.#write();
      for (const wait of SAVE_BEFORE_EXIT) {
        if (isSaved || !this.#session.isOpen) break;
        await new Promise<void>((resolve) => this.#setting.page.setTimeout(resolve, wait));
        isSaved = await this.#write();
      }
      if (!isSaved) {
        if (this.#session.isOpen) this.#tell({ state: 'retrying', message: NOT_SAVED });
        return { delivered: false };
      }
      for (const [element, value] of this.#standing ? this.#model.listExitSettings(this.#standing) : []) this.#session.set(element, value);
    }
    if (this.#hasLeft || !this.#session.isOpen) return { delivered: this.#hasLeft };
    if (!this.#session.finish()) {
      this.#noteFailure(NOT_SAVED);
      return { delivered: false };
    }
    this.#hasLeft = true;
    this.#tell({ state: 'stopped', message: this.#setting.isRecorded ? LEFT : LEFT_UNRECORDED });
    return { delivered: true };
  }

  #take(change: RecordChange): void {
    if (change.type === 'cleared') this.#known.clear();
    if (change.type === 'saved') {
      this.#know(change.events);
      // What comes from a copy or from the LMS itself was told when it happened.
      this.#untold.push(...change.events.filter(({ at, type }) => at >= this.#startedAt && (type === 'option-chosen' || type === 'check-submitted')));
    }
    void this.#write();
  }

  /** Writes where the learner stands now and saves. One at a time; what changes meanwhile is written after. `true` where it was saved. */
  #write(): Promise<boolean> {
    this.#isStale = true;
    this.#writing ??= this.#writeUntilFresh().finally(() => (this.#writing = undefined));
    return this.#writing;
  }

  async #writeUntilFresh(): Promise<boolean> {
    let isSaved = false;
    while (this.#isStale && this.#record && this.#session.isOpen) {
      this.#isStale = false;
      const events = await this.#record.readAll();
      this.#know(events);
      isSaved = this.#save(this.#listSettings(events));
    }
    return isSaved;
  }

  #know(events: readonly LearnerEvent[]): void {
    for (const event of events) this.#known.set(event.id, event);
  }

  #listSettings(events: readonly LearnerEvent[]): (readonly [string, string])[] {
    const { course, masteryScore, attempt } = this.#setting;
    const { elements, suspendDataLimit } = this.#model;
    this.#standing = judgePackage(course.modules, events, masteryScore);
    const asked: TrackedCourse = masteryScore === undefined ? course : { ...course, modules: course.modules.map((module) => ({ ...module, requirements: { ...module.requirements, masteryScore } })) };
    const text = writeSuspendData({ progress: encodeProgress(events, asked), attempt });
    const place = findPlace(events, course);
    return [
      ...this.#listStatus(this.#standing),
      // A build refuses packages that could come here; half a text would be worth nothing.
      ...(text.length <= suspendDataLimit ? [[elements.suspendData, text] as const] : []),
      ...(place === undefined ? [] : [[elements.location, place] as const]),
      // Always: a session that ends otherwise makes some LMSs forget `suspend_data`, and begin anew with a learner who has passed.
      [elements.exit, 'suspend'],
    ];
  }

  #save(settings: readonly (readonly [string, string])[]): boolean {
    this.#tellInteractions();
    const refused = settings.filter(([element, value]) => !this.#session.set(element, value) && this.#model.essential.includes(element));
    this.#hasStatus ||= refused.length === 0;
    this.#session.set(this.#model.elements.sessionTime, this.#model.formatSessionTime(this.#time.note(this.#isInSight)));
    const isSaved = this.#session.commit();
    if (!isSaved || refused.length > 0) {
      this.#noteFailure(COULD_NOT_SAVE);
      return false;
    }
    this.#failures = 0;
    if (this.#status.state !== 'connected') this.#tell({ state: 'connected' });
    return true;
  }

  #noteFailure(message: string): void {
    const code = this.#session.problem?.code;
    if (code !== undefined && this.#model.endedCodes.includes(code)) {
      this.#session.abandon();
      return this.#tell({ state: 'stopped', message: ENDED });
    }
    const wait = SAVE_AGAIN[this.#failures];
    this.#failures += 1;
    this.#tell({ state: 'retrying', message: wait === undefined ? NOT_SAVED : message });
    if (wait !== undefined) this.#setting.page.setTimeout(() => void (this.#failures > 0 && this.#write()), wait);
  }

  /** Not every LMS has interactions, and none needs them: what it refuses is left out. */
  #tellInteractions(): void {
    const untold = this.#untold;
    this.#untold = [];
    for (const interaction of untold.flatMap((event) => listInteractions(event, this.#setting.course))) {
      if (this.#canTellInteractions) this.#canTellInteractions = this.#tellInteraction(interaction);
    }
  }

  #tellInteraction(interaction: Interaction): boolean {
    const written = this.#interactions?.place(interaction.id);
    if (!written) return false;
    const [first, ...others] = this.#interactions?.list(interaction, written.index, written.isNew) ?? [];
    if (!first || !this.#session.set(...first)) return false;
    for (const [element, value] of others) this.#session.set(element, value);
    return true;
  }

  #noteSight(): void {
    this.#time.note(this.#isInSight);
    if (!this.#isInSight) this.#saveTime();
  }

  /** The page goes, perhaps for good. Only what can be done at once is done; nearly all was saved when it happened. */
  #leave(): void {
    const isBehind = this.#standing !== undefined && (this.#writing !== undefined || this.#failures > 0);
    if (isBehind && this.#session.isOpen) this.#save(this.#listSettings(sortByTime([...this.#known.values()])));
    else this.#saveTime();
    // A session that ends without a status counts as completed in many LMSs: one that never got that far is left hanging.
    const mayFinish = this.#hasStatus || !this.#setting.isRecorded;
    if (this.#session.isOpen && !(mayFinish && this.#session.finish())) this.#session.abandon();
  }

  #saveTime(): void {
    if (!this.#setting.isRecorded || !this.#session.isOpen || !this.#record) return;
    this.#session.set(this.#model.elements.sessionTime, this.#model.formatSessionTime(this.#time.note(this.#isInSight)));
    this.#session.commit();
  }

  get #isInSight(): boolean {
    return this.#setting.page.document.visibilityState !== 'hidden';
  }

  #tell(status: ConnectionStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
  }
}

/** The module that the learner was last at. */
function findPlace(events: readonly LearnerEvent[], { modules }: TrackedCourse): string | undefined {
  const isHere = (event: LearnerEvent, { module, requirements }: TrackedCourse['modules'][number]) => ('module' in event && event.module === module) || ('scenario' in event && requirements.scenarios.some(({ id }) => id === event.scenario));
  for (const event of [...events].reverse()) {
    const place = modules.find((module) => isHere(event, module));
    if (place) return place.module;
  }
  return undefined;
}
