import { describe, expect, test } from 'vitest';
import { findCredentials } from '../../../src/framework/find-credentials.ts';

describe('a value that looks like a credential is found wherever it stands', () => {
  test.each([
    ['a Basic header', 'Basic bHJzLWtleTpscnMtc2VjcmV0'],
    ['a Basic header in lower case within a sentence', 'Please send basic YWJjOmRlZg== with it'],
    ['a Bearer token', 'Bearer 9f2c-aa10-77'],
    ['a login in an address', 'https://joe:hunter2@lrs.example/xapi'],
    ['a key alone before the host', 'https://a1b2c3@lrs.example'],
    ['a launch link', 'https://lrs.example/?endpoint=x&auth=abc'],
    ['a key as a parameter', 'https://lrs.example/xapi?api_key=abc'],
    ['a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
    ['the key of an LRS, forty hexadecimal digits', '8a3f5c9e1b7d2046f8e1c3a5b7d9f0e2c4a6b8d0'],
    ['base64 of a key and a secret', 'bHJzLWtleS0xMjM0Om15LXNlY3JldC01Njc4'],
  ])('%s', (_, value) => expect(findCredentials({ tracking: { list: [{ note: value }] } })).toEqual([{ path: ['tracking', 'list', 0, 'note'], by: 'value' }]));
});

test.each(['Basic understanding of the standards', 'The bearer of bad news', 'Ring 0808 800 5000, or write to help@council.example', 'https://academy.example/practice-frameworks-of-the-council-2026', '/.auth/me', 'basic first-aid training', 'https://academy.example:8443/a?page=2'])('"%s" is none', (text) => expect(findCredentials({ text })).toEqual([]));

test('a name decides before a value does, and once', () => {
  expect(findCredentials({ lrs: { authToken: 'Bearer 12345678', username: 'joe', author: 'Sam' } })).toEqual([{ path: ['lrs', 'authToken'], by: 'name' }, { path: ['lrs', 'username'], by: 'name' }]);
});
