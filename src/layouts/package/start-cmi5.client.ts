import { v4 } from 'uuid';
import { openSessionNotes } from '../../record/session-notes.ts';
import { browserFetch } from '../../tracking/browser-fetch.ts';
import { connectCmi5 } from '../../tracking/cmi5/connect.ts';
import { listenToPage } from '../../tracking/lrs/page-signals.ts';
import { browserClock } from '../browser-clock.ts';
import { startPackage } from './start-package.client.ts';

startPackage((course) =>
  connectCmi5({
    launch: new URL(location.href),
    course,
    module: course.modules[0]?.module ?? '',
    fetch: browserFetch,
    clock: browserClock,
    monotonic: () => performance.now(),
    random: Math.random,
    newId: () => v4(),
    notes: openSessionNotes(),
    // Not on pages without TLS.
    locks: (navigator as Partial<Navigator>).locks,
    page: listenToPage(window),
    isShown: () => document.visibilityState === 'visible',
  }),
);
