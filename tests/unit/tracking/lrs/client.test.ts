import { describe, expect, test } from 'vitest';
import { bodyOf, openLrs, parseRetryAfter } from '../../../../src/tracking/lrs/client.ts';
import { LrsDouble, type Fault } from './lrs-double.ts';
import { idOf } from './outbox-of.ts';
import { clock, NINE, pass, stopTime } from './timing.ts';

stopTime();

const SECRET = 'Basic a2V5OnNlY3JldA==';

function openDouble({ endpoint = 'https://lrs.example/xapi/', ...options }: { endpoint?: string; authorization?: string; version?: '1.0.3' | '2.0.0' } = { authorization: SECRET }) {
  const server = new LrsDouble();
  return { server, lrs: openLrs({ fetch: server.fetch, clock, endpoint, ...options }) };
}

const statement = (index: number) => JSON.stringify({ id: idOf(index) });

describe('requests', () => {
  test.each(['https://lrs.example/xapi', 'https://lrs.example/xapi/'])('reach the resource below the endpoint %s', async (endpoint) => {
    const { server, lrs } = openDouble({ endpoint, authorization: SECRET });
    await lrs.postStatements([statement(1)]);
    expect(server.heard[0]?.url.href).toBe('https://lrs.example/xapi/statements');
  });

  test('carry the version and no header that an LRS might not let through', async () => {
    const { server, lrs } = openDouble();
    await lrs.postStatements([statement(1)]);
    await lrs.request({ method: 'PUT', resource: 'activities/state', query: { stateId: 's', registration: undefined }, body: 'x', ifMatch: '"1"', ifNoneMatch: '*' });
    const names = new Set(server.heard.flatMap(({ headers }) => [...headers.keys()]));
    expect([...names].sort()).toEqual(['authorization', 'content-type', 'if-match', 'if-none-match', 'x-experience-api-version']);
    expect(server.heard.map(({ headers }) => headers.get('X-Experience-API-Version'))).toEqual(['1.0.3', '1.0.3']);
    expect(server.heard[1]?.url.search).toBe('?stateId=s');
  });

  test('of several statements carry their texts byte for byte', async () => {
    const { server, lrs } = openDouble();
    const odd = `{"id": "${idOf(1)}",  "n": 1.50}`;
    await lrs.postStatements([odd, statement(2)]);
    expect(server.heard[0]?.body).toBe(`[${odd},${statement(2)}]`);
    expect(bodyOf([odd])).toBe(odd);
  });

  test('behind the site’s own proxy go with its cookie and without a credential', async () => {
    const calls: RequestInit[] = [];
    const fetch: typeof globalThis.fetch = async (_, init = {}) => {
      calls.push(init);
      return Response.json([]);
    };
    await openLrs({ fetch, clock, endpoint: 'https://academy.example/xapi/' }).postStatements([statement(1)]);
    await openLrs({ fetch, clock, endpoint: 'https://lrs.example/', authorization: SECRET }).postStatements([statement(1)]);
    expect(calls.map(({ credentials }) => credentials)).toEqual(['same-origin', 'omit']);
    expect(new Headers(calls[0]?.headers).has('Authorization')).toBe(false);
    expect(calls.map(({ redirect }) => redirect)).toEqual(['manual', 'manual']);
  });
});

describe('answers', () => {
  const outcomes: [string, Fault, object][] = [
    ['400', { status: 400, body: 'bad verb' }, { kind: 'refused', status: 400, text: 'bad verb' }],
    ['409', { status: 409 }, { kind: 'refused', status: 409, text: 'no' }],
    ['413', { status: 413 }, { kind: 'refused', status: 413, text: 'no' }],
    ['404', { status: 404 }, { kind: 'refused', status: 404, text: 'no' }],
    ['401', { status: 401 }, { kind: 'unauthorised' }],
    ['403', { status: 403, body: '9.3.0.0-2' }, { kind: 'forbidden', text: '9.3.0.0-2' }],
    ['a page to sign in', { status: 302, headers: { Location: 'https://login.example' } }, { kind: 'unauthorised' }],
    ['429 with seconds', { status: 429, headers: { 'Retry-After': '7' } }, { kind: 'busy', status: 429, retryAfter: 7_000 }],
    ['503 with a date', { status: 503, headers: { 'Retry-After': new Date(NINE + 90_000).toUTCString() } }, { kind: 'busy', status: 503, retryAfter: 90_000 }],
    ['500', { status: 500 }, { kind: 'busy', status: 500 }],
    ['408', { status: 408 }, { kind: 'busy', status: 408 }],
    ['a cut line', 'before-storing', { kind: 'unreachable', because: 'network' }],
    ['half an answer', 'half-an-answer', { kind: 'stored' }],
  ];
  test.each(outcomes)('%s', async (_, fault, expected) => {
    const { server, lrs } = openDouble();
    server.fault = () => fault;
    expect(await lrs.postStatements([statement(1)])).toEqual(expected);
  });

  test('stored brings the ids as receipt', async () => {
    const { lrs } = openDouble();
    expect(await lrs.postStatements([statement(1), statement(2)])).toEqual({ kind: 'stored', ids: [idOf(1), idOf(2)] });
  });

  test('that never come end after the time limit', async () => {
    const { server, lrs } = openDouble();
    server.fault = () => 'stall';
    const answer = lrs.postStatements([statement(1)]);
    await pass(30_000);
    expect(await answer).toEqual({ kind: 'unreachable', because: 'time' });
  });

  test('never repeat the credential', async () => {
    const { server, lrs } = openDouble();
    server.fault = () => ({ status: 403, body: `Key a2V5OnNlY3JldA== may not write. You sent ${SECRET}` });
    expect(JSON.stringify(await lrs.postStatements([statement(1)]))).not.toContain('a2V5OnNlY3JldA');
  });

  test('to a look for one statement tell none from found', async () => {
    const { lrs } = openDouble();
    await lrs.postStatements([statement(1)]);
    expect(await lrs.getStatement(idOf(1))).toEqual({ kind: 'found', statement: { id: idOf(1) } });
    expect(await lrs.getStatement(idOf(2))).toEqual({ kind: 'none' });
  });
});

test.each([
  ['120', 120_000],
  ['0', 0],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  [null, undefined],
  ['Mon, 02 Mar 2026 09:01:00 GMT', 60_000],
  ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
])('Retry-After %s is a wait of %s', (value, expected) => {
  expect(parseRetryAfter(value, NINE)).toBe(expected);
});
