import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startLrs, type Lrs } from '../lrs/start-lrs.ts';

let lrs: Lrs;
beforeAll(async () => {
  lrs = await startLrs();
});
afterAll(() => lrs.stop());
beforeEach(() => lrs.clear());

const HEADERS = { authorization: 'Basic dGVzdA==', 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' };
const makeStatement = (id: string, response = 'a') => ({
  id,
  timestamp: '2026-03-02T09:00:00.000Z',
  actor: { account: { homePage: 'https://council.example', name: 'l-1' } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
  object: { id: 'https://council.example/a' },
  result: { response },
});
const post = (body: unknown) => fetch(`${lrs.url}/statements`, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) });
const STATE = `activities/state?activityId=${encodeURIComponent('https://council.example/a')}&agent=${encodeURIComponent('{"account":{"homePage":"https://council.example","name":"l-1"}}')}&stateId=progress`;
const state = (method: string, headers: Record<string, string> = {}, body?: string) => fetch(`${lrs.url}/${STATE}`, { method, headers: { ...HEADERS, ...headers }, ...(body !== undefined && { body }) });

describe('statements', () => {
  test('the same statement twice is stored once, and a different one under its id is refused with 409', async () => {
    const id = randomUUID();
    expect((await post([makeStatement(id)])).status).toBe(200);
    expect((await post([makeStatement(id)])).status).toBe(200);
    expect((await post([makeStatement(id, 'b')])).status).toBe(409);
    expect((await lrs.listStatements()).map((stored) => [stored.id, stored['result']])).toEqual([[id, { response: 'a' }]]);
  });

  test('a batch with one bad statement is refused whole', async () => {
    const bad = { ...makeStatement(randomUUID()), verb: { id: 'no IRI' } };
    expect((await post([makeStatement(randomUUID()), bad])).status).toBe(400);
    expect(await lrs.listStatements()).toEqual([]);
  });

  test('requests at the same time never store a statement twice', async () => {
    const batch = Array.from({ length: 20 }, () => makeStatement(randomUUID()));
    await Promise.all(Array.from({ length: 5 }, () => post(batch)));
    expect(await lrs.listStatements()).toHaveLength(20);
  });

  test('a request without a version is refused', async () => {
    const { 'x-experience-api-version': _, ...headers } = HEADERS;
    expect((await fetch(`${lrs.url}/statements`, { method: 'POST', headers, body: JSON.stringify(makeStatement(randomUUID())) })).status).toBe(400);
  });

  test('a page of another origin may send and read', async () => {
    const asked = await fetch(`${lrs.url}/statements`, { method: 'OPTIONS', headers: { origin: 'https://academy.example', 'access-control-request-method': 'POST' } });
    expect([asked.status, asked.headers.get('access-control-allow-origin'), asked.headers.get('access-control-allow-headers')]).toEqual([204, 'https://academy.example', 'Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match']);
  });
});

describe('documents', () => {
  test('a document is written where there is none, and read back with an ETag that changes with it', async () => {
    expect((await state('GET')).status).toBe(404);
    expect((await state('PUT', { 'if-none-match': '*' }, '{"a":1}')).status).toBe(204);
    const first = await state('GET');
    expect(await first.json()).toEqual({ a: 1 });
    expect((await state('PUT', { 'if-match': first.headers.get('etag') ?? '' }, '{"a":2}')).status).toBe(204);
    expect((await state('GET')).headers.get('etag')).not.toBe(first.headers.get('etag'));
  });

  test('what was changed meanwhile is not overwritten', async () => {
    await state('PUT', {}, '{"a":1}');
    expect((await state('PUT', { 'if-none-match': '*' }, '{"a":2}')).status).toBe(412);
    expect((await state('PUT', { 'if-match': '"other"' }, '{"a":2}')).status).toBe(412);
    expect(await (await state('GET')).json()).toEqual({ a: 1 });
  });

  test('State may be overwritten without a condition under 1.0.3, and not under 2.0.0', async () => {
    await state('PUT', {}, '{"a":1}');
    expect((await state('PUT', {}, '{"a":2}')).status).toBe(204);
    expect((await state('PUT', { 'x-experience-api-version': '2.0.0' }, '{"a":3}')).status).toBe(409);
  });

  test('POST merges the keys at the top of JSON objects', async () => {
    await state('POST', {}, '{"a":1,"b":1}');
    expect((await state('POST', {}, '{"b":2}')).status).toBe(204);
    expect(await (await state('GET')).json()).toEqual({ a: 1, b: 2 });
  });
});
