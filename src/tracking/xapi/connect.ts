import { v5 as uuidOf } from 'uuid';
import type { TrackedCourse } from '../../course/tracked-course.ts';
import type { SessionNotes } from '../../record/session-notes.ts';
import { NotConnectedError, type Connection } from '../connection.ts';
import { activityIds } from '../lrs/activity-ids.ts';
import { openLrs } from '../lrs/client.ts';
import type { Clock } from '../lrs/clock.ts';
import type { DeliveryRules } from '../lrs/delivery.ts';
import { encloseStatements } from '../lrs/enclose-statements.ts';
import type { TabLocks } from '../lrs/one-tab.ts';
import type { PageSignals } from '../lrs/page-signals.ts';
import type { Gathering } from '../lrs/sender.ts';
import type { StateAddress } from '../lrs/state.ts';
import type { XapiVersion } from '../lrs/statement.ts';
import { readKeptLaunch, readLaunch, withoutLaunch, type Launch, type LaunchOrigins } from './launch.ts';
import { readManualConnection } from './manual.ts';
import { askProxy, PROXY_REASONS, type ProxySettings } from './proxy.ts';
import { StateProgress } from './state-progress.ts';
import { XapiReporter } from './xapi-reporter.ts';

export interface XapiOptions {
  /** Of the page, with what an LMS may have put into it. */
  address: URL;
  /** Shows another address in place of this one, without going there: `history.replaceState`. */
  replaceAddress?: ((address: string) => void) | undefined;
  course: TrackedCourse;
  /** Nobody is followed where left out. */
  launchOrigins?: LaunchOrigins | undefined;
  /** Whether what a pilot typed in is used. */
  manual?: boolean | undefined;
  proxy?: ProxySettings | undefined;
  version?: XapiVersion | undefined;
  /** Whether the text of reflections is sent. */
  reflections?: boolean | undefined;
  fetch: typeof fetch;
  clock: Clock;
  /** 0 to 1, without 1. */
  random: () => number;
  newId?: (() => string) | undefined;
  notes: SessionNotes;
  locks?: TabLocks | undefined;
  page?: PageSignals | undefined;
  gather?: Partial<Gathering> | undefined;
}

const LAUNCH_NOTE = 'xapi-launch';
const SIGNED_IN_NOTE = 'xapi-signed-in';

/** The State document that holds where the learner stands, as `progress-code.ts` writes it. */
export const PROGRESS_STATE = 'practice-academy.progress.v1';

/** What names of records are made under; never to be changed, or learners would not find theirs. */
const RECORDS = '0d2f8a4e-6f0e-5a4c-9b1d-3c8b6f5f7a10';

/** A page must not stay empty for an LRS that is slow to say what it kept. */
const PATIENCE_FOR_STATE = 4_000;

const SIGN_IN_AGAIN = 'You are no longer signed in. Sign in and open this page again. What you did is kept on this device where possible, and is sent then.';
const NOBODY = 'This page was not opened by a learning system, so what you do stays on this device.';

/** Somebody to report for, and where to. The proxy needs no credential of ours. */
export type Way = Omit<Launch, 'authorization'> & { authorization?: string };

export type WayOptions = Pick<XapiOptions, 'address' | 'replaceAddress' | 'notes' | 'launchOrigins' | 'manual' | 'proxy' | 'fetch' | 'clock'>;

/**
 * Finds out whom to report for and where to: a launch in the address, the launch that this tab began with, what a pilot typed
 * in, or the proxy of the site, in this order.
 * @throws NotConnectedError where there is none of them; in words for the learner
 */
