import { expect, test } from 'vitest';
import { obtainToken } from '../../../../src/tracking/cmi5/token.ts';
import { NotConnectedError } from '../../../../src/tracking/connection.ts';

const FETCH = 'https://lms.example/fetch/1';
const answering = (answer: () => Response | Promise<Response>): typeof fetch => async () => answer();

test('the token is asked for once, by POST, and without credentials', async () => {
  const asked: (RequestInit | undefined)[] = [];
  const fetch: typeof globalThis.fetch = async (_, init) => {
    asked.push(init);
    return Response.json({ 'auth-token': 'abc:123' });
  };
  expect(await obtainToken(FETCH, fetch)).toBe('abc:123');
  expect(asked).toMatchObject([{ method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer' }]);
});

test.each([
  ['1', 'This link from your learning system was used before, and each works once. Close this page and open the module from there again.'],
  ['2', 'Your learning system has ended this session. Close this page and open the module from there again.'],
  ['3', 'Your learning system could not start a session. Try again in a few minutes. If it happens again, tell whoever runs it.'],
  ['9', 'Your learning system gave no access to its records. Reload this page to try again. If that does not help, open the module from there again.'],
])('error %s, which comes with status 200, is explained', async (code, message) => {
  await expect(obtainToken(FETCH, answering(() => Response.json({ 'error-code': code, 'error-text': 'x' })))).rejects.toThrow(new NotConnectedError(message));
  await expect(obtainToken(FETCH, answering(() => Response.json({ 'error-code': Number(code) })))).rejects.toThrow(message);
});

test.each([
  ['no JSON', () => new Response('<html>')], ['JSON null', () => Response.json(null)], ['no token', () => Response.json({})], ['an empty token', () => Response.json({ 'auth-token': '' })],
  ['a token that no header can hold', () => Response.json({ 'auth-token': 'a\r\nX-Evil: 1' })], ['an error of the server', () => new Response('', { status: 500 })],
])('%s is told in words', async (_, answer) => {
  await expect(obtainToken(FETCH, answering(answer))).rejects.toBeInstanceOf(NotConnectedError);
});

test('a request without an answer is not repeated, because the link works once', async () => {
  let asked = 0;
  const fetch: typeof globalThis.fetch = () => {
    asked += 1;
    return Promise.reject(new TypeError('Failed to fetch'));
  };
  await expect(obtainToken(FETCH, fetch)).rejects.toThrow('Your learning system could not be reached.');
  expect(asked).toBe(1);
});
