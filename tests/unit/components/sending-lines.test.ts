import { expect, test } from 'vitest';
import { listLines, listLinesBeside, type SendingState } from '../../../src/components/sending-notice/lines.ts';

const IDLE: SendingState = { waiting: 0, parked: 0, sending: { state: 'idle' }, isReported: true, hasWaited: false, isLate: false };
const read = (state: Partial<SendingState>, ways = { launch: true, signIn: false }) => listLines({ ...IDLE, ...state }, ways)?.map(({ count, text }) => (count === undefined ? text : `${count} ${text}`));

test('a page that only just opened says nothing', () => expect(read({})).toEqual([]));

test('what was sent at once is told once, without a number', () => {
  expect(read({ waiting: 2, hasWaited: true, sending: { state: 'sending' } })).toBeUndefined();
  expect(read({ hasWaited: true })).toEqual(['Sent to your council’s learning record.']);
});

test('what waits for a while is counted', () => expect(read({ waiting: 3, hasWaited: true, isLate: true })).toEqual(['3 waiting to be sent to your council’s learning record, together with what follows.']));

test('a receiver out of reach is told with what happens next', () => {
  expect(read({ waiting: 3, hasWaited: true, sending: { state: 'retrying', at: 0 } })).toEqual(['3 waiting to be sent. Your council’s learning record can’t be reached just now. Carry on: it is tried again by itself.']);
});

test('sending that stopped is told at once with its reason, and leads to the test of the connection', () => {
  const sending = { state: 'stopped', reason: 'Open the academy from your LMS again.' } as const;
  expect(read({ waiting: 2, hasWaited: true, sending })).toEqual(['2 not sent. Open the academy from your LMS again.']);
  expect(listLines({ ...IDLE, sending }, { launch: true, signIn: false })).toMatchObject([{ text: 'Open the academy from your LMS again.', link: 'test', isUrgent: true }]);
  expect(listLines({ ...IDLE, sending }, { launch: true, signIn: false })?.[0]).not.toHaveProperty('count');
});

test('a page without a connection says so, and how to get one', () => {
  const off = { isReported: false };
  expect(read(off, { launch: false, signIn: false })).toEqual(['Not connected to your council’s learning record, so what you do stays on this device.']);
  expect(read({ ...off, sending: { state: 'stopped', reason: 'You are not signed in.' } })).toEqual(['You are not signed in.']);
  expect(read(off, { launch: true, signIn: true })).toEqual([expect.stringContaining('To have it reported, open the academy from your learning management system, or sign in to your council’s network and reload this page.')]);
});

test('what was refused is told, and nothing else is called sent then', () => {
  expect(read({ parked: 1, hasWaited: true })).toEqual([expect.stringMatching(/^1 was refused/)]);
  expect(read({ parked: 1, waiting: 2, isLate: true })).toEqual([expect.stringMatching(/^2 waiting/), expect.stringMatching(/^1 was refused/)]);
  expect(read({ parked: 2 })).toEqual([expect.stringMatching(/^2 were refused/)]);
});

test('where the browser keeps nothing, the window has to stay open for what waits', () => {
  expect(read({ waiting: 1, hasWaited: true, isLate: true, notKept: 'refused' })).toHaveLength(2);
  expect(read({ waiting: 0, hasWaited: true, notKept: 'refused' })).toHaveLength(1);
});

test('beside words of the page itself, only what waits and what was refused is told', () => {
  const beside = (state: Partial<SendingState>) => listLinesBeside({ ...IDLE, ...state }).map(({ count, text }) => `${count ?? ''} ${text}`.trim());
  expect(beside({ isReported: false, sending: { state: 'stopped', reason: 'No.' } })).toEqual([]);
  expect(beside({ hasWaited: true })).toEqual([]);
  expect(beside({ waiting: 2 })).toEqual([]);
  expect(beside({ waiting: 2, isLate: true })).toEqual(['2 waiting to be sent, together with what follows.']);
  expect(beside({ waiting: 2, sending: { state: 'retrying', at: 0 } })).toEqual(['2 waiting to be sent.']);
  expect(beside({ waiting: 2, sending: { state: 'retrying', at: 0 }, notKept: 'refused' })).toEqual(['2 waiting to be sent.', expect.stringContaining('Keep this window open')]);
  expect(beside({ sending: { state: 'stopped', reason: 'No.' } })).toEqual([]);
  expect(beside({ waiting: 2, parked: 1, sending: { state: 'stopped', reason: 'No.' } })).toEqual(['2 not sent.', expect.stringMatching(/^1 was refused by your learning system/)]);
});
