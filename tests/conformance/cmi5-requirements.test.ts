import requirements from '@cmi5/requirements' with { type: 'json' };
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { NotConnectedError } from '../../src/tracking/connection.ts';
import { Cmi5Lms, type LaunchOptions, type LmsOptions } from '../peers/cmi5-lms/cmi5-lms.ts';
import { EXTENSION, listCategories, type Session, type Statement } from '../peers/cmi5-lms/vocabulary.ts';
import { NINE, stopTime } from '../unit/tracking/lrs/timing.ts';
import { PAGE, TestBrowser, visit, type Visit } from '../unit/tracking/cmi5/visit.ts';
import { isDefined, verbOf, Wire } from '../unit/tracking/cmi5/wire.ts';

stopTime();

/** What happened between a page and an LMS in one or more launches of one registration. */
interface Story {
  lms: Cmi5Lms;
  wire: Wire;
  sessions: readonly Session[];
}

type Deed = (learner: Visit) => Promise<void>;
const well: Deed = async (learner) => {
  await learner.play('ring-and-say-so', 'say-sorry');
  await learner.answer(true, true, true);
};
const badly: Deed = async (learner) => {
  await learner.play('send-a-text', 'say-nothing');
  await learner.answer(true, false, false);
};

/** Launches as often as there are deeds, and leaves each time by the Exit button. */
async function tell(deeds: readonly Deed[], { launch = {}, lms: options = {} }: { launch?: LaunchOptions; lms?: LmsOptions } = {}): Promise<Story> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NINE });
  try {
    const lms = new Cmi5Lms({ template: { language: 'cy', platform: 'Riverside LMS' }, ...options });
    const wire = new Wire(lms);
    const browser = new TestBrowser();
    for (const deed of deeds) {
      const { url } = lms.launch(PAGE, { returnURL: 'https://lms.example/courses/7', ...launch });
      const learner = await visit({ fetch: wire.fetch, launch: url, browser });
      await deed(learner);
      expect(await learner.exit()).toEqual({ delivered: true, returnUrl: 'https://lms.example/courses/7' });
    }
    return { lms, wire, sessions: lms.sessions };
  } finally {
    vi.useRealTimers();
  }
}

const stories = {} as Record<'passed' | 'failed' | 'failedThenPassed' | 'passedThenFailed' | 'browse' | 'review', Story>;
beforeAll(async () => {
  stories.passed = await tell([well]);
  stories.failed = await tell([badly]);
  stories.failedThenPassed = await tell([badly, well]);
  stories.passedThenFailed = await tell([well, badly], { launch: { launchMode: 'Normal' } });
  stories.browse = await tell([well], { launch: { launchMode: 'Browse' } });
  stories.review = await tell([well, badly]);
});

const everything = () => Object.values(stories).flatMap(({ wire }) => wire.statements);
const defined = (...verbs: string[]) => everything().filter((statement) => isDefined(statement) && (verbs.length === 0 || verbs.includes(verbOf(statement))));
const allowed = () => everything().filter((statement) => !isDefined(statement));
const sessionOf = (statement: Statement): unknown => statement.context?.extensions?.[EXTENSION.session];
const launchOf = (statement: Statement): Session | undefined => Object.values(stories).flatMap(({ sessions }) => sessions).find(({ id }) => id === sessionOf(statement));
const bySession = () => [...Map.groupBy(everything(), sessionOf).values()];
const byRegistration = () => Object.values(stories).map(({ wire }) => wire.statements.filter(isDefined).map(verbOf));
const xapiRequests = () => Object.values(stories).flatMap(({ wire }) => wire.xapi);
const count = (verbs: readonly string[], wanted: string) => verbs.filter((verb) => verb === wanted).length;

