import { expect, test } from 'vitest';
import { askProxy, type PROXY_REASONS } from '../../../../src/tracking/xapi/proxy.ts';
import { clock, pass, stopTime } from '../lrs/timing.ts';

stopTime();

const ACCOUNT = { homePage: 'https://hr.example', name: 'a1' };
const PAGE = new URL('https://academy.example/site/modules/a/');
const SETTINGS = { path: '/xapi/', identity: '/xapi/identity.json' };

function ask(answer: () => Response | Promise<Response>, settings = SETTINGS) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push({ url: String(input), init });
    return answer();
  };
  return { asked, found: askProxy(settings, { address: PAGE, fetch, clock }) };
}

test.each([
  ['an account by name', { account: ACCOUNT }],
  ['an account alone', ACCOUNT],
  ['an actor', { actor: { objectType: 'Agent', name: 'A B', account: ACCOUNT } }],
])('the proxy says who is signed in, as %s', async (_, body) => {
  const { asked, found } = ask(() => Response.json(body));
  expect(await found).toEqual({ kind: 'known', endpoint: 'https://academy.example/xapi/', actor: { objectType: 'Agent', account: ACCOUNT } });
  expect(asked.map(({ url }) => url)).toEqual(['https://academy.example/xapi/identity.json']);
  expect(asked[0]?.init).toMatchObject({ credentials: 'same-origin', redirect: 'manual' });
});

test.each([
  ['a mail address in place of an account', () => Response.json({ actor: { mbox: 'mailto:a@b.example' } }), 'unreadable'],
  ['an account without a name', () => Response.json({ account: { homePage: 'https://hr.example' } }), 'unreadable'],
  ['a home that is no address', () => Response.json({ homePage: 'hr', name: 'a1' }), 'unreadable'],
  ['a page', () => new Response('<html>Sign in</html>'), 'unreadable'],
  ['null', () => Response.json(null), 'unreadable'],
  ['401', () => new Response('', { status: 401 }), 'signedOut'],
  ['403', () => new Response('', { status: 403 }), 'signedOut'],
  ['a redirect to sign in', () => new Response(null, { status: 302, headers: { Location: 'https://login.example' } }), 'signedOut'],
  ['500', () => new Response('', { status: 500 }), 'unreachable'],
  ['nothing', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
] as [string, () => Response | Promise<Response>, keyof typeof PROXY_REASONS][])('%s names nobody', async (_, answer, kind) => {
  expect(await ask(answer).found).toEqual({ kind });
});

test('an answer that does not come is not waited for', async () => {
  const fetch: typeof globalThis.fetch = (_, init) => new Promise((__, reject) => init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));
  const found = askProxy(SETTINGS, { address: PAGE, fetch, clock });
  await pass(5_000);
  expect((await found).kind).toBe('unreachable');
});

test.each(['https://evil.example/', '//evil.example/', '/\\evil.example/', 'xapi/', 'javascript:alert(1)'])('the path %j is not asked', async (path) => {
  for (const settings of [{ ...SETTINGS, path }, { ...SETTINGS, identity: path }]) {
    const { asked, found } = ask(() => Response.json(ACCOUNT), settings);
    expect((await found).kind).toBe('unreadable');
    expect(asked).toEqual([]);
  }
});
