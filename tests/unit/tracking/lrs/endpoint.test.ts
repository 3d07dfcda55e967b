import { expect, test } from 'vitest';
import { endpointOf, readAllowedUrl, readServiceUrl } from '../../../../src/tracking/lrs/endpoint.ts';

test.each(['https://lrs.example/xapi', 'https://lrs.example:8443/', 'http://localhost:8080/xapi/', 'http://127.0.0.1/xapi', 'http://[::1]:9/x', 'https://user-free.example'])('%s may receive what a learner did', (text) => {
  expect(readServiceUrl(text)?.href).toBe(new URL(text).href);
});

test.each(['http://lrs.example/xapi', 'https://a@lrs.example', 'https://a:b@lrs.example', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'blob:https://lrs.example/1', 'file:///etc/passwd', 'ftp://lrs.example', 'ws://lrs.example', '//lrs.example', '/xapi', 'lrs.example', '', ' ', 'https://', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example', 'http://10.0.0.1'])('%j may not', (text) => {
  expect(readServiceUrl(text)).toBeUndefined();
});

test.each([
  ['https://lrs.example/xapi', 'https://lrs.example/xapi/'],
  ['https://lrs.example/xapi/', 'https://lrs.example/xapi/'],
  ['https://lrs.example', 'https://lrs.example/'],
  ['https://lrs.example/xapi?token=1#x', 'https://lrs.example/xapi/'],
])('%s has its resources below %s', (text, expected) => {
  expect(endpointOf(new URL(text))).toBe(expected);
});

test.each([
  ['https://lrs.example/xapi', true],
  ['https://LRS.example:443/xapi', true],
  ['https://lrs.example:8443/xapi', false],
  ['https://lrs.example.evil.example/', false],
  ['https://evil-lrs.example/', false],
  ['https://sub.lrs.example/', false],
  ['http://lrs.example/', false],
])('where only https://lrs.example is allowed, %s is %s', (text, isAllowed) => {
  expect(readAllowedUrl(text, ['https://lrs.example'])?.href !== undefined).toBe(isAllowed);
});

test('nothing is allowed where nothing is listed', () => {
  expect(readAllowedUrl('https://lrs.example/', [])).toBeUndefined();
});
