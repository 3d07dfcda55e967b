import { v4 } from 'uuid';
import type { LearnerEventInput } from '../../src/record/learner-event.ts';
import { openRecord, type LearnerRecord } from '../../src/record/learner-record.ts';
import { openSessionNotes } from '../../src/record/session-notes.ts';
import { settleModule } from '../../src/record/settle-module.ts';
import { connectCmi5 } from '../../src/tracking/cmi5/connect.ts';
import type { Connection, ConnectionStatus } from '../../src/tracking/connection.ts';
import { listenToPage } from '../../src/tracking/lrs/page-signals.ts';
import { COURSE, HELP } from '../unit/tracking/sample-course.ts';

/** What the page offers to tests. */
export interface OpenAu {
  connection?: Connection;
  record?: LearnerRecord;
  /** Why there is no connection. */
  failure?: string;
  statuses: ConnectionStatus[];
  act(inputs: LearnerEventInput[]): Promise<void>;
}

const au: OpenAu = {
  statuses: [],
  async act(inputs) {
    for (const input of inputs) await au.record?.append(input);
    if (au.record) await settleModule(au.record, HELP);
  },
};
window.au = au;

async function start(): Promise<void> {
  const connection = await connectCmi5({
    launch: new URL(location.href),
    course: COURSE,
    module: HELP.module,
    fetch: (input, init) => fetch(input, init),
    clock: {
      now: () => Date.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    monotonic: () => performance.now(),
    random: Math.random,
    newId: () => v4(),
    notes: openSessionNotes(),
    locks: navigator.locks,
    page: listenToPage(window),
    isShown: () => document.visibilityState === 'visible',
  });
  au.record = await openRecord(connection.environment);
  connection.report(au.record);
  connection.subscribe((status) => au.statuses.push(status));
  au.connection = connection;
}

start().catch((error: unknown) => {
  au.failure = String(error);
});
