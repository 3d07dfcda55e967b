import { openSessionNotes } from '../../record/session-notes.ts';
import { browserFetch } from '../../tracking/browser-fetch.ts';
import { listenToPage } from '../../tracking/lrs/page-signals.ts';
import { connectXapi } from '../../tracking/xapi/connect.ts';
import { browserClock } from '../browser-clock.ts';
import { startPackage } from './start-package.client.ts';

startPackage((course) =>
  connectXapi({
    address: new URL(location.href),
    replaceAddress: (bare) => history.replaceState(history.state, '', bare),
    course,
    // Whoever put the package into an LMS trusts that LMS.
    launchOrigins: 'any',
    version: document.documentElement.dataset.xapiVersion === '2.0.0' ? '2.0.0' : '1.0.3',
    fetch: browserFetch,
    clock: browserClock,
    random: Math.random,
    notes: openSessionNotes(),
    // Not on pages without TLS.
    locks: (navigator as Partial<Navigator>).locks,
    page: listenToPage(window),
  }),
);
