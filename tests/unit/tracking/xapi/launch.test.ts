import { describe, expect, test } from 'vitest';
import { readKeptLaunch, readLaunch, withoutLaunch } from '../../../../src/tracking/xapi/launch.ts';

const ALLOWED = ['https://lrs.example'];
const ACTOR = JSON.stringify({ account: { homePage: 'https://hr.example', name: 'a1' } });
const PAGE = 'https://academy.example/modules/a/';
const REGISTRATION = '7a6ce1f4-0f3a-4d2a-8c55-3d1f4f0c9a11';

/** A launch in the order that LMSs give it; `undefined` leaves a parameter out. */
function addressOf(parameters: Record<string, string | undefined> = {}): URL {
  const address = new URL(PAGE);
  const all = { endpoint: 'https://lrs.example/xapi', auth: 'Basic a2V5OnNlY3JldA==', actor: ACTOR, ...parameters };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) address.searchParams.set(name, value);
  return address;
}

describe('a launch from an LRS that the site knows', () => {
  test('says whom to report for, where to, and in which registration', () => {
    expect(readLaunch(addressOf({ registration: REGISTRATION.toUpperCase(), activity_id: 'https://academy.example/frameworks/a/b', grouping: 'https://lms.example/courses/1', activity_platform: 'LMS', 'Accept-Language': 'en-GB', content_token: 'x', theirs: '1' }), ALLOWED)).toEqual({
      kind: 'launch',
      launch: { endpoint: 'https://lrs.example/xapi/', authorization: 'Basic a2V5OnNlY3JldA==', actor: { objectType: 'Agent', account: { homePage: 'https://hr.example', name: 'a1' } }, registration: REGISTRATION, activityId: 'https://academy.example/frameworks/a/b', grouping: 'https://lms.example/courses/1' },
    });
  });

  test.each([
    ['Basic a2V5OnNlY3JldA==', 'Basic a2V5OnNlY3JldA=='],
    ['a2V5OnNlY3JldA==', 'Basic a2V5OnNlY3JldA=='],
    ['basic a2V5OnNlY3JldA==', 'Basic a2V5OnNlY3JldA=='],
    ['Bearer abc.def-ghi_jkl', 'Bearer abc.def-ghi_jkl'],
    // A plus sign that was not encoded arrives as a space.
    ['Basic a2V5 OnNlY3JldA==', 'Basic a2V5+OnNlY3JldA=='],
    ['a2V5 OnNlY3JldA==', 'Basic a2V5+OnNlY3JldA=='],
  ])('with the permission %j sends %j', (auth, expected) => {
    const found = readLaunch(addressOf({ auth }), ALLOWED);
    expect(found.kind === 'launch' && found.launch.authorization).toBe(expected);
  });

  test('may name the learner as before xAPI 1.0', () => {
    const found = readLaunch(addressOf({ actor: '{"name":["A B"],"account":[{"accountServiceHomePage":"https://hr.example","accountName":"a1"}]}' }), ALLOWED);
    expect(found.kind === 'launch' && found.launch.actor).toEqual({ objectType: 'Agent', account: { homePage: 'https://hr.example', name: 'a1' } });
  });

  test.each([
    ['registration', 'not-a-uuid'],
    ['activity_id', 'no iri'],
    ['activity_id', '"><script>'],
    ['grouping', '/relative'],
  ])('whose %s is %j goes on without it', (name, value) => {
    const found = readLaunch(addressOf({ [name]: value }), ALLOWED);
    expect(found.kind === 'launch' && Object.keys(found.launch)).toEqual(['endpoint', 'authorization', 'actor']);
  });

  test('leaves the address, with the credential in it, and the rest of the address stays', () => {
    const address = addressOf({ registration: REGISTRATION, q: 'visits' });
    address.hash = 'check';
    expect(withoutLaunch(address).href).toBe('https://academy.example/modules/a/?q=visits#check');
  });
});

test('an ordinary address is no launch', () => {
  for (const search of ['', '?q=endpoint', '?endpoint=https://lrs.example/', '?auth=x&actor=y', '?registration=1']) expect(readLaunch(new URL(search, PAGE), ALLOWED)).toEqual({ kind: 'none' });
});

test('a launch of cmi5 is left to cmi5', () => {
  expect(readLaunch(addressOf({ fetch: 'https://lms.example/token' }), ALLOWED)).toEqual({ kind: 'none' });
});