/** What each obligation of an AU comes to here. Named by its id in npm `@cmi5/requirements`, whose words name the test. */
const CHECKS: Readonly<Record<string, () => void | Promise<void>>> = {
  '4.1.0.0-1': () => expect(Object.values(stories).flatMap(({ lms }) => lms.refusals)).toEqual([]),
  '7.0.0.0-1': () => expect(stories.passed.wire.sent[0]).toMatchObject({ method: 'POST', status: 200 }),
  '7.0.0.0-2': () => expect(xapiRequests().every(({ headers }) => headers.get('X-Experience-API-Version') === '1.0.3')).toBe(true),
  '7.0.0.0-3': () => expect(stories.passed.wire.xapi[0]?.url.searchParams.get('stateId')).toBe('LMS.LaunchData'),
  '7.0.0.0-4': () => expect(stories.passed.wire.xapi[1]?.url.searchParams.get('profileId')).toBe('cmi5LearnerPreferences'),
  '7.0.0.0-5': () => expect(bySession().every((statements) => statements.length >= 2)).toBe(true),
  '7.1.1.0-1': () => expect(bySession().map(([first]) => first && verbOf(first))).toEqual(bySession().map(() => 'initialized')),
  '7.1.2.0-1': () => expect(bySession().map((statements) => verbOf(statements.at(-1) as Statement))).toEqual(bySession().map(() => 'terminated')),
  '7.1.3.0-1': () => {
    for (const statements of bySession()) for (const { timestamp } of statements.slice(1, -1)) expect(timestamp > (statements[0]?.timestamp ?? '') && timestamp < (statements.at(-1)?.timestamp ?? '')).toBe(true);
    expect(allowed().length).toBeGreaterThan(10);
  },
  '8.1.0.0-6': () => expect(new URL(PAGE).searchParams.has('endpoint')).toBe(false),
  '8.1.0.0-7': async () => {
    const lms = new Cmi5Lms();
    const { url } = lms.launch(PAGE);
    const turned = new URL(PAGE);
    turned.search = new URLSearchParams([...url.searchParams].reverse()).toString();
    await visit({ fetch: lms.fetch, launch: turned });
    expect(lms.refusals).toEqual([]);
  },
  '8.1.1.0-2': () => expect(xapiRequests().every(({ url }) => url.href.startsWith('https://lms.example/lrs/'))).toBe(true),
  '8.1.1.0-3': () => expect(new Set(xapiRequests().map(({ url }) => url.pathname))).toEqual(new Set(['/lrs/statements', '/lrs/activities/state', '/lrs/agents/profile'])),
  '8.1.2.0-3': () => expect(stories.passed.wire.sent[0]?.url.pathname).toBe(`/fetch/${stories.passed.sessions[0]?.id ?? ''}`),
  '8.1.2.0-4': () => expect(stories.passed.wire.sent.filter(({ url }) => url.pathname.startsWith('/fetch/')).map(({ method }) => method)).toEqual(['POST']),
  '8.1.2.0-5': () => expect(new Set(stories.passed.wire.xapi.map(({ headers }) => headers.get('Authorization')))).toEqual(new Set([`Basic ${stories.passed.sessions[0]?.token ?? ''}`])),
  '8.1.3.0-2': () => expect(everything().every(({ actor }) => actor.account?.name === 'l-1')).toBe(true),
  '8.1.3.0-3': () => {
    const agents = xapiRequests().flatMap(({ url }) => url.searchParams.get('agent') ?? []);
    expect(new Set(agents)).toEqual(new Set([JSON.stringify({ objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'l-1' } })]));
  },
  '8.1.4.0-2': () => expect(everything().every((statement) => statement.context?.registration === launchOf(statement)?.registration)).toBe(true),
  '8.1.4.0-3': () => expect(xapiRequests().filter(({ url }) => url.pathname.endsWith('/state')).every(({ url }) => url.searchParams.get('registration') === stories.passed.sessions[0]?.registration)).toBe(true),
  '8.1.5.0-5': () => expect(xapiRequests().filter(({ url }) => url.pathname.endsWith('/state')).every(({ url }) => url.searchParams.get('activityId') === stories.passed.sessions[0]?.activityId)).toBe(true),
  '8.1.5.0-6': () => expect(defined().every((statement) => statement.object.id === launchOf(statement)?.activityId)).toBe(true),
  '8.2.1.0-2': () => expect(stories.passed.wire.sent.filter(({ url }) => url.pathname.startsWith('/fetch/'))).toHaveLength(1),
  '8.2.1.0-5': () => expect(xapiRequests().every(({ headers }) => /^Basic \S+$/.test(headers.get('Authorization') ?? ''))).toBe(true),
  '8.2.2.0-4': () => expect(stories.passed.wire.sent[0]).toMatchObject({ method: 'POST', body: '' }),
  '8.2.2.0-5': () => expect(xapiRequests().every(({ headers }) => headers.has('Authorization'))).toBe(true),
  '9.1.0.0-1': () => {
    expect(everything().every(({ id }) => /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
    for (const { wire } of Object.values(stories)) expect(new Set(wire.statements.map(({ id }) => id)).size).toBe(wire.statements.length);
  },
  '9.2.0.0-2': () => expect(defined().every(({ actor }) => actor.objectType === 'Agent')).toBe(true),
  '9.2.0.0-3': () => expect(defined().every(({ actor }) => actor.account !== undefined)).toBe(true),
  '9.3.0.0-1': () => expect(new Set(defined().map(verbOf))).toEqual(new Set(['initialized', 'completed', 'passed', 'failed', 'terminated'])),
  '9.3.0.0-2': () => {
    for (const statements of bySession()) {
      const verbs = statements.filter(isDefined).map(verbOf);
      expect(new Set(verbs).size).toBe(verbs.length);
    }
  },
  '9.3.0.0-3': () => {
    for (const statements of bySession()) expect(statements.filter(isDefined).map(verbOf).filter((verb) => verb === 'passed' || verb === 'failed').length).toBeLessThanOrEqual(1);
  },
  '9.3.0.0-4': () => {
    for (const [first, ...others] of bySession()) expect(others.every(({ timestamp }) => timestamp > (first?.timestamp ?? ''))).toBe(true);
  },
  '9.3.0.0-5': () => {
    for (const statements of bySession()) expect(statements.slice(0, -1).every(({ timestamp }) => timestamp < (statements.at(-1)?.timestamp ?? ''))).toBe(true);
  },
  '9.3.0.0-6': () => expect(byRegistration().map((verbs) => count(verbs, 'completed'))).toEqual([1, 1, 1, 1, 0, 1]),
  '9.3.0.0-7': () => expect(byRegistration().map((verbs) => count(verbs, 'passed'))).toEqual([1, 0, 1, 1, 0, 1]),
  '9.3.0.0-8': () => expect(stories.passedThenFailed.wire.statements.filter(isDefined).map(verbOf)).toEqual(['initialized', 'completed', 'passed', 'terminated', 'initialized', 'terminated']),
  '9.3.2.0-1': () => expect(bySession().every(([first]) => Date.parse(first?.timestamp ?? '') - Date.parse((first && launchOf(first)?.launchedAt) ?? '') < 5_000)).toBe(true),
  '9.3.2.0-2': () => expect(xapiRequests().filter(({ method, url }) => method === 'POST' && url.pathname.endsWith('/statements')).flatMap(({ body }) => (body.includes('verbs/initialized') ? [Array.isArray(JSON.parse(body))] : []))).toEqual(bySession().map(() => false)),
  '9.3.2.0-3': () => expect(bySession().map((statements) => count(statements.filter(isDefined).map(verbOf), 'initialized'))).toEqual(bySession().map(() => 1)),
  '9.3.3.0-1': () => expect(stories.failed.wire.statements.filter(isDefined).map(verbOf)).toContain('completed'),
  '9.3.3.0-2': () => expect(count(stories.failedThenPassed.wire.statements.filter(isDefined).map(verbOf), 'completed')).toBe(1),
  '9.3.4.0-1': () => expect(stories.passed.wire.statements.filter(isDefined).map(verbOf)).toEqual(['initialized', 'completed', 'passed', 'terminated']),
  '9.3.4.0-2': () => expect(defined('passed').every((statement) => (statement.result?.score?.scaled ?? 0) >= (launchOf(statement)?.masteryScore ?? 2))).toBe(true),
  '9.3.4.0-3': () => expect(count(stories.passedThenFailed.wire.statements.filter(isDefined).map(verbOf), 'passed')).toBe(1),
  '9.3.5.0-1': () => expect(stories.failed.wire.statements.filter(isDefined).map(verbOf)).toEqual(['initialized', 'completed', 'failed', 'terminated']),
  '9.3.5.0-2': () => expect(defined('failed').every((statement) => (statement.result?.score?.scaled ?? 2) < (launchOf(statement)?.masteryScore ?? 0))).toBe(true),
  '9.3.8.0-1': () => expect(bySession().map((statements) => count(statements.map(verbOf), 'terminated'))).toEqual(bySession().map(() => 1)),
  '9.3.8.0-2': () => {
    for (const { wire } of Object.values(stories)) {
      const last = wire.xapi.findLast(({ body }) => body.includes('verbs/terminated'));
      expect(wire.xapi.indexOf(last as (typeof wire.xapi)[number])).toBe(wire.xapi.length - 1);
    }
  },
  '9.4.0.0-1': () => expect(defined().every(({ object }) => object.objectType === 'Activity')).toBe(true),
  '9.4.0.0-2': () => expect(defined().every((statement) => statement.object.id === launchOf(statement)?.activityId)).toBe(true),
  '9.5.1.0-1': () => expect(defined('passed', 'failed').map((statement) => [verbOf(statement), (statement.result?.score?.scaled ?? 0) >= 0.7])).toEqual(defined('passed', 'failed').map((statement) => [verbOf(statement), verbOf(statement) === 'passed'])),
  '9.5.1.0-2': () => expect(defined('initialized', 'completed', 'terminated').some(({ result }) => result && 'score' in result)).toBe(false),
  '9.5.1.0-3': () => expect(defined().some(({ result }) => result?.score?.raw !== undefined)).toBe(false),
  '9.5.2.0-1': () => expect(defined('passed').map(({ result }) => result?.success)).toEqual(defined('passed').map(() => true)),
  '9.5.2.0-2': () => expect(defined('failed').map(({ result }) => result?.success)).toEqual(defined('failed').map(() => false)),
  '9.5.2.0-3': () => expect(defined('initialized', 'completed', 'terminated').some(({ result }) => result && 'success' in result)).toBe(false),
  '9.5.3.0-1': () => expect(defined('completed').map(({ result }) => result?.completion)).toEqual(defined('completed').map(() => true)),
  '9.5.3.0-2': () => expect(defined('initialized', 'passed', 'failed', 'terminated').some(({ result }) => result && 'completion' in result)).toBe(false),
  '9.5.4.1-1': () => expectDurations('terminated'),
  '9.5.4.1-2': () => expectDurations('completed'),
  '9.5.4.1-3': () => expectDurations('passed'),
  '9.5.4.1-4': () => expectDurations('failed'),
  '9.6.0.0-1': () => expect(defined().every(({ context }) => context !== undefined)).toBe(true),
  '9.6.1.0-1': () => expect(everything().every((statement) => statement.context?.registration === launchOf(statement)?.registration)).toBe(true),
  '9.6.2.0-1': () => expect(everything().every((statement) => statement.context?.contextActivities?.['grouping']?.some(({ id }) => id === launchOf(statement)?.unit.id))).toBe(true),
  '9.6.2.1-1': () => expect(everything().filter(isDefined).length).toBeGreaterThan(20),
  '9.6.2.2-1': () => expect(defined('completed', 'passed', 'failed').every((statement) => listCategories(statement).includes('https://w3id.org/xapi/cmi5/context/categories/moveon'))).toBe(true),
  '9.6.2.2-2': () => expect([...allowed(), ...defined('initialized', 'terminated')].some((statement) => listCategories(statement).includes('https://w3id.org/xapi/cmi5/context/categories/moveon'))).toBe(false),
  '9.6.3.1-4': () => expect(everything().every((statement) => launchOf(statement) !== undefined)).toBe(true),
  '9.6.3.2-2': () => expect(defined('passed', 'failed').map(({ context }) => context?.extensions?.[EXTENSION.masteryScore])).toEqual(defined('passed', 'failed').map(() => 0.7)),
  '9.7.0.0-1': () => {
    for (const statements of bySession()) expect(new Set(statements.map(({ timestamp }) => timestamp)).size).toBe(statements.length);
  },
  '9.7.0.0-2': () => expect(everything().every(({ timestamp }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(timestamp))).toBe(true),
  '10.2.1.0-4': () => expect(stories.passed.wire.xapi[0]).toMatchObject({ method: 'GET', status: 200 }),
  '10.2.1.0-5': () => expect(xapiRequests().filter(({ url }) => url.searchParams.get('stateId') === 'LMS.LaunchData').every(({ method }) => method === 'GET')).toBe(true),
  '10.2.1.0-6': () => expect(everything().every(({ context }) => context?.['platform'] === 'Riverside LMS')).toBe(true),
  '10.2.1.0-7': () => expect(everything().every(({ context }) => context?.['language'] === 'cy')).toBe(true),
  '10.2.2.0-1': () => expect(stories.passed.lms.standing()).toEqual({ completed: true, passed: true, satisfied: true }),
  '10.2.2.0-2': () => expect(stories.browse.lms.standing()).toEqual({ completed: false, passed: false, satisfied: false }),
  '10.2.2.0-3': () => expect(stories.review.wire.statements.filter((statement) => launchOf(statement)?.launchMode === 'Review').map(verbOf)).toEqual(['initialized', 'terminated']),
  '10.2.2.0-5': () => expect(stories.review.sessions.map(({ launchMode }) => launchMode)).toEqual(['Normal', 'Review']),
  '10.2.2.0-6': () => expect(stories.passed.wire.statements.map(verbOf)).toEqual(expect.arrayContaining(['initialized', 'terminated'])),
  '10.2.2.0-7': () => expect(stories.passed.wire.statements.map(verbOf)).toEqual(expect.arrayContaining(['completed', 'passed'])),
  '10.2.2.0-8': () => expect(stories.browse.wire.statements.map(verbOf)).toEqual(['initialized', 'terminated']),
  '10.2.2.0-9': () => expect(stories.browse.wire.statements.some((statement) => ['completed', 'passed', 'failed'].includes(verbOf(statement)))).toBe(false),
  '10.2.2.0-10': () => expect(stories.review.wire.statements.filter((statement) => launchOf(statement)?.launchMode === 'Review')).toHaveLength(2),
  '10.2.2.0-11': () => expect(stories.review.wire.statements.filter((statement) => launchOf(statement)?.launchMode === 'Review' && isDefined(statement)).map(verbOf)).toEqual(['initialized', 'terminated']),
  '10.2.4.0-2': async () => {
    const lenient = await tell([badly], { launch: { masteryScore: 0.1 } });
    const strict = await tell([well], { launch: { masteryScore: 1 } });
    expect([lenient, strict].map(({ wire }) => wire.statements.filter(isDefined).map(verbOf)[2])).toEqual(['passed', 'failed']);
  },
  // `tell` expects it of every way out; the page goes where `exit` says.
  '10.2.6.0-1': () => expect(stories.passed.sessions[0]?.returnURL).toBe('https://lms.example/courses/7'),
  '11.0.0.0-1': () => expect(xapiRequests().filter(({ url }) => url.pathname.endsWith('/agents/profile')).every(({ url }) => url.searchParams.get('agent') === JSON.stringify({ objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'l-1' } }))).toBe(true),
  '11.0.0.0-2': () => expect(xapiRequests().filter(({ method, url }) => method !== 'GET' && url.pathname.endsWith('/agents/profile'))).toEqual([]),
  '11.0.0.0-3': () => expect(Object.values(stories).every(({ sessions }) => sessions.every(({ hasReadPreferences }) => hasReadPreferences))).toBe(true),
  '11.0.0.0-4': () => expect(xapiRequests().filter(({ url }) => url.pathname.endsWith('/agents/profile')).every(({ url }) => url.searchParams.get('profileId') === 'cmi5LearnerPreferences')).toBe(true),
};

/** Obligations that name an AU and that nothing here has to meet. */
const NOT_OURS: Readonly<Record<string, string>> = {
  '8.1.0.0-1': 'the LMS chooses the window',
  '8.1.0.0-4': 'the LMS makes the address',
  '11.2.0.0-1': 'modules have no sound that could be on or off',
};

function expectDurations(verb: string): void {
  expect(defined(verb).every(({ result }) => /^PT(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?$/.test(result?.duration ?? ''))).toBe(true);
  expect(defined(verb).length).toBeGreaterThan(0);
}

const known: Readonly<Record<string, { txt: string }>> = requirements;

describe('what cmi5 asks of an AU', () => {
  for (const [id, check] of Object.entries(CHECKS)) test(`${id}: ${known[id]?.txt ?? 'no such requirement'}`, check);
});

test('every obligation that names the AU is met here or is none of ours', () => {
  const ofTheAu = Object.entries(known).filter(([id, { txt }]) => !id.includes('(d') && /\b(?:The|An) AU\b[^.]*\bMUST\b|AUs MUST|the AU MUST/.test(txt) && !/\bLMS MUST\b/.test(txt) && Number(id.split('.')[0]) < 12);
  const missing = ofTheAu.filter(([id]) => CHECKS[id] === undefined && NOT_OURS[id] === undefined).map(([id, { txt }]) => `${id} ${txt}`);
  expect(missing).toEqual([]);
});

test('every id that names a test stands in the list of requirements', () => {
  expect([...Object.keys(CHECKS), ...Object.keys(NOT_OURS)].filter((id) => known[id] === undefined)).toEqual([]);
});

test('an LMS that keeps the learner preferences to itself does not stop the session', async () => {
  const lms = new Cmi5Lms();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await lms.fetch(input, init);
    return String(input).includes('/agents/profile') ? new Response('', { status: 403 }) : response;
  };
  await visit({ fetch, launch: lms.launch(PAGE).url });
  expect(lms.statements.map(verbOf)).toEqual(['initialized']);
});

test('a launch link that was used before is explained', async () => {
  const lms = new Cmi5Lms();
  const { url } = lms.launch(PAGE);
  await visit({ fetch: lms.fetch, launch: url });
  await expect(visit({ fetch: lms.fetch, launch: url })).rejects.toThrow(new NotConnectedError('This link from your learning system was used before, and each works once. Close this page and open the module from there again.'));
});
