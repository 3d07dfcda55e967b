import { expect, type Page } from '@playwright/test';
import { WORDS } from '../../src/tracking/cmi5/words.ts';
import type { Cmi5Lms } from '../peers/cmi5-lms/cmi5-lms.ts';
import { EXTENSION, isDefined } from '../peers/cmi5-lms/vocabulary.ts';
import { act, answerAllRight, finishScenario, openPage, test, whenStarted } from './cmi5-page.ts';

const listTold = (lms: Cmi5Lms) => lms.statements.filter(isDefined).map(({ verb }) => verb.id.replace(/^.*\//, ''));
const count = (page: Page) => page.evaluate(() => window.au.record?.outbox.count());
const leave = (page: Page) => page.evaluate(() => window.au.connection?.exit?.());

test('cmi5: a reload in the middle goes on in the same session and with the same record', async ({ context, address, startLms }) => {
  const lms = await startLms();
  const page = await openPage(context, lms.launch(address).url);
  await act(page, finishScenario());
  await page.reload();
  await whenStarted(page);
  await act(page, answerAllRight());
  expect(await leave(page)).toEqual({ delivered: true });
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'completed', 'passed', 'terminated'], []]);
  expect(new Set(lms.statements.map(({ timestamp }) => timestamp)).size).toBe(lms.statements.length);
});

test('cmi5: a second launch stops the first tab at once, and takes over what it could not send', async ({ context, address, startLms }) => {
  let isDown = false;
  const lms = await startLms({ lose: () => (isDown ? 'request' : undefined) });
  const first = await openPage(context, lms.launch(address).url);
  isDown = true;
  await act(first, finishScenario());
  expect((await count(first))?.waiting).toBeGreaterThan(2);
  isDown = false;
  const { url, session } = lms.launch(address);
  const second = await openPage(context, url);
  await expect.poll(() => first.evaluate(() => window.au.statuses.at(-1))).toEqual({ state: 'stopped', message: WORDS.openedElsewhere });
  await act(second, answerAllRight());
  expect(await leave(second)).toEqual({ delivered: true });
  expect(lms.statements.filter((statement) => !isDefined(statement)).every(({ context: told }) => told?.extensions?.[EXTENSION.session] === session.id)).toBe(true);
  expect(listTold(lms).slice(-3)).toEqual(['completed', 'passed', 'terminated']);
  expect(lms.refusals.filter(({ requirement }) => requirement !== '8.1.2.0-2')).toEqual([]);
});

test('cmi5: what a closed tab could not send goes with the next launch, each statement once', async ({ context, address, startLms }) => {
  let isDown = false;
  const lms = await startLms({ lose: () => (isDown ? 'request' : undefined) });
  const first = await openPage(context, lms.launch(address).url);
  isDown = true;
  await act(first, [...finishScenario(), ...answerAllRight()]);
  const waiting = (await first.evaluate(() => window.au.record?.outbox.listAll())) ?? [];
  expect(waiting.length).toBeGreaterThan(5);
  await first.close();
  isDown = false;
  const second = await openPage(context, lms.launch(address).url);
  await expect.poll(() => lms.standing().satisfied).toBe(true);
  expect(await leave(second)).toEqual({ delivered: true });
  expect(waiting.filter(({ id }) => !lms.store.has(id))).toEqual([]);
  expect(listTold(lms)).toEqual(['initialized', 'initialized', 'completed', 'passed', 'terminated']);
});

test('cmi5: what is completed as the learner walks away is told', async ({ context, address, startLms }) => {
  const lms = await startLms();
  const page = await openPage(context, lms.launch(address).url);
  // Learners take longer to finish than the page to ask what was told before.
  await expect.poll(() => lms.requests.filter(({ method, path }) => method === 'GET' && path === '/lrs/statements').length).toBe(3);
  await act(page, [...finishScenario(), ...answerAllRight()]);
  await page.goto('about:blank');
  await expect.poll(() => listTold(lms)).toContain('completed');
});

test('cmi5: a page that is loaded again after the learner left says that the session has ended', async ({ context, address, startLms }) => {
  const lms = await startLms();
  const page = await openPage(context, lms.launch(address).url);
  expect(await leave(page)).toEqual({ delivered: true });
  await page.reload();
  await expect.poll(() => page.evaluate(() => window.au.failure)).toContain(WORDS.ended);
  expect(listTold(lms)).toEqual(['initialized', 'terminated']);
});
