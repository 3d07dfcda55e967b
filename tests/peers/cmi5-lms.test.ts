import { randomUUID } from 'node:crypto';
import requirements from '@cmi5/requirements' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { openAu, type Au } from './cmi5-lms/au.ts';
import { Cmi5Lms, type LmsOptions } from './cmi5-lms/cmi5-lms.ts';
import { CATEGORY, EXTENSION, VERB, type Statement } from './cmi5-lms/vocabulary.ts';

const PAGE = 'https://content.example/module/index.html?theme=calm';

/** A session in which `initialized` was taken, and more where `verbs` says so. */
async function begin({ mode, verbs = ['initialized'], lms = new Cmi5Lms() }: { mode?: 'Normal' | 'Browse' | 'Review'; verbs?: readonly (keyof typeof VERB)[]; lms?: Cmi5Lms } = {}): Promise<{ lms: Cmi5Lms; au: Au }> {
  const au = await openAu(lms, lms.launch(PAGE, mode && { launchMode: mode }));
  for (const verb of verbs) expect(await au.send(au.define(verb))).toMatchObject({ status: 200 });
  return { lms, au };
}

const without = <Value extends object>(value: Value, ...names: string[]): Value => Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))) as Value;
const category = (...ids: string[]) => ids.map((id) => ({ id }));

interface Case {
  requirement: string;
  what: string;
  verbs?: readonly (keyof typeof VERB)[];
  mode?: 'Browse' | 'Review';
  make: (au: Au) => unknown;
}

