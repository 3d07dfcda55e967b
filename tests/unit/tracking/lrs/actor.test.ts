import { expect, test } from 'vitest';
import { readAgent } from '../../../../src/tracking/lrs/actor.ts';

const ACCOUNT = { homePage: 'https://hr.example', name: 'a1' };

test.each([
  ['an account', { account: ACCOUNT }, { account: ACCOUNT }],
  ['an account of xAPI 0.9', { account: [{ accountServiceHomePage: 'https://hr.example', accountName: 'a1' }] }, { account: ACCOUNT }],
  ['a mail address', { mbox: 'mailto:a@b.example' }, { mbox: 'mailto:a@b.example' }],
  ['a mail address of xAPI 0.9', { name: ['A B'], mbox: ['mailto:a@b.example'] }, { mbox: 'mailto:a@b.example' }],
  ['a mail address without its scheme', { mbox: 'a@b.example' }, { mbox: 'mailto:a@b.example' }],
  ['a hash of one', { mbox_sha1sum: 'ab'.repeat(20) }, { mbox_sha1sum: 'ab'.repeat(20) }],
  ['an OpenID', { openid: 'https://id.example/a' }, { openid: 'https://id.example/a' }],
  ['more than one identifier, of which the account says least', { objectType: 'Agent', name: 'A B', mbox: 'mailto:a@b.example', account: ACCOUNT }, { account: ACCOUNT }],
])('%s is reduced to one identifier and no name', (_, given, expected) => {
  expect(readAgent(given)).toEqual({ objectType: 'Agent', ...expected });
});

test.each([
  ['nothing', undefined],
  ['a list', [{ account: ACCOUNT }]],
  ['a text', 'A B'],
  ['a name alone', { name: 'A B' }],
  ['a group', { objectType: 'Group', account: ACCOUNT }],
  ['an account without a name', { account: { homePage: 'https://hr.example' } }],
  ['an account with an empty name', { account: { homePage: 'https://hr.example', name: ' ' } }],
  ['an account whose home is no web address', { account: { homePage: 'javascript:alert(1)', name: 'a1' } }],
  ['an account name without end', { account: { homePage: 'https://hr.example', name: 'x'.repeat(5_000) } }],
  ['a mail address that is none', { mbox: 'mailto:nobody' }],
  ['a hash that is none', { mbox_sha1sum: 'zz' }],
  ['an OpenID that is none', { openid: 'data:,x' }],
])('%s names nobody', (_, given) => {
  expect(readAgent(given)).toBeUndefined();
});
