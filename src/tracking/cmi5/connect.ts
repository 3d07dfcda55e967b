import { v5 as uuidV5 } from 'uuid';
import type { TrackedCourse } from '../../course/tracked-course.ts';
import type { Enclose } from '../../record/outbox.ts';
import type { SessionNotes } from '../../record/session-notes.ts';
import { NotConnectedError, type Connection } from '../connection.ts';
import { openLrs, type Failure, type LrsClient } from '../lrs/client.ts';
import type { Clock } from '../lrs/clock.ts';
import { encloseStatements } from '../lrs/enclose-statements.ts';
import { parseJson } from '../lrs/json.ts';
import type { TabLocks } from '../lrs/one-tab.ts';
import type { PageSignals } from '../lrs/page-signals.ts';
import { DEFINED_VERBS, LAUNCH_DATA_STATE, PREFERENCES_PROFILE, XAPI_VERSION } from './cmi5-terms.ts';
import { Courier } from './courier.ts';
import { readLaunchData, type LaunchData } from './launch-data.ts';
import { readCmi5Launch, type Cmi5Launch } from './launch.ts';
import { AT_START, Patience } from './patience.ts';
import { NO_PROGRESS, ProgressDocument } from './progress-document.ts';
import { Cmi5Session } from './session.ts';
import { SessionClock } from './session-clock.ts';
import { SessionMemory } from './session-memory.ts';
import { SessionTimer, TIMER_STEP } from './session-timer.ts';
import { claimRegistration } from './sole-session.ts';
import { StatementWriter } from './statement-writer.ts';
import { obtainToken } from './token.ts';
import { WORDS } from './words.ts';

export interface Cmi5Options {
  /** The address of the page, with what the LMS put into it. */
  launch: URL;
  course: TrackedCourse;
  /** The module that this AU is, `<framework>/<element>`. */
  module: string;
  fetch: typeof fetch;
  clock: Clock;
  /** Milliseconds from any start, by a clock that nobody can put back, such as `performance.now`. */
  monotonic: () => number;
  /** 0 to 1, without 1. */
  random: () => number;
  /** A new random UUID. */
  newId: () => string;
  notes: SessionNotes;
  locks?: TabLocks | undefined;
  page?: PageSignals | undefined;
  /** Whether the page is in sight. Left out: it always is. */
  isShown?: () => boolean;
}

/** What names of records are made under; never to be changed, or learners would not find theirs. */
const RECORDS = 'b3c05a0e-2f0c-4f43-9f6e-4b7c1d5a9e60';

/**
 * Starts a cmi5 session, or goes on with it after a reload of the page: token, launch data, learner preferences, `initialized`,
 * in this order and each awaited (cmi5 7 to 11). The academy has one language and no sound, so the preferences change nothing.
 * @throws NotConnectedError where the LMS did not launch this page, or the session can't begin or is over; in words for the learner
 */
export async function connectCmi5(options: Cmi5Options): Promise<Connection> {
  const { fetch, clock, random, notes, newId, page, locks, isShown = () => true } = options;
  const launch = readCmi5Launch(options.launch);
  const memory = new SessionMemory(notes, launch.fetch);
  const lms = openLrs({ fetch, clock, endpoint: launch.endpoint, authorization: `Basic ${await findToken(launch, memory, fetch)}`, version: XAPI_VERSION });
  const heard: { trouble(isInTrouble: boolean): void; loss(): void } = { trouble: () => undefined, loss: () => undefined };
  const patience = new Patience({ clock, random, onTrouble: (isInTrouble) => heard.trouble(isInTrouble) });
  const data = await fetchLaunchData(lms, launch, patience);
  await readPreferences(lms, launch, patience);
  const times = new SessionClock(clock.now, { newest: memory.facts.newest, used: listTimes(memory), onMove: (newest) => memory.note({ newest }) });
  const timer = new SessionTimer(options.monotonic, { counted: memory.facts.spent, isShown: isShown() });
  const writer = new StatementWriter(launch, data, { times, timer, newId });
  const courier = new Courier(lms, memory, patience);
  await openSession(courier, writer, memory);

  const name = uuidV5(JSON.stringify([launch.actor.account.homePage, launch.actor.account.name, launch.registration, launch.activityId]), RECORDS);
  let isLost = false;
  const release = await claimRegistration(locks, name, () => {
    isLost = true;
    heard.loss();
  });
  const course = withMasteryScore(options.course, options.module, data);
  const document = new ProgressDocument(lms, launch, course);
  const progress = data.launchMode === 'Browse' ? NO_PROGRESS : await document.load();
  const noted = { completed: progress.told.includes('completed'), passed: progress.told.includes('passed'), failed: progress.told.includes('failed') };
  const { masteryScore, launchMode } = data;
  const session = new Cmi5Session({
    ...{ launch, data, course, module: options.module, name, noted, lms, courier, patience, writer, memory, times, document, clock, random, locks, page },
    startedAt: memory.timeOf('initialized') ?? '',
    environment: { now: times.read, newId, launchMode, database: name, enclose: inOrder(encloseStatements(course, { launch: { activityId: launch.activityId, module: options.module }, ...(masteryScore !== undefined && { masteryScore }) }), times), restored: progress.events, ...(masteryScore !== undefined && { masteryScore }) },
    onEnd: joinAll(keepTime(timer, memory, options), release),
  });
  heard.trouble = (isInTrouble) => session.setTrouble(isInTrouble);
  heard.loss = () => session.stop(WORDS.openedElsewhere);
  if (isLost) heard.loss();
  return session;
}

