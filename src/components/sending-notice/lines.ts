import type { NotKeptReason } from '../../record/learner-record.ts';
import type { Sending } from '../../record/outbox.ts';

/** How reporting stands, as far as it is shown. */
export interface SendingState {
  waiting: number;
  /** How many the receiver refused. */
  parked: number;
  sending: Sending;
  /** Whether the page is connected at all. */
  isReported: boolean;
  /** Something waited on this page before. */
  hasWaited: boolean;
  /** What waits has waited for some seconds, so that it is worth a word. */
  isLate: boolean;
  /** Why this browser keeps nothing, where it does not. */
  notKept?: NotKeptReason;
}

/** A line of the notice: `count` stands first, in bold where somebody has to do something. */
export interface Line {
  name: 'not-connected' | 'sent' | 'waiting' | 'retrying' | 'stopped' | 'not-kept' | 'refused';
  count?: number;
  isUrgent?: true;
  text: string;
  link?: 'pilot' | 'test';
}

/** How learners get connected. */
export interface WaysIn {
  launch: boolean;
  signIn: boolean;
}

/**
 * What is worth saying beside a page's own words on how the connection stands, as in a package for an LMS: what waits and what
 * was refused.
 */
export function listLinesBeside({ waiting, parked, sending, isReported, isLate, notKept }: SendingState): Line[] {
  if (!isReported) return [];
  const lines: Line[] = [];
  const isTold = sending.state === 'stopped' || sending.state === 'retrying' || isLate;
  if (waiting > 0 && isTold) lines.push(sending.state === 'stopped' ? { name: 'stopped', count: waiting, isUrgent: true, text: 'not sent.' } : { name: 'waiting', count: waiting, text: sending.state === 'retrying' ? 'waiting to be sent.' : 'waiting to be sent, together with what follows.' });
  if (waiting > 0 && isTold && notKept !== undefined && sending.state !== 'stopped') lines.push(NOT_KEPT);
  if (parked > 0) lines.push({ name: 'refused', count: parked, isUrgent: true, text: `${parked === 1 ? 'was' : 'were'} refused by your learning system. What you did still counts here. Save a copy, and give it to whoever looks after the course.` });
  return lines;
}

const NOT_KEPT: Line = { name: 'not-kept', isUrgent: true, text: 'Keep this window open until it is sent. This browser stores nothing, so what waits is gone when you close it.' };

/**
 * What is worth saying. A page that only just opened says nothing, and what is sent at once is not counted aloud.
 * @returns `undefined` while the news that stand should stay
 */
export function listLines(state: SendingState, waysIn: WaysIn): Line[] | undefined {
  const { waiting, parked, sending, isLate, notKept } = state;
  const first = pickFirst(state, waysIn);
  const lines: Line[] = first === 'as before' ? [] : first;
  if ((isLate || sending.state === 'retrying') && waiting > 0 && notKept !== undefined) lines.push(NOT_KEPT);
  if (parked > 0) lines.push({ name: 'refused', count: parked, isUrgent: true, text: `${parked === 1 ? 'was' : 'were'} refused by your council’s learning record. What you did still counts here. Save a copy, and give it to whoever looks after the academy.` });
  return first === 'as before' && lines.length === 0 ? undefined : lines;
}

function pickFirst({ waiting, parked, sending, isReported, hasWaited, isLate }: SendingState, waysIn: WaysIn): Line[] | 'as before' {
  const reason = sending.state === 'stopped' ? sending.reason : undefined;
  if (!isReported) return [{ name: 'not-connected', text: reason ?? `Not connected to your council’s learning record, so what you do stays on this device.${describeWaysIn(waysIn)}`, link: 'pilot' }];
  if (reason !== undefined) return [{ name: 'stopped', ...(waiting > 0 && { count: waiting }), isUrgent: true, text: `${waiting > 0 ? 'not sent. ' : ''}${reason}`, link: 'test' }];
  if (waiting === 0) return hasWaited && parked === 0 ? [{ name: 'sent', text: 'Sent to your council’s learning record.' }] : [];
  if (sending.state === 'retrying') return [{ name: 'retrying', count: waiting, text: 'waiting to be sent. Your council’s learning record can’t be reached just now. Carry on: it is tried again by itself.' }];
  if (!isLate) return 'as before';
  return [{ name: 'waiting', count: waiting, text: 'waiting to be sent to your council’s learning record, together with what follows.' }];
}

function describeWaysIn({ launch, signIn }: WaysIn): string {
  const ways = [...(launch ? ['open the academy from your learning management system'] : []), ...(signIn ? ['sign in to your council’s network and reload this page'] : [])];
  return ways.length === 0 ? '' : ` To have it reported, ${ways.join(', or ')}.`;
}