/** One broken clause each. */
const CASES: readonly Case[] = [
  { requirement: '9.1.0.0-1', what: 'a statement without an id', make: (au) => without(au.allow(), 'id') },
  { requirement: '9.7.0.0-1', what: 'a statement without a timestamp', make: (au) => without(au.allow(), 'timestamp') },
  { requirement: '9.7.0.0-2', what: 'a timestamp that is not UTC', make: (au) => ({ ...au.allow(), timestamp: '2026-03-02T10:30:00.000+01:00' }) },
  { requirement: '4.1.0.0-1', what: 'what xAPI calls no statement', make: (au) => ({ ...au.allow(), verb: { id: 'answered' } }) },
  { requirement: '6.3.0.0-1', what: 'voiding', make: (au) => ({ ...au.allow(), verb: { id: VERB.voided }, object: { objectType: 'StatementRef', id: randomUUID() } }) },
  { requirement: '8.1.3.0-3', what: 'another actor', make: (au) => ({ ...au.allow(), actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'l-2' } } }) },
  { requirement: '9.2.0.0-2', what: 'a group as actor', make: (au) => ({ ...au.define('passed'), actor: { ...au.session.actor, objectType: 'Group' } }) },
  { requirement: '9.2.0.0-3', what: 'an actor without an account', make: (au) => ({ ...au.define('passed'), actor: { objectType: 'Agent', mbox: 'mailto:a@council.example' } }) },
  { requirement: '9.6.0.0-1', what: 'no context', make: (au) => without(au.define('passed'), 'context') },
  { requirement: '9.6.1.0-1', what: 'another registration', make: (au) => au.allow({ context: { ...au.context(), registration: randomUUID() } }) },
  { requirement: '9.6.1.0-1', what: 'no registration', make: (au) => au.allow({ context: without(au.context(), 'registration') }) },
  { requirement: '9.6.3.1-4', what: 'no session id', make: (au) => au.allow({ context: { ...au.context(), extensions: {} } }) },
  { requirement: '10.2.1.0-6', what: 'a context without the template', make: (au) => au.allow({ context: { ...au.context(), contextActivities: {} } }) },
  { requirement: '10.2.1.0-7', what: 'an overwritten session id', make: (au) => au.allow({ context: { ...au.context(), extensions: { [EXTENSION.session]: randomUUID() } } }) },
  { requirement: '10.2.1.0-7', what: 'a changed activity of the template', make: (au) => au.allow({ context: { ...au.context(), contextActivities: { grouping: [{ id: au.session.unit.id, definition: { name: { en: 'Mine' } } }] } } }) },
  { requirement: '9.6.2.2-2', what: 'the moveOn category in an allowed statement', make: (au) => au.allow({ context: { ...au.context(), contextActivities: { ...au.context().contextActivities, category: category(CATEGORY.moveOn) } } }) },
  { requirement: '9.6.2.2-2', what: 'the moveOn category in "terminated"', make: (au) => au.define('terminated', {}, [CATEGORY.cmi5, CATEGORY.moveOn]) },
  { requirement: '9.6.2.2-1', what: '"completed" without the moveOn category', make: (au) => au.define('completed', {}, [CATEGORY.cmi5]) },
  { requirement: '9.3.0.0-4', what: 'a statement before "initialized"', verbs: [], make: (au) => au.allow() },
  { requirement: '9.3.0.0-4', what: '"initialized" in one request with another', verbs: [], make: (au) => [au.define('initialized'), au.allow()] },
  { requirement: '9.3.0.0-4', what: 'a timestamp before that of "initialized"', make: (au) => ({ ...au.allow(), timestamp: '2020-01-01T00:00:00.000Z' }) },
  { requirement: '9.3.0.0-5', what: 'a statement after "terminated"', verbs: ['initialized', 'terminated'], make: (au) => au.allow() },
  { requirement: '9.3.0.0-5', what: 'a statement after "terminated" in the same request', make: (au) => [au.define('terminated'), au.allow()] },
  { requirement: '9.3.0.0-5', what: 'a "terminated" whose timestamp lies before that of another statement', make: (au) => [au.allow(), { ...au.define('terminated'), timestamp: au.session.initializedAt }] },
  { requirement: '9.4.0.0-1', what: 'an object that is no activity', make: (au) => ({ ...au.define('passed'), object: { objectType: 'StatementRef', id: randomUUID() } }) },
  { requirement: '8.1.5.0-6', what: 'the id of the publisher as object', make: (au) => ({ ...au.define('passed'), object: { id: au.session.unit.id } }) },
  { requirement: '9.3.0.0-1', what: 'another verb with the cmi5 category', make: (au) => ({ ...au.define('passed'), verb: { id: VERB.satisfied } }) },
  { requirement: '10.2.2.0-2', what: '"completed" in Browse', mode: 'Browse', make: (au) => au.define('completed') },
  { requirement: '10.2.2.0-3', what: '"passed" in Review', mode: 'Review', make: (au) => au.define('passed') },
  { requirement: '9.5.3.0-1', what: '"completed" without completion', make: (au) => au.define('completed', { completion: undefined }) },
  { requirement: '9.5.3.0-2', what: 'completion in "passed"', make: (au) => au.define('passed', { completion: true }) },
  { requirement: '9.5.2.0-1', what: '"passed" without success', make: (au) => au.define('passed', { success: undefined }, [CATEGORY.cmi5]) },
  { requirement: '9.5.2.0-2', what: '"failed" with success', make: (au) => au.define('failed', { success: true }) },
  { requirement: '9.5.2.0-3', what: 'success in "completed"', make: (au) => au.define('completed', { success: true }) },
  { requirement: '9.5.1.0-2', what: 'a score in "completed"', make: (au) => au.define('completed', { score: { scaled: 1 } }) },
  { requirement: '9.5.1.0-3', what: 'a raw score without its bounds', make: (au) => au.define('passed', { score: { scaled: 1, raw: 10 } }) },
  { requirement: '9.5.1.0-1', what: 'a raw score that is no whole number', make: (au) => au.define('passed', { score: { scaled: 1, raw: 9.5, min: 0, max: 10 } }) },
  { requirement: '9.3.4.0-2', what: '"passed" below the mastery score', make: (au) => au.define('passed', { score: { scaled: 0.6999 } }) },
  { requirement: '9.3.5.0-2', what: '"failed" at the mastery score', make: (au) => au.define('failed', { score: { scaled: 0.7 } }) },
  { requirement: '9.6.3.2-2', what: 'a score without the mastery score', make: (au) => au.define('passed', { score: { scaled: 0.9 } }, [CATEGORY.cmi5, CATEGORY.moveOn], {}) },
  { requirement: '9.6.3.2-2', what: 'another mastery score than that of the launch', make: (au) => au.define('passed', { score: { scaled: 0.9 } }, [CATEGORY.cmi5, CATEGORY.moveOn], { [EXTENSION.masteryScore]: 0.8 }) },
  ...(['terminated', 'completed', 'passed', 'failed'] as const).map((verb, place) => ({ requirement: `9.5.4.1-${place + 1}`, what: `"${verb}" without a duration`, make: (au: Au) => au.define(verb, { duration: undefined }) })),
  ...(['initialized', 'completed', 'passed', 'failed'] as const).map((verb): Case => ({ requirement: '9.3.0.0-2', what: `"${verb}" again`, verbs: [...new Set(['initialized', verb] as const)], make: (au) => au.define(verb) })),
  { requirement: '9.3.0.0-2', what: '"completed" twice in one request', make: (au) => [au.define('completed'), au.define('completed')] },
  { requirement: '9.3.0.0-3', what: '"failed" and then "passed" in one session', verbs: ['initialized', 'failed'], make: (au) => au.define('passed') },
  { requirement: '9.3.0.0-3', what: '"passed" and then "failed" in one session', verbs: ['initialized', 'passed'], make: (au) => au.define('failed') },
];

