import { describe, expect, test } from 'vitest';
import type { TrackedCourse } from '../../../../src/course/tracked-course.ts';
import { openRecord, type LearnerRecord } from '../../../../src/record/learner-record.ts';
import { openSessionNotes } from '../../../../src/record/session-notes.ts';
import { NotConnectedError, type Connection, type ConnectionStatus } from '../../../../src/tracking/connection.ts';
import { connectXapi, type XapiOptions } from '../../../../src/tracking/xapi/connect.ts';
import { keepManualConnection } from '../../../../src/tracking/xapi/manual.ts';
import { LrsDouble } from '../lrs/lrs-double.ts';
import { clock, pass, seededRandom, stopTime } from '../lrs/timing.ts';
import { COURSE, VALUES } from '../sample-course.ts';

stopTime();

const REGISTRATION = '7a6ce1f4-0f3a-4d2a-8c55-3d1f4f0c9a11';
const ACCOUNT = { homePage: 'https://hr.example', name: 'a1' };
const SITE = 'https://academy.example/modules/values/';
const ONE_MODULE: TrackedCourse = { ...COURSE, modules: [VALUES], scenarios: [] };
const READ = { type: 'module-declared-read', module: VALUES.module, edition: VALUES.requirements.statementsEdition } as const;

function launchAddress(server: LrsDouble, more: Record<string, string> = {}): URL {
  const address = new URL(SITE);
  for (const [name, value] of Object.entries({ endpoint: 'https://lrs.example/xapi', auth: server.authorization, actor: JSON.stringify({ account: ACCOUNT, name: 'A B' }), registration: REGISTRATION, ...more })) address.searchParams.set(name, value);
  return address;
}

function connect(server: LrsDouble, options: Partial<XapiOptions> = {}): Promise<Connection> {
  return connectXapi({ address: new URL(SITE), course: ONE_MODULE, launchOrigins: ['https://lrs.example'], fetch: server.fetch, clock, random: seededRandom(1), notes: openSessionNotes(), ...options });
}

async function openFor(connection: Connection): Promise<LearnerRecord> {
  const record = await openRecord(connection.environment);
  connection.report(record);
  return record;
}

type Sent = { id: string; actor: unknown; verb: { id: string }; object: { id: string }; timestamp: string; context: { registration?: string; contextActivities: { grouping?: { id: string }[] } } };
const sentTo = (server: LrsDouble): Sent[] => [...server.stored.values()].map((text) => JSON.parse(text) as Sent);
const verbsOf = (server: LrsDouble): string[] => sentTo(server).map(({ verb }) => verb.id.split('/').at(-1) ?? '');

describe('a launch', () => {
  test('leaves the address at once, and what the learner does arrives for them in its registration', async () => {
    const server = new LrsDouble();
    const shown: string[] = [];
    const record = await openFor(await connect(server, { address: launchAddress(server, { grouping: 'https://lms.example/c/1', activity_id: 'https://lms.example/a/1' }), replaceAddress: (address) => shown.push(address) }));
    await record.append(READ);
    await pass(10_000);
    expect(shown).toEqual([SITE]);
    expect(verbsOf(server)).toEqual(['initialized', 'read']);
    for (const { actor, context } of sentTo(server)) {
      expect(actor).toEqual({ objectType: 'Agent', account: ACCOUNT });
      expect(context.registration).toBe(REGISTRATION);
      expect(context.contextActivities.grouping?.map(({ id }) => id)).toEqual(expect.arrayContaining(['https://lms.example/c/1', 'https://lms.example/a/1']));
    }
    expect((await record.outbox.count()).waiting).toBe(0);
  });

  test('holds on the next page of the tab, whose address says nothing of it', async () => {
    const server = new LrsDouble();
    const notes = openSessionNotes();
    const first = await connect(server, { address: launchAddress(server), notes });
    const next = await connect(server, { notes });
    expect(next.environment.database).toBe(first.environment.database);
  });

  test('is replaced by a later one', async () => {
    const server = new LrsDouble();
    const notes = openSessionNotes();
    const first = await connect(server, { address: launchAddress(server), notes });
    const second = await connect(server, { address: launchAddress(server, { actor: JSON.stringify({ account: { ...ACCOUNT, name: 'b2' } }) }), notes });
    expect(second.environment.database).not.toBe(first.environment.database);
    expect((await connect(server, { notes })).environment.database).toBe(second.environment.database);
  });

  test('of another learner, registration or LRS has a record of its own; the same one finds its own again', async () => {
    const server = new LrsDouble();
    const names = await Promise.all(
      [{}, {}, { actor: JSON.stringify({ account: { ...ACCOUNT, name: 'b2' } }) }, { registration: REGISTRATION.replace('7', '8') }, { endpoint: 'https://lrs.example/other' }].map(async (more) => (await connect(server, { address: launchAddress(server, more) })).environment.database),
    );
    expect(names[1]).toBe(names[0]);
    expect(new Set(names).size).toBe(4);
    expect(names.join(' ')).not.toMatch(/example/);
  });

  test('that is not allowed sends nothing anywhere, leaves the address all the same, and says why', async () => {
    const server = new LrsDouble();
    const shown: string[] = [];
    const refused = connect(server, { address: launchAddress(server, { endpoint: 'https://evil.example/' }), replaceAddress: (address) => shown.push(address) });
    await expect(refused).rejects.toThrow(NotConnectedError);
    await expect(refused).rejects.toThrow(/a place that this site does not know/);
    expect(server.heard).toEqual([]);
    expect(shown).toEqual([SITE]);
  });

  test('that is not allowed does not end the one that the tab began with', async () => {
    const server = new LrsDouble();
    const notes = openSessionNotes();
    const first = await connect(server, { address: launchAddress(server), notes });
    const next = await connect(server, { address: launchAddress(server, { endpoint: 'https://evil.example/' }), notes });
    expect(next.environment.database).toBe(first.environment.database);
    expect(server.heard.every(({ url }) => url.origin === 'https://lrs.example')).toBe(true);
  });
});

