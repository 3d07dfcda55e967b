import XAPI from '@xapi/xapi';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLrs } from '../../src/tracking/lrs/client.ts';
import { loadState, saveState } from '../../src/tracking/lrs/state.ts';
import { readLaunch } from '../../src/tracking/xapi/launch.ts';
import { hastyClock } from '../conformance/target.ts';
import { startLrs, type Lrs } from '../lrs/start-lrs.ts';
import { statementsOf } from '../unit/tracking/lrs/statements-of.ts';
import { playCourse } from '../unit/tracking/play-course.ts';
import { COURSE } from '../unit/tracking/sample-course.ts';

/** @xapi/xapi, another maker's client, beside ours: on the same LRS both must come to the same. */
const ACTOR = { objectType: 'Agent' as const, account: { homePage: 'https://people.example', name: 'a-17' } };
let lrs: Lrs;
beforeAll(async () => {
  lrs = await startLrs();
});
afterAll(() => lrs.stop());
beforeEach(() => lrs.clear());

const openOurs = () => openLrs({ endpoint: lrs.url, authorization: 'Basic dGVzdDp0ZXN0', fetch, clock: hastyClock });
const openTheirs = () => new XAPI({ endpoint: `${lrs.url}/`, auth: 'Basic dGVzdDp0ZXN0', version: '1.0.3', adapter: 'fetch' });

const statements = statementsOf(playCourse(COURSE, [{ do: 'start', scenario: 0, seed: 1, seconds: 5 }, { do: 'choose', scenario: 0, option: 0, confidence: 3, seconds: 5 }, { do: 'choose', scenario: 0, option: 0, confidence: 3, seconds: 5 }, { do: 'check', module: 0, correct: [true, false, true], seconds: 5 }]));

/** What the client said, without what the LRS adds on its own at the time. */
const listSaid = async () => (await lrs.listStatements()).map(({ stored: _, authority: __, ...said }) => said);

test('what either client sends is stored alike', async () => {
  expect(statements.length).toBeGreaterThan(6);
  await openTheirs().sendStatements({ statements: statements as never });
  const theirs = await listSaid();
  await lrs.clear();
  const delivery = await openOurs().postStatements(statements.map((statement) => JSON.stringify(statement)));
  expect(delivery).toEqual({ kind: 'stored', ids: statements.map(({ id }) => id) });
  expect(await listSaid()).toEqual(theirs);
});

test('the other client reads what ours has sent', async () => {
  await openOurs().postStatements(statements.map((statement) => JSON.stringify(statement)));
  const [first] = statements;
  const { data } = await openTheirs().getStatement({ statementId: first?.id ?? '' });
  expect(data).toMatchObject(first as object);
});

test('where the learner stands can be read by either, whoever kept it', async () => {
  const address = { activityId: 'https://academy.example/activities/standards/values', agent: ACTOR, registration: '6b7d3b0e-6c0b-4f0e-9d6a-3f5f0c9a7b11', stateId: 'progress' };
  await saveState(openOurs(), address, () => 'pa1A..kept');
  const { data } = await openTheirs().getState({ ...address, agent: ACTOR });
  expect(data).toBe('pa1A..kept');
  expect(await loadState(openOurs(), address)).toMatchObject({ kind: 'found', text: 'pa1A..kept' });
});

test('both read the same launch', () => {
  const launch = { endpoint: 'https://lrs.example/xapi/', auth: 'Basic a2V5OnNlY3JldA==', actor: JSON.stringify(ACTOR), registration: '6b7d3b0e-6c0b-4f0e-9d6a-3f5f0c9a7b11', activity_id: 'https://academy.example/activities/standards/values' };
  const query = new URLSearchParams(launch).toString();
  const page = globalThis as { location?: unknown };
  page.location = { search: `?${query}` };
  const theirs = XAPI.getTinCanLaunchData();
  delete page.location;
  const ours = readLaunch(new URL(`https://academy.example/?${query}`), ['https://lrs.example']);
  expect(ours).toMatchObject({ kind: 'launch', launch: { endpoint: theirs.endpoint, authorization: theirs.auth, actor: theirs.actor, registration: theirs.registration, activityId: theirs.activity_id } });
});