describe('what a statement may not do', () => {
  test.each(CASES)('$requirement refuses $what', async ({ requirement, verbs, mode, make }) => {
    const { au, lms } = await begin({ ...(verbs && { verbs }), ...(mode && { mode }) });
    const before = lms.statements.length;
    const { status, message } = await au.send(make(au));
    expect([status, message?.split(' ')[0]]).toEqual([403, requirement]);
    expect(lms.refusals.map(({ requirement: id }) => id)).toEqual([requirement]);
    expect(lms.statements).toHaveLength(before);
  });

  test('every id that a refusal names stands in the list of requirements', () => {
    expect(CASES.map(({ requirement }) => requirement).filter((id) => !Object.hasOwn(requirements, id))).toEqual([]);
    expect(new Set(CASES.map(({ requirement }) => requirement)).size).toBeGreaterThan(24);
  });

  test.each([
    ['9.3.0.0-6', 'completed'],
    ['9.3.0.0-7', 'passed'],
    ['9.3.0.0-8', 'failed'],
  ] as const)('%s refuses a second "completed" or "passed", and "failed" after "passed", in a registration: %s', async (requirement, verb) => {
    const { lms } = await begin({ verbs: ['initialized', 'completed', 'passed', 'terminated'] });
    const again = await openAu(lms, lms.launch(PAGE, { launchMode: 'Normal' }));
    await again.send(again.define('initialized'));
    expect((await again.send(again.define(verb))).message).toMatch(requirement);
  });

  test('a repeated cmi5 defined statement is refused under its own id, and a repeated allowed one is taken', async () => {
    const { au } = await begin();
    const [completed, allowed] = [au.define('completed'), au.allow()];
    expect([(await au.send(completed)).status, (await au.send(allowed)).status]).toEqual([200, 200]);
    expect((await au.send(completed)).message).toMatch('9.3.0.0-2');
    expect((await au.send(allowed)).status).toBe(200);
    expect((await au.send({ ...allowed, result: { response: 'other' } })).status).toBe(409);
  });
});

