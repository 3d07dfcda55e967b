import { expect, test } from 'vitest';
import { openSessionNotes } from '../../../../src/record/session-notes.ts';
import { projectModule } from '../../../../src/record/module-progress.ts';
import { WORDS } from '../../../../src/tracking/cmi5/words.ts';
import { Cmi5Lms, type Loss } from '../../../peers/cmi5-lms/cmi5-lms.ts';
import { EXTENSION } from '../../../peers/cmi5-lms/vocabulary.ts';
import { HELP } from '../sample-course.ts';
import { stopTime } from '../lrs/timing.ts';
import { goOn, PAGE, TestBrowser, visit, type Visit } from './visit.ts';
import { isDefined, listTold, verbOf, Wire } from './wire.ts';

stopTime();

/** An LMS whose next cmi5 defined statements with one of these verbs meet a fault each. */
function faultyLms(faults: Record<string, Loss[]>): Cmi5Lms {
  return new Cmi5Lms({ lose: ({ method, path, body }) => (method === 'POST' && path.endsWith('/statements') ? Object.entries(faults).find(([verb, left]) => left.length > 0 && body.includes('categories/cmi5"') && body.includes(`verbs/${verb}"`))?.[1].shift() : undefined) });
}

const doWell = async (learner: Visit) => {
  await learner.play('ring-and-say-so', 'say-sorry');
  await learner.answer(true, true, true);
  await goOn(1_000);
};
const doBadly = async (learner: Visit) => {
  await learner.play('send-a-text', 'say-nothing');
  await learner.answer(true, false, false);
  await goOn(1_000);
};

test('what is passed is told as soon as it is reached, before the learner leaves', async () => {
  const lms = new Cmi5Lms();
  const learner = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  await doWell(learner);
  expect([listTold(lms), lms.standing().satisfied]).toEqual([['initialized', 'completed', 'passed'], true]);
});

test('a completion comes after the answers that it rests on', async () => {
  const lms = new Cmi5Lms();
  const learner = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  await doWell(learner);
  await learner.exit();
  const timesOf = (wanted: boolean, ...verbs: string[]) => lms.statements.filter((statement) => isDefined(statement) === wanted && verbs.includes(verbOf(statement))).map(({ timestamp }) => timestamp);
  const [completed = ''] = timesOf(true, 'completed');
  expect(timesOf(false, 'answered', 'completed').length).toBeGreaterThan(5);
  expect(timesOf(false, 'answered', 'completed').filter((time) => time >= completed)).toEqual([]);
});

test('the end of a session comes after what was put down last, sent or not', async () => {
  const lms = new Cmi5Lms();
  const learner = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  const at = '2026-03-02T11:00:00.000Z';
  learner.connection.environment.enclose?.({ version: 1, id: learner.record.newId(), at, session: learner.record.newId(), type: 'check-submitted', attempt: 'a', module: HELP.module, edition: 'e', answers: [] }, []);
  await learner.exit();
  expect((lms.statements.at(-1)?.timestamp ?? '') > at).toBe(true);
});

test('who fails can try again on the same visit, and passes without having failed', async () => {
  const lms = new Cmi5Lms();
  const learner = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  await doBadly(learner);
  expect(listTold(lms)).toEqual(['initialized', 'completed']);
  await doWell(learner);
  await learner.exit();
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'completed', 'passed', 'terminated'], []]);
});

test('a fail is told when the learner leaves, and again only after another attempt', async () => {
  const lms = new Cmi5Lms();
  const browser = new TestBrowser();
  for (const deed of [doBadly, async () => undefined, doBadly]) {
    const learner = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url, browser });
    await deed(learner);
    await learner.exit();
  }
  expect(listTold(lms)).toEqual(['initialized', 'completed', 'failed', 'terminated', 'initialized', 'terminated', 'initialized', 'failed', 'terminated']);
  expect(lms.refusals).toEqual([]);
});

test('an unsafe choice fails with a score above the mastery score, which is therefore left out', async () => {
  const lms = new Cmi5Lms();
  const learner = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  await learner.play('leave-it');
  await learner.answer(true, true, true);
  expect(projectModule(await learner.record.readAll(), HELP).standing).toMatchObject({ success: 'failed', bestScore: 0.75 });
  expect(await learner.exit()).toEqual({ delivered: true });
  const failed = lms.statements.find((statement) => isDefined(statement) && verbOf(statement) === 'failed');
  expect([failed?.result?.score, failed?.context?.extensions?.[EXTENSION.masteryScore], lms.refusals]).toEqual([undefined, undefined, []]);
});

