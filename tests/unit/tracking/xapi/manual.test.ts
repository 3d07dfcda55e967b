import { expect, test } from 'vitest';
import { openSessionNotes } from '../../../../src/record/session-notes.ts';
import { forgetManualConnection, keepManualConnection, readManualConnection } from '../../../../src/tracking/xapi/manual.ts';

const TYPED = { endpoint: ' https://lrs.example/xapi ', key: 'key', secret: 'geheim-ä', accountName: ' pilot 7 ' };
const HOME = 'https://academy.example/';

test('what a pilot types in holds for the tab, until it is forgotten', () => {
  const notes = openSessionNotes();
  expect(keepManualConnection(notes, TYPED, HOME)).toEqual({});
  expect(readManualConnection(notes)).toEqual({
    endpoint: 'https://lrs.example/xapi/',
    authorization: `Basic ${Buffer.from('key:geheim-ä').toString('base64')}`,
    actor: { objectType: 'Agent', account: { homePage: HOME, name: 'pilot 7' } },
  });
  forgetManualConnection(notes);
  expect(readManualConnection(notes)).toBeUndefined();
});

test.each([
  ['endpoint', { endpoint: 'http://lrs.example/' }],
  ['endpoint', { endpoint: 'https://key:secret@lrs.example/' }],
  ['endpoint', { endpoint: '' }],
  ['key', { key: ' ' }],
  ['key', { key: 'a:b' }],
  ['secret', { secret: '' }],
  ['accountName', { accountName: '' }],
] as const)('a problem with the %s is said beside it, and nothing is kept', (field, change) => {
  const notes = openSessionNotes();
  const problems = keepManualConnection(notes, { ...TYPED, ...change }, HOME);
  expect(Object.keys(problems)).toEqual([field]);
  expect(readManualConnection(notes)).toBeUndefined();
});
