import { describe, expect, test } from 'vitest';
import type { XapiVersion } from '../../../../src/tracking/lrs/statement.ts';
import { diagnose } from '../../../../src/tracking/xapi/diagnose.ts';
import { FINDINGS, say, type FindingId } from '../../../../src/tracking/xapi/findings.ts';
import { clock, NINE, pass, stopTime } from '../lrs/timing.ts';

stopTime();

const PAGE = new URL('https://academy.example/connection/');

/** A server as a browser lets a page of another origin see it. */
interface Seen {
  /** Nobody is there: the name is unknown, the line is cut. */
  isDown?: boolean;
  isSilent?: boolean;
  /** Which requests CORS lets through: none, those that need no preflight, or all. */
  cors?: 'none' | 'simple' | 'all';
  exposed?: readonly string[];
  about?: Response | (() => Response);
  /** Statuses of a request to write and to read statements. */
  write?: number;
  read?: number;
  readUnder?: Partial<Record<XapiVersion, number>>;
  state?: number;
  stored?: string;
  /** The server's clock. */
  date?: number;
}

function testOf({ isDown = false, isSilent = false, cors = 'all', exposed = ['ETag'], about, write = 400, read = 200, readUnder, state = 204, stored = '2026-03-01T09:00:00.000Z', date = NINE }: Seen, { endpoint = 'https://lrs.example/xapi', version = '1.0.3' as XapiVersion, authorization = 'Basic eA==', isProxied = false, page = PAGE } = {}) {
  const wrote: string[] = [];
  const documents = new Map<string, string>();
  const respond = (request: Request): Response => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/about')) return typeof about === 'function' ? about() : (about ?? Response.json({ version: ['1.0.3', '1.0.2'] }));
    if (pathname.endsWith('/statements') && request.method === 'POST') return new Response('[]', { status: write });
    if (pathname.endsWith('/statements')) return Response.json({ statements: [{ stored }] }, { status: readUnder?.[request.headers.get('X-Experience-API-Version') as XapiVersion] ?? read });
    if (state >= 400) return new Response('no', { status: state });
    const document = documents.get(request.url);
    if (request.method === 'GET') return document === undefined ? new Response('', { status: 404 }) : new Response(document, { headers: { ETag: '"1"' } });
    if (request.method === 'DELETE') documents.delete(request.url);
    else documents.set(request.url, 'there');
    return new Response(null, { status: 204 });
  };
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = new URL(String(input));
    const method = init.method ?? 'GET';
    if (isDown) throw new TypeError('Failed to fetch');
    if (isSilent) return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));
    if (init.mode === 'no-cors') return Response.error();
    const isForeign = url.origin !== page.origin;
    const isSimple = method === 'GET' && [...new Headers(init.headers).keys()].length === 0;
    if (isForeign && (cors === 'none' || (cors === 'simple' && !isSimple))) throw new TypeError('Failed to fetch');
    if (method !== 'GET') wrote.push(`${method} ${url.pathname} ${typeof init.body === 'string' ? init.body : ''}`.trim());
    const response = respond(new Request(url, { method, headers: init.headers ?? {} }));
    response.headers.set('Date', new Date(date).toUTCString());
    if (isForeign) for (const name of ['ETag', 'Date', 'Retry-After']) if (!exposed.includes(name)) response.headers.delete(name);
    return response;
  };
  const found = diagnose({ endpoint, version, ...(!isProxied && { authorization }), agent: { objectType: 'Agent', account: { homePage: 'https://hr.example', name: 'a1' } }, iriBase: 'https://academy.example/frameworks', page, fetch, clock });
  return { found, wrote, documents };
}

const idsOf = async (seen: Seen, options: Parameters<typeof testOf>[1] = {}): Promise<FindingId[]> => (await testOf(seen, options).found).map(({ id }) => id);