/** Where records must not go, whatever the link says. */
const HOSTILE_ENDPOINTS = [
  'https://evil.example/xapi',
  'https://lrs.example.evil.example/xapi',
  'https://evil.example/https://lrs.example/',
  'https://evil.example?https://lrs.example/',
  'https://evil.example#https://lrs.example/',
  'https://lrs.example@evil.example/',
  'https://lrs.example:pass@evil.example/',
  'https://user@lrs.example/xapi',
  'https://user:pass@lrs.example/xapi',
  'https://evil.example\\lrs.example/',
  'https://lrs.example%2eevil.example/',
  'https://lrs.example%00.evil.example/',
  'https://evil-lrs.example/',
  'https://sub.lrs.example/',
  'https://example/',
  'https://lrs.example:8443/',
  'https://lrs.example:80/',
  'http://lrs.example/xapi',
  'http://lrs.example:443/',
  '//lrs.example/xapi',
  '///evil.example',
  '/\\evil.example',
  '/xapi/',
  'xapi',
  'lrs.example',
  '',
  ' ',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'javascript://lrs.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://lrs.example/7a6ce1f4',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'ftp://lrs.example/',
  'ws://lrs.example/',
  'wss://lrs.example/',
  'about:blank',
  'https://lrs。example.evil.example/',
  'https://xn--lrs-example.evil/',
  'http://localhost.evil.example/',
  'http://127.0.0.1.evil.example/',
  'http://localhost:8080/',
  'http://169.254.169.254/latest/meta-data/',
  'https://[::ffff:127.0.0.1]/',
];

test('there are at least forty of them', () => {
  expect(new Set(HOSTILE_ENDPOINTS).size).toBeGreaterThanOrEqual(40);
});

test.each(HOSTILE_ENDPOINTS)('the endpoint %j is not followed', (endpoint) => {
  expect(readLaunch(addressOf({ endpoint }), ALLOWED).kind).toBe('refused');
});

test.each(['https://lrs.example/x', 'https://LRS.EXAMPLE/x', 'https://lrs.example:443/x', 'https://lrs.example/a/../x', 'https:\\\\lrs.example\\x', ' https://lrs.example/x', 'https://lrs.exam\tple/x'])('the endpoint %j is the LRS, once it is read as browsers do', (endpoint) => {
  const found = readLaunch(addressOf({ endpoint }), ALLOWED);
  expect(found.kind === 'launch' && found.launch.endpoint).toBe('https://lrs.example/x/');
});

test.each(['https://lrs.example\\@evil.example/', 'https://ⅼrs.example/', 'https://lrs.example/?next=https://evil.example', 'https://lrs.example/#@evil.example'])('the endpoint %j looks like another place, and is the LRS all the same', (endpoint) => {
  const found = readLaunch(addressOf({ endpoint }), ALLOWED);
  expect(found.kind === 'launch' && new URL('statements', found.launch.endpoint).host).toBe('lrs.example');
});

test.each([
  ['a parameter that is there twice', () => new URL(`${addressOf().href}&endpoint=https://evil.example/`)],
  ['two credentials', () => new URL(`${addressOf().href}&auth=eA==`)],
  ['no credential', () => addressOf({ auth: undefined })],
  ['a credential with a line break', () => addressOf({ auth: 'Basic eA==\r\nX-Evil: 1' })],
  ['a credential outside of ASCII', () => addressOf({ auth: 'Basic ключ' })],
  ['no learner', () => addressOf({ actor: undefined })],
  ['a learner that is no JSON', () => addressOf({ actor: '{' })],
  ['a group', () => addressOf({ actor: '{"objectType":"Group","account":{"homePage":"https://hr.example","name":"all"}}' })],
  ['a learner of a megabyte', () => addressOf({ actor: JSON.stringify({ account: { homePage: 'https://hr.example', name: 'a'.repeat(1_000_000) } }) })],
])('a link with %s is refused, in words that repeat nothing of it', (_, make) => {
  const found = readLaunch(make(), ALLOWED);
  expect(found.kind).toBe('refused');
  if (found.kind === 'refused') expect(found.reason).not.toMatch(/evil|eA==|Basic|ключ/);
});

test('where no origin is listed, no launch is followed; a package may follow any that is safe', () => {
  expect(readLaunch(addressOf(), []).kind).toBe('refused');
  expect(readLaunch(addressOf({ endpoint: 'https://any.example/xapi' }), 'any').kind).toBe('launch');
  expect(readLaunch(addressOf({ endpoint: 'http://any.example/xapi' }), 'any').kind).toBe('refused');
  expect(readLaunch(addressOf({ endpoint: 'javascript:alert(1)' }), 'any').kind).toBe('refused');
});

describe('a launch kept in the tab', () => {
  const found = readLaunch(addressOf({ registration: REGISTRATION, activity_id: 'https://academy.example/x' }), ALLOWED);
  const launch = found.kind === 'launch' ? found.launch : undefined;

  test('is the same after a reload', () => {
    expect(launch).toBeDefined();
    expect(readKeptLaunch(JSON.parse(JSON.stringify(launch)), ALLOWED)).toEqual(launch);
  });

  test('is dropped once its LRS is no longer listed', () => {
    expect(readKeptLaunch(launch, ['https://other.example'])).toBeUndefined();
  });

  test.each([undefined, null, 'x', 1, [], {}, { endpoint: 'https://lrs.example/' }, { endpoint: 'https://lrs.example/', authorization: 5, actor: 'x' }])('that reads %j is none', (note) => {
    expect(readKeptLaunch(note, ALLOWED)).toBeUndefined();
  });
});