describe('a mastery score of 0 is one', () => {
  const lms = () => new Cmi5Lms({ units: [{ id: 'https://publisher.example/a', moveOn: 'Passed', masteryScore: 0 }] });

  test('9.3.5.0-2 refuses any "failed" with a score', async () => {
    const { au } = await begin({ lms: lms() });
    expect((await au.send(au.define('failed', { score: { scaled: 0 } }))).message).toMatch('9.3.5.0-2');
  });

  test('a score of 0 passes', async () => {
    const { au } = await begin({ lms: lms() });
    expect((await au.send(au.define('passed', { score: { scaled: 0 } }))).status).toBe(200);
  });
});

describe('the launch', () => {
  test('the page is opened with its own query and the five parameters', () => {
    const lms = new Cmi5Lms();
    const { url, session } = lms.launch(PAGE);
    expect(Object.fromEntries(url.searchParams)).toEqual({ theme: 'calm', endpoint: 'https://lms.example/lrs', fetch: `https://lms.example/fetch/${session.id}`, actor: JSON.stringify(session.actor), registration: session.registration, activityId: session.activityId });
  });

  test('8.1.5.0-3: the activity is not named as the publisher named it', () => {
    const { session } = new Cmi5Lms().launch(PAGE);
    expect(session.activityId).not.toBe(session.unit.id);
  });

  test('8.2.3.0-1: the token is handed out once, and the error comes with status 200', async () => {
    const lms = new Cmi5Lms();
    const fetchUrl = lms.launch(PAGE).url.searchParams.get('fetch') ?? '';
    expect(await (await lms.fetch(fetchUrl, { method: 'POST' })).json()).toEqual({ 'auth-token': expect.any(String) as string });
    const second = await lms.fetch(fetchUrl, { method: 'POST' });
    expect([second.status, await second.json()]).toEqual([200, { 'error-code': '1', 'error-text': expect.any(String) as string }]);
    expect((await lms.fetch(fetchUrl)).status).toBe(403);
  });

  test('10.2.1.0-1 and on: the launch data hold what the specification asks for', async () => {
    const lms = new Cmi5Lms({ units: [{ id: 'https://publisher.example/a', moveOn: 'Passed', masteryScore: 0, launchParameters: 'calm' }] });
    const { au } = await begin({ lms });
    const { session } = au;
    const read = await au.state('GET', 'LMS.LaunchData');
    expect(await read.json()).toEqual({ contextTemplate: { contextActivities: { grouping: [{ id: 'https://publisher.example/a' }] }, extensions: { [EXTENSION.session]: session.id } }, launchMode: 'Normal', masteryScore: 0, moveOn: 'Passed', launchParameters: 'calm' });
  });

  test('10.2.1.0-5: a unit may not write its launch data', async () => {
    const { au } = await begin();
    expect(await (await au.state('PUT', 'LMS.LaunchData', '{}')).text()).toMatch('10.2.1.0-5');
  });

  test('8.1.4.0-3: State of another registration is not to be had', async () => {
    const { au } = await begin();
    expect(await (await au.state('GET', 'progress', undefined, { registration: randomUUID() })).text()).toMatch('8.1.4.0-3');
  });

  test('State is kept from session to session of a registration', async () => {
    const { au, lms } = await begin({ verbs: ['initialized'] });
    expect((await au.state('PUT', 'progress', '{"a":1}')).status).toBe(204);
    const next = await begin({ lms });
    expect(await (await next.au.state('GET', 'progress')).json()).toEqual({ a: 1 });
  });

  test('11.0.0.0-3: nothing is taken before the learner preferences were read', async () => {
    const lms = new Cmi5Lms();
    const au = await openAu(lms, lms.launch(PAGE), { readsPreferences: false });
    expect((await au.send(au.define('initialized'))).message).toMatch('11.0.0.0-3');
  });

  test.each([
    ['11.0.0.0-5', '[]'],
    ['11.0.0.0-5', '{"languagePreference":"cy"}'],
    ['11.1.0.0-1', '{"languagePreference":"cy;en","audioPreference":"on"}'],
  ])('%s refuses %s as learner preferences', async (requirement, body) => {
    const { au } = await begin();
    expect(await (await au.preferences('PUT', body)).text()).toMatch(requirement);
  });

  test('changing the learner preferences is refused without a broken clause', async () => {
    const { au, lms } = await begin();
    expect((await au.preferences('PUT', '{"languagePreference":"cy,en-GB","audioPreference":"on"}')).status).toBe(403);
    expect(lms.refusals).toEqual([]);
  });
});