export async function connectXapi(options: XapiOptions): Promise<Connection> {
  const { course, fetch, clock, random, notes, locks, page, newId, version = '1.0.3', reflections = false, gather } = options;
  const way = await findWay(options);
  const { endpoint, authorization, actor } = way;
  const access = { endpoint, version, ...(authorization !== undefined && { authorization }) };
  const lrs = openLrs({ ...access, fetch, clock });
  const address = stateAddressOf(way, course);
  const progress = address && new StateProgress({ lrs, hasty: openLrs({ ...access, fetch, clock, timeLimit: PATIENCE_FOR_STATE }), address, course, clock });
  const restored = (await progress?.load()) ?? [];
  const database = nameRecord(way);
  const reporter = new XapiReporter({
    seal: { actor, version, context: contextOf(way) },
    sender: { lrs, ...(authorization === undefined && { judgeFailure: judgeAtProxy }), name: database, clock, random, locks, notes, ...(page && { page }), ...(gather && { gather }) },
    progress,
  });
  return {
    environment: { now: () => clock.now(), ...(newId && { newId }), database, enclose: encloseStatements(course, { includeReflections: reflections }), restored },
    report: (record) => reporter.report(record),
    subscribe: (listener) => reporter.subscribe(listener),
  };
}

/** Behind the site's own proxy a refusal is a sign-in that has run out, which a learner can mend. */
const judgeAtProxy: NonNullable<DeliveryRules['judgeFailure']> = (_, { kind }) => (kind === 'unauthorised' ? { stopped: SIGN_IN_AGAIN } : undefined);

/** A record of its own for each learner, registration and LRS, so that two learners at one device never share one. */
const nameRecord = ({ endpoint, actor, registration }: Way): string => uuidOf(JSON.stringify([endpoint, actor, registration ?? '']), RECORDS);

/** @throws NotConnectedError where there is none; in words for the learner */
export async function findWay(options: WayOptions): Promise<Way> {
  const { address, replaceAddress, notes, launchOrigins = [], manual = false, proxy } = options;
  const found = readLaunch(address, launchOrigins);
  // Also where it is refused: a credential does not belong in view.
  if (found.kind !== 'none') replaceAddress?.(withoutLaunch(address).href);
  if (found.kind === 'launch') {
    notes.write(LAUNCH_NOTE, found.launch);
    return found.launch;
  }
  const kept = readKeptLaunch(notes.read(LAUNCH_NOTE), launchOrigins) ?? (manual ? readManualConnection(notes) : undefined);
  if (kept) return kept;
  const signedIn = proxy && (await findSignedIn(proxy, options));
  if (signedIn && 'actor' in signedIn) return signedIn;
  throw new NotConnectedError(found.kind === 'refused' ? found.reason : (signedIn?.reason ?? NOBODY));
}

/** Who is signed in; without a network who was on the page before in this tab, so that a learner between two places keeps their record. */
async function findSignedIn(proxy: ProxySettings, { address, notes, fetch, clock }: WayOptions): Promise<Way | { reason: string }> {
  const asked = await askProxy(proxy, { address, fetch, clock });
  if (asked.kind === 'known') {
    const way = { endpoint: asked.endpoint, actor: asked.actor };
    notes.write(SIGNED_IN_NOTE, way);
    return way;
  }
  const before = asked.kind === 'unreachable' ? readSignedIn(notes.read(SIGNED_IN_NOTE)) : undefined;
  if (asked.kind === 'signedOut') notes.remove(SIGNED_IN_NOTE);
  return before ?? { reason: PROXY_REASONS[asked.kind] };
}

/** As this page wrote it; another shape is a release's before it. */
function readSignedIn(noted: unknown): Way | undefined {
  const { endpoint, actor } = (noted ?? {}) as Partial<Way>;
  return typeof endpoint === 'string' && actor !== undefined && 'account' in actor ? { endpoint, actor } : undefined;
}

function contextOf({ registration, grouping, activityId }: Way): object {
  const groups = [...new Set([grouping, activityId].filter((id) => id !== undefined))].map((id) => ({ objectType: 'Activity', id }));
  return { ...(registration !== undefined && { registration }), ...(groups.length > 0 && { contextActivities: { grouping: groups } }) };
}

/** A page with one module keeps its progress under the module, so that every page of the site finds it; a package of many under what was launched. */
function stateAddressOf({ activityId, actor, registration }: Way, { modules, iriBase }: TrackedCourse): StateAddress | undefined {
  const [only, ...others] = modules;
  const activity = only && others.length === 0 ? activityIds(iriBase).module(only.module).id : only && activityId;
  return activity === undefined ? undefined : { activityId: activity, agent: actor, registration, stateId: PROGRESS_STATE };
}
