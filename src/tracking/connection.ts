import type { LearnerRecord, RecordEnvironment } from '../record/learner-record.ts';

/**
 * A way to report what a learner does, ready to start: what `connect…` of every target resolves to. The page's bootstrap
 * opens the record with `environment`, hands the record to the page, and then calls `report`.
 */
export interface Connection {
  /** How the learner's record is opened: launch mode, mastery score, database, what is to be told of every event, and what the LMS or LRS kept of earlier visits. */
  environment: RecordEnvironment;
  /** Starts to report. Called once. */
  report(record: LearnerRecord): void;
  /** Hears how the connection stands, at once and at every change. Returns how to stop listening. */
  subscribe(listener: (status: ConnectionStatus) => void): () => void;
  /** Delivers what waits and ends the session. Left out where there is no session to end, as on the public site. */
  exit?(): Promise<Exit>;
}

/** How the connection stands. `message` is for the learner: what happened and what to do next. */
export type ConnectionStatus =
  | { state: 'connected' }
  /** Delivery fails for now and is tried again by itself. */
  | { state: 'retrying'; message: string }
  /** Nothing more is reported from this page: another launch took over, the session was ended, or the LMS refuses. */
  | { state: 'stopped'; message: string };

/** What came of leaving. */
export interface Exit {
  /** Everything arrived. `false`: it is kept on this device where possible, and goes at the next launch. */
  delivered: boolean;
  /** Where the LMS wants the learner to go. Checked: http or https. */
  returnUrl?: string;
}

/** There is no LMS to report to, or it refuses the launch. The page says so and works without one; it never fails silently. */
export class NotConnectedError extends Error {
  override name = 'NotConnectedError';
}