test.each([
  [0, doBadly, 'passed', 0.32], [0.32, doBadly, 'passed', 0.32], [0.3201, doBadly, 'failed', 0.32], [1, doWell, 'failed', 0.94], [0.94, doWell, 'passed', 0.94],
] as const)('the mastery score %d of the LMS counts in place of the module’s', async (masteryScore, deed, verdict, score) => {
  const lms = new Cmi5Lms();
  const learner = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE, { masteryScore }).url });
  await deed(learner);
  expect(await learner.exit()).toEqual({ delivered: true });
  const judged = lms.statements.find((statement) => isDefined(statement) && verbOf(statement) === verdict);
  expect([judged?.result?.score, judged?.context?.extensions?.[EXTENSION.masteryScore], lms.refusals]).toEqual([{ scaled: score }, masteryScore, []]);
});

test('a reload goes on in the same session: one token, one “initialized”', async () => {
  const lms = new Cmi5Lms();
  const wire = new Wire(lms);
  const browser = new TestBrowser();
  const notes = openSessionNotes();
  const { url } = lms.launch(PAGE);
  const before = await visit({ fetch: wire.fetch, launch: url, browser, notes });
  await before.play('ring-and-say-so', 'say-sorry');
  await goOn(10_000);
  before.page.say('leave');
  const after = await visit({ fetch: wire.fetch, launch: url, browser, notes });
  await after.answer(true, true, true);
  expect(await after.exit()).toEqual({ delivered: true });
  expect(wire.sent.filter(({ url: { pathname } }) => pathname.startsWith('/fetch/'))).toHaveLength(1);
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'completed', 'passed', 'terminated'], []]);
});

test.each(['initialized', 'completed', 'passed', 'terminated'])('a lost answer to “%s” is looked up, and nothing is told twice', async (verb) => {
  const lms = faultyLms({ [verb]: ['answer'] });
  const wire = new Wire(lms);
  const learner = await visit({ fetch: wire.fetch, launch: lms.launch(PAGE).url });
  await doWell(learner);
  await goOn(5_000);
  expect(await learner.exit()).toEqual({ delivered: true });
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'completed', 'passed', 'terminated'], []]);
  expect(wire.statements.filter((statement) => isDefined(statement)).map(verbOf)).toEqual(['initialized', 'completed', 'passed', 'terminated'].filter((told) => told !== verb));
});

test.each(['initialized', 'completed', 'passed', 'terminated'])('a “%s” that never arrived is sent again, byte for byte', async (verb) => {
  const lms = faultyLms({ [verb]: ['request', 'request'] });
  const bodies: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    if (typeof init?.body === 'string' && init.body.includes(`verbs/${verb}"`) && init.body.includes('categories/cmi5"')) bodies.push(init.body);
    return lms.fetch(input, init);
  };
  const learner = await visit({ fetch, launch: lms.launch(PAGE).url });
  await doWell(learner);
  await goOn(20_000);
  expect(await learner.exit()).toEqual({ delivered: true });
  expect([bodies.length, new Set(bodies).size, listTold(lms), lms.refusals]).toEqual([3, 1, ['initialized', 'completed', 'passed', 'terminated'], []]);
});

test('an LMS that lets nobody look, and says “already passed”, has it', async () => {
  const lms = faultyLms({ passed: ['answer'] });
  const fetch: typeof globalThis.fetch = async (input, init) => (String(input).includes('statementId=') ? new Response('', { status: 404 }) : lms.fetch(input, init));
  const learner = await visit({ fetch, launch: lms.launch(PAGE).url });
  await doWell(learner);
  await goOn(5_000);
  expect(lms.refusals.map(({ requirement }) => requirement)).toEqual(['9.3.0.0-2']);
  expect(await learner.exit()).toEqual({ delivered: true });
});