describe('sessions', () => {
  test('8.1.2.0-2: a second launch abandons the first session, whose token is refused from then on', async () => {
    const { au, lms } = await begin();
    const next = await begin({ lms });
    const refused = await au.send(au.allow());
    expect([refused.status, refused.message]).toEqual([403, '8.1.2.0-2 - the session was abandoned']);
    expect((await next.au.send(next.au.allow())).status).toBe(200);
    expect(lms.store.all.filter(({ verb }) => verb.id === VERB.abandoned).map(({ result }) => result)).toEqual([{ duration: expect.stringMatching(/^PT\d+\.\d\dS$/) as string }]);
  });

  test('8.1.2.0-5: an unknown token is refused with 401', async () => {
    const { lms } = await begin();
    expect((await lms.fetch(`${lms.origin}/lrs/statements`, { headers: { authorization: 'Basic bm9uZQ==', 'x-experience-api-version': '1.0.3' } })).status).toBe(401);
  });

  test('what was sent can be read after "terminated", unless the LMS closes at once', async () => {
    const read = async (options: LmsOptions) => {
      const { au } = await begin({ lms: new Cmi5Lms(options), verbs: ['initialized', 'terminated'] });
      return (await au.get({ verb: VERB.terminated })).status;
    };
    expect([await read({}), await read({ afterTerminated: 'nothing' })]).toEqual([200, 403]);
  });

  test('a unit finds what it said before in the registration', async () => {
    const { lms } = await begin({ verbs: ['initialized', 'completed', 'terminated'] });
    const { au } = await begin({ lms });
    const found = (await (await au.get({ verb: VERB.completed, activity: au.session.activityId, registration: au.session.registration, agent: JSON.stringify(au.session.actor) })).json()) as { statements: Statement[] };
    expect(found.statements.map(({ verb }) => verb.id)).toEqual([VERB.completed]);
  });

  test.each([
    ['Passed', ['passed'], true],
    ['Passed', ['completed'], false],
    ['Completed', ['completed'], true],
    ['CompletedAndPassed', ['completed'], false],
    ['CompletedAndPassed', ['completed', 'passed'], true],
    ['CompletedOrPassed', ['passed'], true],
    ['CompletedOrPassed', ['failed'], false],
    ['NotApplicable', [], true],
  ] as const)('moveOn %s after %s: satisfied is %s', async (moveOn, verbs, satisfied) => {
    const { lms } = await begin({ lms: new Cmi5Lms({ units: [{ id: 'https://publisher.example/a', moveOn }] }), verbs: ['initialized', ...verbs] });
    expect(lms.standing().satisfied).toBe(satisfied);
    expect(lms.store.all.filter(({ verb }) => verb.id === VERB.satisfied)).toHaveLength(satisfied && verbs.length > 0 ? 1 : 0);
  });

  test('a satisfied unit is launched for Review, as the same activity', async () => {
    const { lms, au } = await begin({ verbs: ['initialized', 'completed', 'passed', 'terminated'] });
    const { session } = lms.launch(PAGE);
    expect([session.launchMode, session.activityId]).toEqual(['Review', au.session.activityId]);
  });
});

test('a lost answer leaves the statement taken, and a lost request does not', async () => {
  let loss: 'request' | 'answer' | undefined;
  const { au, lms } = await begin({ lms: new Cmi5Lms({ lose: () => loss }) });
  loss = 'request';
  await expect(au.send(au.allow())).rejects.toThrow(TypeError);
  expect(lms.statements).toHaveLength(1);
  loss = 'answer';
  await expect(au.send(au.allow())).rejects.toThrow(TypeError);
  expect(lms.statements).toHaveLength(2);
});