describe('other ways in', () => {
  test('without any of them there is no connection, in words for the learner', async () => {
    await expect(connect(new LrsDouble())).rejects.toThrow(/stays on this device/);
  });

  test('what a pilot typed in is used where the site allows it, and only there', async () => {
    const server = new LrsDouble();
    const notes = openSessionNotes();
    keepManualConnection(notes, { endpoint: 'https://lrs.example/xapi', key: 'key', secret: 'secret', accountName: 'pilot' }, 'https://academy.example/');
    const record = await openFor(await connect(server, { notes, manual: true }));
    await record.append(READ);
    await pass(10_000);
    expect(sentTo(server)[0]?.actor).toEqual({ objectType: 'Agent', account: { homePage: 'https://academy.example/', name: 'pilot' } });
    await expect(connect(server, { notes })).rejects.toThrow(NotConnectedError);
  });

  test('the site’s own proxy sends for whoever is signed in, without a credential in the page', async () => {
    const server = new LrsDouble();
    server.authorization = 'added by the proxy';
    const carried: (string | null)[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      if (String(input).endsWith('identity.json')) return Promise.resolve(Response.json({ account: ACCOUNT }));
      const headers = new Headers(init?.headers);
      carried.push(headers.get('Authorization'));
      headers.set('Authorization', server.authorization);
      return server.fetch(input, { ...init, headers });
    };
    const record = await openFor(await connect(server, { fetch, proxy: { path: '/xapi/', identity: '/xapi/identity.json' } }));
    await record.append(READ);
    await pass(10_000);
    expect(new Set(carried)).toEqual(new Set([null]));
    expect(server.posts.map(({ url }) => url.href)).toEqual(['https://academy.example/xapi/statements']);
    expect(sentTo(server)[0]?.actor).toEqual({ objectType: 'Agent', account: ACCOUNT });
  });
});

describe('the site’s own proxy, on the way between two places', () => {
  const proxy = { path: '/xapi/', identity: '/xapi/identity.json' };
  const answering = (answer: () => Response | Promise<Response>): typeof globalThis.fetch => (input, init) => (String(input).endsWith('identity.json') ? Promise.resolve(answer()) : new LrsDouble().fetch(input, init));
  const known = answering(() => Response.json({ account: ACCOUNT }));
  const offline = answering(() => Promise.reject(new TypeError('Failed to fetch')));

  test('a tab goes on with the record of whoever was signed in before', async () => {
    const notes = openSessionNotes();
    const before = await connect(new LrsDouble(), { fetch: known, proxy, notes });
    const now = await connect(new LrsDouble(), { fetch: offline, proxy, notes });
    expect(now.environment.database).toBe(before.environment.database);
  });

  test('a sign-in that ran out is said as what it is', async () => {
    const refusing: typeof globalThis.fetch = (input, init) => (String(input).endsWith('identity.json') ? known(input, init) : Promise.resolve(new Response('', { status: 401 })));
    const record = await openFor(await connect(new LrsDouble(), { fetch: refusing, proxy }));
    await record.append(READ);
    await pass(10_000);
    expect(record.outbox.sending).toMatchObject({ state: 'stopped', reason: expect.stringMatching(/Sign in and open this page again/) as string });
    expect((await record.outbox.count()).waiting).toBeGreaterThan(0);
  });

  test('a tab that knows nobody reports for nobody', async () => {
    await expect(connect(new LrsDouble(), { fetch: offline, proxy, notes: openSessionNotes() })).rejects.toThrow(/can’t be reached/);
  });

  test('who signed out is not reported for any more, also without a network after that', async () => {
    const notes = openSessionNotes();
    await connect(new LrsDouble(), { fetch: known, proxy, notes });
    await expect(connect(new LrsDouble(), { fetch: answering(() => new Response('', { status: 401 })), proxy, notes })).rejects.toThrow(/not signed in/);
    await expect(connect(new LrsDouble(), { fetch: offline, proxy, notes })).rejects.toThrow(NotConnectedError);
  });
});