test('a pass that was on its way when the page was loaded again still arrives', async () => {
  const lms = faultyLms({ passed: ['request'] });
  const browser = new TestBrowser();
  const notes = openSessionNotes();
  const { url } = lms.launch(PAGE);
  const before = await visit({ fetch: lms.fetch, launch: url, browser, notes });
  await before.play('ring-and-say-so', 'say-sorry');
  await before.answer(true, true, true);
  before.page.say('leave');
  expect(listTold(lms)).toEqual(['initialized', 'completed']);
  const after = await visit({ fetch: lms.fetch, launch: url, browser, notes, kept: before.record });
  await goOn(0);
  expect(listTold(lms)).toEqual(['initialized', 'completed', 'passed']);
  await after.exit();
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'completed', 'passed', 'terminated'], []]);
});

test('an LMS that closes at “terminated”, and whose answer to it is lost, was left properly', async () => {
  const losses: Loss[] = ['answer'];
  const lms = new Cmi5Lms({ afterTerminated: 'nothing', lose: ({ body }) => (body.includes('verbs/terminated"') ? losses.shift() : undefined) });
  const learner = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  expect(await learner.exit()).toEqual({ delivered: true });
  expect(listTold(lms)).toEqual(['initialized', 'terminated']);
});

test('“initialized” whose fate is unknown is looked up after a reload', async () => {
  let isDown = false;
  const lms = new Cmi5Lms();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const answer = await lms.fetch(input, init);
    if (init?.method === 'POST' && String(input).endsWith('/statements')) isDown = true;
    if (isDown) throw new TypeError('Failed to fetch');
    return answer;
  };
  const browser = new TestBrowser();
  const notes = openSessionNotes();
  const { url } = lms.launch(PAGE);
  await expect(visit({ fetch, launch: url, browser, notes })).rejects.toThrow(WORDS.noAnswer);
  const learner = await visit({ fetch: lms.fetch, launch: url, browser, notes });
  await learner.exit();
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'terminated'], []]);
});

test('a second launch stops the first page at once, in words', async () => {
  const lms = new Cmi5Lms();
  const browser = new TestBrowser();
  const first = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url, browser });
  await goOn(1_000);
  const second = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url, browser });
  await goOn(0);
  expect(first.statuses.at(-1)).toEqual({ state: 'stopped', message: WORDS.openedElsewhere });
  expect(first.record.outbox.sending).toEqual({ state: 'stopped', reason: WORDS.openedElsewhere });
  await doWell(first);
  await goOn(60_000);
  expect(await first.exit()).toEqual({ delivered: false });
  expect(second.statuses).toEqual([{ state: 'connected' }]);
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'initialized'], []]);
});

test('a second launch elsewhere stops the first page as soon as the LMS refuses it', async () => {
  const lms = new Cmi5Lms();
  const first = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  await first.play('ring-and-say-so', 'say-sorry');
  await goOn(10_000);
  expect(first.statuses.at(-1)).toEqual({ state: 'stopped', message: WORDS.overAtLms });
  expect(first.record.outbox.sending).toEqual({ state: 'stopped', reason: WORDS.overAtLms });
  const refused = lms.refusals.length;
  await doWell(first);
  await goOn(600_000);
  expect(lms.refusals.length).toBe(refused);
  expect(await first.record.outbox.count()).toMatchObject({ parked: 0 });
});

test('what was done on one device is there on another, and is not told again', async () => {
  const lms = new Cmi5Lms({ units: [{ id: 'https://publisher.example/a', moveOn: 'CompletedAndPassed', masteryScore: 0.99 }] });
  const desk = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  await doWell(desk);
  await desk.exit();
  const phone = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  const { standing } = projectModule(await phone.record.readAll(), HELP);
  expect(standing).toMatchObject({ completion: 'completed', bestScore: 0.94 });
  await phone.exit();
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'completed', 'failed', 'terminated', 'initialized', 'terminated'], []]);
});

test('who comes back to look sees the route that they took, and nothing new is told', async () => {
  const lms = new Cmi5Lms();
  const first = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  await doWell(first);
  await first.exit();
  const before = lms.statements.length;
  const again = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE, { launchMode: 'Review' }).url });
  expect((await again.record.readAll()).map(({ type }) => type)).toContain('scenario-ended');
  await again.exit();
  expect(lms.statements.slice(before).map(({ verb }) => verb.id.split('/').at(-1))).toEqual(['initialized', 'terminated']);
  expect(lms.refusals).toEqual([]);
});

