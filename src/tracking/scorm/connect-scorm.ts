import { editionOf } from '../../course/edition.ts';
import type { TrackedCourse } from '../../course/tracked-course.ts';
import type { RecordEnvironment } from '../../record/learner-record.ts';
import { NotConnectedError, type Connection } from '../connection.ts';
import { decodeProgress } from '../progress-code.ts';
import { readLaunchMode, type DataModel } from './data-model.ts';
import { findApi, waitForApi, type Neighbourhood } from './find-api.ts';
import { ScormReporter, type ScormPage } from './scorm-reporter.ts';
import { ScormSession } from './session.ts';
import { nameAttempt, readSuspendData } from './suspend-data.ts';

/** What a page hands to SCORM. */
export interface ScormLaunch {
  page: ScormPage & Neighbourhood;
  /** All that this package, one SCO, holds. */
  course: TrackedCourse;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A random UUID. */
  newId: () => string;
}

/**
 * Finds the LMS, opens a session with it, and takes up what it kept.
 * @throws NotConnectedError, in words for the learner, where there is no LMS or it opens no session
 */
export async function connectScorm(model: DataModel, { page, course, now, newId }: ScormLaunch): Promise<Connection> {
  const { names, other, elements } = model;
  const api = await waitForApi(page, names.api, names.initialize, (ms, run) => page.setTimeout(run, ms));
  if (!api) {
    if (findApi(page, other.api, other.initialize)) throw new NotConnectedError(`This module was made for ${model.title}, and your learning system has opened it as ${other.title}. Ask whoever runs it to add the package for ${other.title}. Nothing you do here reaches it.`);
    throw new NotConnectedError('This page has found no learning system. Open the module from yours, not from a link or a file. Nothing you do here reaches it.');
  }
  const session = new ScormSession(api, names);
  if (!session.initialize(elements.mode)) {
    const { code = '', text = '' } = session.problem ?? {};
    throw new NotConnectedError(`Your learning system did not open a session for this module. Close it and open it from there again. (It said: ${[code, text].filter(Boolean).join(' ') || 'nothing'}.)`);
  }
  const learner = session.get(elements.learnerId);
  const launchMode = readLaunchMode(session.get(elements.mode));
  const masteryScore = model.readMasteryScore(session);
  const kept = readSuspendData(session.get(elements.suspendData));
  const attempt = kept?.attempt ?? nameAttempt(newId());
  const restored = kept ? decodeProgress(kept.progress, course) : [];
  const environment: RecordEnvironment = {
    now,
    newId,
    launchMode,
    database: nameRecord(course, learner, attempt),
    restored,
    // What is done here is told as a whole, not event by event.
    enclose: () => [],
    ...(masteryScore !== undefined && { masteryScore }),
  };
  const reporter = new ScormReporter(model, session, { page, course, now, attempt, isRecorded: launchMode === 'Normal', masteryScore });
  return { environment, report: (record) => reporter.start(record), subscribe: (listener) => reporter.subscribe(listener), exit: () => reporter.exit() };
}

/**
 * One learner in one package and attempt: two learners on one device never share a record, nor does a new attempt begin with the
 * last one's results. Where an LMS names no learner the attempt alone tells them apart.
 */
const nameRecord = ({ iriBase, modules }: TrackedCourse, learner: string, attempt: string): string => {
  const [first] = modules;
  // A framework's package stays the same when it gets another module.
  const scope = modules.length === 1 ? first?.module : [...new Set(modules.map(({ module }) => module.split('/')[0]))];
  return `scorm-${editionOf([iriBase, scope, learner, attempt])}`;
};
