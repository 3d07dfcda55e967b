import { provideLearnerRecord } from '../components/record/learner-record.ts';
import { openRecord, type LearnerRecord } from '../record/learner-record.ts';
import { openSessionNotes } from '../record/session-notes.ts';
import { browserFetch } from '../tracking/browser-fetch.ts';
import { NotConnectedError } from '../tracking/connection.ts';
import { listenToPage } from '../tracking/lrs/page-signals.ts';
import { connectXapi } from '../tracking/xapi/connect.ts';
import { readLaunch } from '../tracking/xapi/launch.ts';
import { browserClock } from './browser-clock.ts';
import { readPageSettings, readTrackedCourse } from './page-data.ts';

/**
 * The one script that decides where a page of the site reports: as the launch in its address says, the launch that this window
 * began with, what a pilot typed in, or the site's proxy. With none of them the page has the record of this device.
 */
async function start(): Promise<LearnerRecord> {
  const settings = readPageSettings();
  const { launchOrigins, proxy, manual, reflections, xapiVersion } = settings;
  const address = new URL(location.href);
  try {
    const connection = await connectXapi({
      address,
      replaceAddress: (bare) => history.replaceState(history.state, '', bare),
      course: readTrackedCourse(settings),
      launchOrigins,
      proxy,
      manual,
      reflections,
      version: xapiVersion,
      fetch: browserFetch,
      clock: browserClock,
      random: Math.random,
      notes: openSessionNotes(),
      // Not on pages without TLS.
      locks: (navigator as Partial<Navigator>).locks,
      page: listenToPage(window),
    });
    const record = await openRecord(connection.environment);
    connection.report(record);
    return record;
  } catch (error) {
    if (!(error instanceof NotConnectedError)) reportError(error);
    const record = await openRecord();
    // Whoever just opened the site as everybody does is told how to get connected; anybody else, why it did not work.
    const isOrdinary = !proxy && readLaunch(address, launchOrigins).kind === 'none';
    if (error instanceof NotConnectedError && !isOrdinary) record.outbox.tellSending({ state: 'stopped', reason: error.message });
    return record;
  }
}

void start().then(provideLearnerRecord);