describe('going on from another device', () => {
  test('what was done is kept in the LRS, under the module, and comes back', async () => {
    const server = new LrsDouble();
    const record = await openFor(await connect(server, { address: launchAddress(server) }));
    await record.append(READ);
    await pass(10_000);
    const [key = ''] = server.documents.keys();
    expect(new URLSearchParams(key).get('activityId')).toBe('https://academy.example/activities/standards/values');

    const elsewhere = await connect(server, { address: launchAddress(server) });
    const there = await openFor(elsewhere);
    expect((await there.readAll()).map(({ type }) => type)).toContain('module-declared-read');
    await pass(10_000);
    // What was told from one device is not told again from the other.
    expect(sentTo(server)).toHaveLength(2);
  });

  test('what the last visit did not get saved is saved at the next on the same device', async () => {
    const server = new LrsDouble();
    const record = await openFor(await connect(server, { address: launchAddress(server) }));
    server.fault = ({ url }) => (url.pathname.endsWith('/state') ? 'before-storing' : undefined);
    await record.append(READ);
    await pass(10_000);
    expect(server.documents.size).toBe(0);
    server.fault = () => undefined;
    (await connect(server, { address: launchAddress(server) })).report(record);
    await pass(10_000);
    expect(server.documents.size).toBe(1);
    const heard = server.heard.length;
    (await connect(server, { address: launchAddress(server) })).report(record);
    await pass(10_000);
    expect(server.heard.slice(heard).map(({ method, url }) => `${method} ${url.pathname}`)).toEqual(['GET /xapi/activities/state']);
  });

  test('an LRS that keeps no documents, or is slow, does not keep the page from starting', async () => {
    const server = new LrsDouble();
    server.fault = ({ url }) => (url.pathname.endsWith('/state') ? 'stall' : undefined);
    const connecting = connect(server, { address: launchAddress(server) });
    await pass(4_000);
    expect((await connecting).environment.restored).toEqual([]);
  });
});

/** As where a browser stores what is done; here, as under Node, none does. */
const asIfStored = (record: LearnerRecord): LearnerRecord => Object.defineProperty(record, 'health', { value: { state: 'kept' } });

test('results go at once, the rest gathers for a while', async () => {
  const server = new LrsDouble();
  const record = asIfStored(await openFor(await connect(server, { address: launchAddress(server) })));
  await pass(100);
  await record.append(READ);
  await pass(100);
  expect(server.posts).toHaveLength(0);
  await record.append({ type: 'module-completed', module: VALUES.module, success: 'unknown', parts: {} });
  await pass(100);
  expect(verbsOf(server)).toEqual(['initialized', 'read', 'completed']);
});

test('where the browser stores nothing, nothing waits for company', async () => {
  const server = new LrsDouble();
  const record = await openFor(await connect(server, { address: launchAddress(server) }));
  await pass(100);
  await record.append(READ);
  await pass(100);
  expect(verbsOf(server)).toEqual(['initialized', 'read']);
});

test('how it stands is told at once and at every change', async () => {
  const server = new LrsDouble();
  const connection = await connect(server, { address: launchAddress(server) });
  const told: ConnectionStatus[] = [];
  connection.subscribe((status) => told.push(status));
  const record = await openFor(connection);
  server.fault = ({ method }) => (method === 'POST' ? { status: 500 } : undefined);
  await record.append(READ);
  await pass(6_000);
  server.fault = ({ method }) => (method === 'POST' ? { status: 401 } : undefined);
  await pass(60_000);
  expect(told.map(({ state }) => state)).toEqual(['connected', 'retrying', 'stopped']);
  expect(JSON.stringify(told)).not.toContain('a2V5');
});

test('texts of reflections are sent only where the site says so', async () => {
  const bodies = await Promise.all(
    [false, true].map(async (reflections) => {
      const server = new LrsDouble();
      const record = await openFor(await connect(server, { address: launchAddress(server), reflections }));
      await record.append({ type: 'reflection-saved', module: VALUES.module, text: 'I will ring first.' });
      return server;
    }),
  );
  await pass(10_000);
  expect(bodies.map((server) => [...server.stored.values()].join().includes('I will ring first.'))).toEqual([false, true]);
});
