import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReturnUrl, readCmi5Launch } from '../../../../src/tracking/cmi5/launch.ts';
import { NotConnectedError } from '../../../../src/tracking/connection.ts';

const GOOD = {
  endpoint: 'https://lms.example/lrs',
  fetch: 'https://lms.example/fetch/1?k=a%2Fb',
  actor: JSON.stringify({ objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'l-1' } }),
  registration: '6b7d3b0e-6c0b-4f0e-9d6a-3f5f0c9a7b11',
  activityId: 'https://lms.example/activities/1',
};

function addressWith(parameters: Partial<Record<string, string>>): URL {
  const address = new URL('https://content.example/a/b/index.html?theme=calm');
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) address.searchParams.append(name, value);
  return address;
}

test('a launch is read whatever the order of its parameters, with a slash at the end of the endpoint', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(Object.entries(GOOD), { minLength: 5 }), (entries) => {
      expect(readCmi5Launch(addressWith(Object.fromEntries(entries)))).toEqual({ ...GOOD, endpoint: 'https://lms.example/lrs/', actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'l-1' } } });
    }),
  );
});

test.each(Object.keys(GOOD))('a launch without %s is refused, and so is one that spells it otherwise or twice', (name) => {
  const value = GOOD[name as keyof typeof GOOD];
  expect(() => readCmi5Launch(addressWith({ ...GOOD, [name]: undefined }))).toThrow(NotConnectedError);
  expect(() => readCmi5Launch(addressWith({ ...GOOD, [name]: undefined, [name.toUpperCase()]: value }))).toThrow(`its “${name}” is missing`);
  const twice = addressWith(GOOD);
  twice.searchParams.append(name, value);
  expect(() => readCmi5Launch(twice)).toThrow(`its “${name}” is there more than once`);
});

const HOSTILE = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,hi', 'blob:https://lms.example/1', 'file:///etc/passwd', 'ftp://lms.example/lrs',
  '//evil.example/lrs', '/lrs', 'lrs', '', '\\\\evil.example', 'https:', 'https://', 'http://lms.example/lrs', 'http://127.0.0.1.evil.example/lrs', 'http://localhost.evil.example/', 'http://[::2]/lrs', 'http://10.0.0.1/lrs',
  'https://user@lms.example/lrs', 'https://user:secret@lms.example/lrs', 'https://lms.example@evil.example/lrs', 'ws://lms.example/lrs', 'vbscript:msgbox(1)', 'about:blank', 'https://lms.example:99999/', 'https://exa mple.com/',
];

test.each(HOSTILE)('nothing is sent to %j', (hostile) => {
  expect(() => readCmi5Launch(addressWith({ ...GOOD, endpoint: hostile }))).toThrow(NotConnectedError);
  expect(() => readCmi5Launch(addressWith({ ...GOOD, fetch: hostile }))).toThrow(NotConnectedError);
});

test.each(['http://localhost:8080/lrs', 'http://127.0.0.1/lrs', 'http://[::1]:3000/lrs'])('an LMS on the same machine may do without TLS: %s', (local) => {
  expect(readCmi5Launch(addressWith({ ...GOOD, endpoint: local, fetch: local })).endpoint).toBe(`${local}/`);
});

test('a return address is followed where it is a web page, and ignored where it is anything else', () => {
  expect(checkReturnUrl('https://lms.example/courses?id=7#top')).toBe('https://lms.example/courses?id=7#top');
  expect(checkReturnUrl('http://intranet/lms')).toBe('http://intranet/lms');
  expect(checkReturnUrl(undefined)).toBeUndefined();
  const never = HOSTILE.filter((text) => !text.startsWith('http://') && checkReturnUrl(text) !== undefined);
  expect(never).toEqual([]);
});

describe('who learns', () => {
  test('is passed on as the LMS wrote it, with all that it says', () => {
    const actor = { objectType: 'Agent' as const, name: 'A "B"', account: { homePage: 'https://lms.example', name: 'l-1' } };
    expect(readCmi5Launch(addressWith({ ...GOOD, actor: JSON.stringify(actor) })).actor).toEqual(actor);
  });

  test.each([
    ['no JSON', '{'], ['a text', '"me"'], ['nobody', 'null'], ['no account', '{"mbox":"mailto:a@b.example"}'], ['an account without a name', '{"account":{"homePage":"https://lms.example"}}'],
    ['an empty name', '{"account":{"homePage":"https://lms.example","name":""}}'], ['a group', '{"objectType":"Group","account":{"homePage":"https://lms.example","name":"g"}}'], ['two identifiers', '{"mbox":"mailto:a@b.example","account":{"homePage":"https://lms.example","name":"l"}}'],
  ])('is refused where it is %s', (_, actor) => {
    expect(() => readCmi5Launch(addressWith({ ...GOOD, actor }))).toThrow('its “actor” names nobody by an account');
  });
});

test('a registration is a UUID and an activity id an IRI', () => {
  expect(() => readCmi5Launch(addressWith({ ...GOOD, registration: '42' }))).toThrow('its “registration” is no UUID');
  expect(() => readCmi5Launch(addressWith({ ...GOOD, activityId: 'module 1' }))).toThrow('its “activityId” is no IRI');
});

test('a page that no LMS opened is told so in plain words', () => {
  expect(() => readCmi5Launch(addressWith({}))).toThrow(new NotConnectedError('This page was not opened by a learning system, so nothing is recorded there. To have your work recorded, open the module from your learning system.'));
});