describe('the self-test tells apart', () => {
  test.each<[string, Seen, FindingId[]]>([
    ['a connection that works', { exposed: ['ETag', 'Date'] }, ['works', 'clock-fits']],
    ['one whose time can’t be seen', {}, ['works', 'clock-unknown']],
    ['nobody there', { isDown: true }, ['unreachable']],
    ['a server that lets no other site read', { cors: 'none' }, ['cors']],
    ['a server that refuses the preflight', { cors: 'simple' }, ['preflight']],
    ['unknown credentials', { write: 401, read: 401 }, ['unauthorised']],
    ['credentials that may not write', { write: 403 }, ['forbidden']],
    ['credentials that may not read', { read: 403 }, ['works', 'may-not-read', 'clock-unknown']],
    ['an LRS of another version', { about: () => Response.json({ version: ['2.0.0'] }) }, ['wrong-version']],
    ['an LRS of another version that does not say so', { about: () => new Response('', { status: 404 }), readUnder: { '1.0.3': 400, '2.0.0': 200 } }, ['wrong-version']],
    ['a wrong path', { about: () => new Response('', { status: 404 }), write: 404 }, ['not-an-lrs']],
    ['a web server that says yes to everything', { write: 200 }, ['accepts-anything']],
    ['an LRS that is overloaded', { write: 503 }, ['busy']],
    ['an LRS without State documents', { state: 404 }, ['works', 'no-state', 'clock-unknown']],
    ['a hidden ETag', { exposed: [] }, ['works', 'etag-hidden', 'clock-unknown']],
    ['a clock that is ahead', { exposed: ['ETag', 'Date'], date: NINE - 3_600_000 }, ['works', 'clock-off']],
    ['a clock that is behind', { exposed: ['ETag', 'Date'], date: NINE + 3_600_000 }, ['works', 'clock-off']],
    ['a clock behind what was stored already', { stored: '2026-03-02T12:00:00.000Z' }, ['works', 'clock-off']],
  ])('%s', async (_, seen, expected) => {
    expect(await idsOf(seen)).toEqual(expected);
  });

  test('a server that takes the request and does not answer', async () => {
    const { found } = testOf({ isSilent: true });
    await pass(60_000);
    expect((await found).map(({ id }) => id)).toEqual(['no-answer']);
  });

  test.each<[string, string, FindingId]>([
    ['an address without encryption on a page with it', 'http://lrs.example/', 'mixed-content'],
    ['an address with a password in it', 'https://a:b@lrs.example/', 'bad-address'],
    ['an address that is none', 'lrs', 'bad-address'],
  ])('%s, without asking anybody', async (_, endpoint, expected) => {
    expect(await idsOf({}, { endpoint })).toEqual([expected]);
  });

  test('an address without encryption on a page that has none either', async () => {
    expect(await idsOf({}, { endpoint: 'http://lrs.example/', page: new URL('http://academy.example/') })).toEqual(['not-https']);
  });

  test('a proxy of the site that does not know who asks', async () => {
    expect(await idsOf({ write: 401 }, { endpoint: 'https://academy.example/xapi/', isProxied: true })).toEqual(['signed-out']);
  });

  test('an LRS elsewhere that was asked without a key', async () => {
    expect(await idsOf({ write: 401 }, { isProxied: true })).toEqual(['needs-key']);
  });

  test('a proxy of the site that is not there', async () => {
    expect(await idsOf({ isDown: true }, { endpoint: 'https://academy.example/xapi/', isProxied: true })).toEqual(['unreachable']);
  });
});

test.each([
  ['ahead of', NINE - 3_600_000],
  ['behind', NINE + 3_600_000],
])('the device’s clock is said to be %s that of the LRS', async (where, date) => {
  const found = await testOf({ exposed: ['ETag', 'Date'], date }).found;
  expect(found.find(({ id }) => id === 'clock-off')?.what).toBe(`The clock of this device is 60 minutes ${where} that of the LRS.`);
});

test('nothing is left behind: no statement, and no document', async () => {
  const { found, wrote, documents } = testOf({});
  await found;
  expect(wrote.map((line) => line.replace(/activities\/state.*/, 'activities/state'))).toEqual(['POST /xapi/statements {}', 'PUT /xapi/activities/state', 'DELETE /xapi/activities/state']);
  expect(documents.size).toBe(0);
});

test('every finding says what it means and, unless all is well, what to do', () => {
  const named = { lrs: 'https://lrs.example', site: 'https://academy.example', version: '1.0.3', versions: ['2.0.0'], ahead: -7_500, status: 503 };
  for (const id of Object.keys(FINDINGS) as FindingId[]) {
    const { level, what, todo } = say(id, named);
    expect(what, id).toMatch(/\.$/);
    if (level === 'fine') expect(todo).toBeUndefined();
    else expect(todo, id).toMatch(/[.?]$/);
  }
  expect(say('clock-off', named).what).toContain('2 hours behind');
});

test('no finding repeats the credential', async () => {
  const found = await testOf({ write: 403 }, { authorization: 'Basic c2VjcmV0OnNlY3JldA==' }).found;
  expect(JSON.stringify(found)).not.toContain('c2Vj');
});
