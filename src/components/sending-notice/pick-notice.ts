import type { Sending } from '../../record/outbox.ts';

/** How reporting stands, as far as it is shown. */
export interface SendingState {
  waiting: number;
  sending: Sending;
  /** Whether the page is connected at all. */
  isReported: boolean;
  /** Something waited on this page before. */
  hasWaited: boolean;
  /** What waits still waited after a while, so that it is worth a word. */
  isLate: boolean;
}

export type SendingNotice = 'not-connected' | 'sent' | 'waiting' | 'retrying' | 'stopped';

/** The one line that is worth showing. A page that only just opened says nothing, and what is sent at once is not counted aloud. */
export function pickNotice({ waiting, sending, isReported, hasWaited, isLate }: SendingState): SendingNotice | undefined {
  if (sending.state === 'stopped') return 'stopped';
  if (!isReported) return 'not-connected';
  if (waiting === 0) return hasWaited ? 'sent' : undefined;
  if (!isLate) return undefined;
  return sending.state === 'retrying' ? 'retrying' : 'waiting';
}