test('a scenario begun on one device is gone on with on another', async () => {
  const lms = new Cmi5Lms();
  const desk = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  await desk.play('ring-and-say-so', 'say-sorry');
  await goOn(10_000);
  const phone = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url, browser: new TestBrowser() });
  await phone.answer(true, true, true);
  await goOn(1_000);
  expect(listTold(lms)).toEqual(['initialized', 'initialized', 'completed', 'passed']);
});

test('what an earlier session could not send goes in the next, under its session, after its start, each once', async () => {
  let isDown = false;
  let isDeaf = false;
  const lms = new Cmi5Lms({ lose: ({ method, path }) => (isDown ? 'request' : isDeaf && method === 'POST' && path.endsWith('/statements') ? 'answer' : undefined) });
  const browser = new TestBrowser();
  const first = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url, browser });
  isDeaf = true;
  await first.play('ring-and-say-so', 'say-sorry');
  await goOn(5_500);
  isDown = true;
  isDeaf = false;
  await first.answer(true, true, true);
  await goOn(60_000);
  const waiting = await first.record.outbox.listAll();
  expect(waiting.length).toBeGreaterThan(3);
  expect(lms.statements.filter((statement) => !isDefined(statement)).length).toBeGreaterThan(1);
  isDown = false;
  const { url, session } = lms.launch(PAGE);
  const second = await visit({ fetch: lms.fetch, launch: url, browser, kept: first.record });
  await goOn(10_000);
  expect(await second.exit()).toEqual({ delivered: true });
  const ofSecond = lms.statements.filter(({ context }) => context?.extensions?.[EXTENSION.session] === session.id);
  const [initialized, ...others] = ofSecond;
  expect(others.every(({ timestamp }) => timestamp > (initialized?.timestamp ?? ''))).toBe(true);
  expect(new Set(lms.statements.map(({ id }) => id)).size).toBe(lms.statements.length);
  expect(waiting.every(({ id }) => lms.store.has(id))).toBe(true);
  const moved = others.filter((statement) => !isDefined(statement) && waiting.some(({ id }) => id === statement.id));
  expect(moved.length).toBeGreaterThan(2);
  expect(moved.map(({ context }) => context?.extensions?.['https://academy.example/activities/profile/extensions/happened'])).toEqual(moved.map(({ id }) => waiting.find((entry) => entry.id === id)?.at));
  expect(lms.refusals).toEqual([]);
});

test('a statement that breaks a clause is set aside, and the others go on', async () => {
  const lms = new Cmi5Lms();
  const refusesQuestion: typeof globalThis.fetch = async (input, init) => (typeof init?.body === 'string' && init.body.includes('/check/pairs') ? new Response('{"message":"4.1.0.0-1 - no valid statement"}', { status: 403 }) : lms.fetch(input, init));
  const learner = await visit({ fetch: refusesQuestion, launch: lms.launch(PAGE).url });
  await doWell(learner);
  await goOn(10_000);
  expect(await learner.record.outbox.count()).toEqual({ waiting: 0, parked: 1 });
  expect(learner.statuses.at(-1)).toEqual({ state: 'connected' });
  expect(await learner.exit()).toEqual({ delivered: false });
  expect(listTold(lms)).toEqual(['initialized', 'completed', 'passed', 'terminated']);
});

test('leaving while the LMS is down says that not everything arrived; trying again once it is back says that it did', async () => {
  let isDown = false;
  const lms = new Cmi5Lms({ lose: () => (isDown ? 'request' : undefined) });
  const learner = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE, { returnURL: 'https://lms.example/back' }).url });
  isDown = true;
  await doWell(learner);
  await goOn(30_000);
  expect(learner.statuses.at(-1)).toEqual({ state: 'retrying', message: WORDS.retrying });
  expect(await learner.exit()).toEqual({ delivered: false, returnUrl: 'https://lms.example/back' });
  isDown = false;
  expect(await learner.exit()).toEqual({ delivered: true, returnUrl: 'https://lms.example/back' });
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'completed', 'passed', 'terminated'], []]);
  expect(await learner.record.outbox.count()).toEqual({ waiting: 0, parked: 0 });
});