/** The one that this tab was given before, or a new one: the LMS gives it once. */
async function findToken(launch: Cmi5Launch, memory: SessionMemory, fetch: Cmi5Options['fetch']): Promise<string> {
  const { token } = memory.facts;
  if (token !== undefined) return token;
  const fresh = await obtainToken(launch.fetch, fetch);
  memory.note({ token: fresh });
  return fresh;
}

async function fetchLaunchData(lms: LrsClient, { activityId, actor, registration }: Cmi5Launch, patience: Patience): Promise<LaunchData> {
  const query = { stateId: LAUNCH_DATA_STATE, activityId, agent: JSON.stringify(actor), registration };
  const answer = await patience.ask(() => lms.request({ method: 'GET', resource: 'activities/state', query }), AT_START);
  if (answer?.kind !== 'ok') throw explain(answer);
  return readLaunchData(parseJson(answer.text));
}

/** An LMS refuses `initialized` before they were asked for; that it keeps none, or lets nobody see them, is no error (cmi5 11). */
async function readPreferences(lms: LrsClient, { actor }: Cmi5Launch, patience: Patience): Promise<void> {
  const query = { profileId: PREFERENCES_PROFILE, agent: JSON.stringify(actor) };
  const answer = await patience.ask(() => lms.request({ method: 'GET', resource: 'agents/profile', query }), AT_START);
  if (answer?.kind === 'unreachable' || answer?.kind === 'busy') throw explain(answer);
}

/** Says `initialized`, unless it was said before a reload; and refuses to go on in a session that was left. */
async function openSession(courier: Courier, writer: StatementWriter, memory: SessionMemory): Promise<void> {
  if (memory.facts.statements.terminated) {
    await courier.deliver('terminated', () => writer.write({ verb: 'terminated' }), AT_START);
    throw new NotConnectedError(WORDS.ended);
  }
  const outcome = await courier.deliver('initialized', () => writer.write({ verb: 'initialized' }), AT_START);
  if (outcome === 'given-up') throw new NotConnectedError(WORDS.noAnswer);
  if (outcome === 'over') throw new NotConnectedError(WORDS.notAccepted);
  if (outcome === 'refused') throw new NotConnectedError(WORDS.notStarted);
}

function explain(failure: Failure | undefined): NotConnectedError {
  switch (failure?.kind) {
    case 'unauthorised':
    case 'forbidden':
      return new NotConnectedError(WORDS.notAccepted);
    case 'refused':
      return new NotConnectedError(WORDS.noLaunchData);
    default:
      return new NotConnectedError(WORDS.noAnswer);
  }
}

/** The LMS's mastery score counts in place of the module's own; 0 is one. */
function withMasteryScore(course: TrackedCourse, module: string, { masteryScore }: LaunchData): TrackedCourse {
  if (masteryScore === undefined) return course;
  return { ...course, modules: course.modules.map((tracked) => (tracked.module === module ? { ...tracked, requirements: { ...tracked.requirements, masteryScore } } : tracked)) };
}

/** The session's own statements come after all that the record has put down so far. Entry k of an event stands k milliseconds after it. */
function inOrder(enclose: Enclose, times: SessionClock): Enclose {
  return (event, earlier) => {
    const drafts = enclose(event, earlier);
    times.see(Date.parse(event.at) + Math.max(0, drafts.length - 1));
    return drafts;
  };
}

const listTimes = (memory: SessionMemory): string[] => DEFINED_VERBS.flatMap((verb) => memory.timeOf(verb) ?? []);

/** Notes the time spent now and then, so that a reload goes on from there. @returns how to stop */
function keepTime(timer: SessionTimer, memory: SessionMemory, { clock, page, isShown = () => true }: Pick<Cmi5Options, 'clock' | 'page' | 'isShown'>): () => void {
  const note = () => memory.note({ spent: timer.read() });
  let callOff: () => void = () => undefined;
  const tick = () => {
    note();
    callOff = clock.after(TIMER_STEP, tick);
  };
  tick();
  const ignoreLeaving = page?.onLeave(() => {
    timer.setShown(false);
    note();
  });
  const ignoreReturn = page?.onReturn(() => timer.setShown(isShown()));
  return joinAll(() => callOff(), ignoreLeaving, ignoreReturn);
}

const joinAll = (...all: ((() => void) | undefined)[]) => () => {
  for (const one of all) one?.();
};