test('a session that was left has ended, also for a page that comes back, and for one that is loaded again', async () => {
  const lms = new Cmi5Lms();
  const browser = new TestBrowser();
  const notes = openSessionNotes();
  const { url } = lms.launch(PAGE);
  const learner = await visit({ fetch: lms.fetch, launch: url, browser, notes });
  expect(await learner.exit()).toEqual({ delivered: true });
  const told = lms.requests.length;
  learner.statuses.length = 0;
  learner.page.say('return');
  expect(learner.statuses).toEqual([{ state: 'stopped', message: WORDS.ended }]);
  await doWell(learner);
  await goOn(120_000);
  expect(lms.requests.length).toBe(told);
  await expect(visit({ fetch: lms.fetch, launch: url, browser, notes })).rejects.toThrow(WORDS.ended);
  expect(listTold(lms)).toEqual(['initialized', 'terminated']);
});

test('leaving twice at once ends the session once', async () => {
  const lms = new Cmi5Lms();
  const learner = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  await doWell(learner);
  expect(await Promise.all([learner.exit(), learner.exit()])).toEqual([{ delivered: true }, { delivered: true }]);
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'completed', 'passed', 'terminated'], []]);
});

test('durations leave out the time in which the page was hidden, and go on over a reload', async () => {
  const lms = new Cmi5Lms();
  const browser = new TestBrowser();
  const notes = openSessionNotes();
  const { url } = lms.launch(PAGE);
  const before = await visit({ fetch: lms.fetch, launch: url, browser, notes });
  await goOn(100_000);
  before.page.say('leave');
  await goOn(3_600_000);
  const after = await visit({ fetch: lms.fetch, launch: url, browser, notes });
  await goOn(50_000);
  await after.exit();
  const seconds = Number(/^PT2M([\d.]+)S$/.exec(lms.statements.at(-1)?.result?.duration ?? '')?.[1]);
  expect(seconds).toBeGreaterThanOrEqual(30);
  expect(seconds).toBeLessThan(35);
});

test('what the learner reads never holds the token', async () => {
  const lms = new Cmi5Lms();
  const { url, session } = lms.launch(PAGE);
  const wrong: typeof globalThis.fetch = async (input, init) => (String(input).endsWith('/statements') ? new Response(`no: ${session.token}`, { status: 400 }) : lms.fetch(input, init));
  const failure = await visit({ fetch: wrong, launch: url }).then(
    () => '',
    (error: unknown) => String(error),
  );
  expect(failure).toContain(WORDS.notStarted);
  expect(failure).not.toContain(session.token);
});

test.each([
  [403, WORDS.notAccepted], [401, WORDS.notAccepted], [404, WORDS.noLaunchData], [500, WORDS.noAnswer],
])('launch data that the LMS does not give (%d) is told in words', async (status, message) => {
  const lms = new Cmi5Lms();
  const fetch: typeof globalThis.fetch = async (input, init) => (String(input).includes('LMS.LaunchData') ? new Response('', { status }) : lms.fetch(input, init));
  await expect(visit({ fetch, launch: lms.launch(PAGE).url })).rejects.toThrow(message);
});

test('an LMS that keeps no State of ours, and answers no questions, still hears everything', async () => {
  const lms = new Cmi5Lms();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    const isOurs = url.searchParams.get('stateId') === 'practice-academy.progress' || url.searchParams.has('verb');
    return isOurs ? new Response('', { status: 403 }) : lms.fetch(input, init);
  };
  const learner = await visit({ fetch, launch: lms.launch(PAGE).url });
  await doWell(learner);
  expect(await learner.exit()).toEqual({ delivered: true });
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'completed', 'passed', 'terminated'], []]);
});

test('an LMS that answers no questions and has it all says so, and that counts as delivered', async () => {
  const lms = new Cmi5Lms();
  const silent: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    return url.searchParams.get('stateId') === 'practice-academy.progress' || (init?.method === 'GET' && url.pathname.endsWith('/statements')) ? new Response('', { status: 404 }) : lms.fetch(input, init);
  };
  const browser = new TestBrowser();
  for (const deed of [doWell, doWell]) {
    const learner = await visit({ fetch: silent, launch: lms.launch(PAGE, { launchMode: 'Normal' }).url, browser });
    await deed(learner);
    expect(await learner.exit()).toEqual({ delivered: true });
  }
  expect(listTold(lms)).toEqual(['initialized', 'completed', 'passed', 'terminated', 'initialized', 'terminated']);
  expect(lms.refusals.map(({ requirement }) => requirement)).toEqual(['9.3.0.0-6', '9.3.0.0-7']);
});
