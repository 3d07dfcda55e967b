import { expect, test } from 'vitest';
import { projectModule } from '../../../../src/record/module-progress.ts';
import { openSessionNotes } from '../../../../src/record/session-notes.ts';
import { Cmi5Lms } from '../../../peers/cmi5-lms/cmi5-lms.ts';
import { stopTime } from '../lrs/timing.ts';
import { HELP } from '../sample-course.ts';
import { goOn, PAGE, TestBrowser, visit } from './visit.ts';
import { listTold } from './wire.ts';

stopTime();

/** An LMS that takes in a statement with this verb at once, and answers only when it is let. */
function slowToAnswer(lms: Cmi5Lms, verb: string): { fetch: typeof fetch; answerNow: () => void } {
  let answerNow: () => void = () => undefined;
  const isTime = new Promise<void>((resolve) => {
    answerNow = resolve;
  });
  return {
    answerNow: () => answerNow(),
    fetch: async (input, init) => {
      const answer = await lms.fetch(input, init);
      if (typeof init?.body === 'string' && init.body.includes('categories/cmi5"') && init.body.includes(`verbs/${verb}"`)) await isTime;
      return answer;
    },
  };
}

test('a pass that waits for the answer to “completed” leaves with the page', async () => {
  const lms = new Cmi5Lms();
  const learner = await visit({ fetch: slowToAnswer(lms, 'completed').fetch, launch: lms.launch(PAGE).url });
  await learner.play('ring-and-say-so', 'say-sorry');
  await learner.answer(true, true, true);
  await goOn(100);
  expect(listTold(lms)).toEqual(['initialized', 'completed']);
  learner.page.say('leave');
  learner.page.say('leave');
  await goOn(0);
  expect([listTold(lms), lms.standing().satisfied, lms.refusals]).toEqual([['initialized', 'completed', 'passed'], true, []]);
});

test('a page that was only out of sight goes on after that, and tells nothing twice', async () => {
  const lms = new Cmi5Lms();
  const { fetch, answerNow } = slowToAnswer(lms, 'completed');
  const learner = await visit({ fetch, launch: lms.launch(PAGE).url });
  await learner.play('ring-and-say-so', 'say-sorry');
  await learner.answer(true, true, true);
  learner.page.say('leave');
  await goOn(1_000);
  learner.page.say('return');
  answerNow();
  expect(await learner.exit()).toEqual({ delivered: true });
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'completed', 'passed', 'terminated'], []]);
});

test('a pass that was lost on leaving goes with the next load of the page', async () => {
  const lms = new Cmi5Lms({ lose: ({ body }) => (isDown && body.includes('verbs/passed"') ? 'request' : undefined) });
  let isDown = true;
  const browser = new TestBrowser();
  const notes = openSessionNotes();
  const { url } = lms.launch(PAGE);
  const before = await visit({ fetch: slowToAnswer(lms, 'completed').fetch, launch: url, browser, notes });
  await before.play('ring-and-say-so', 'say-sorry');
  await before.answer(true, true, true);
  before.page.say('leave');
  await goOn(0);
  isDown = false;
  const after = await visit({ fetch: lms.fetch, launch: url, browser, notes, kept: before.record });
  expect(await after.exit()).toEqual({ delivered: true });
  expect([listTold(lms), lms.refusals]).toEqual([['initialized', 'completed', 'passed', 'terminated'], []]);
});

test('where the learner stands is saved as the page leaves, for another device', async () => {
  const lms = new Cmi5Lms();
  const desk = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url });
  await desk.play('ring-and-say-so', 'say-sorry');
  desk.page.say('leave');
  await goOn(0);
  const phone = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url, browser: new TestBrowser() });
  expect(projectModule(await phone.record.readAll(), HELP).standing.remaining).toEqual(['check']);
});

test('where the learner stood, and the LMS did not hear of, is saved at the next launch on the same device', async () => {
  let isDown = false;
  const lms = new Cmi5Lms({ lose: ({ path }) => (isDown && path.endsWith('/activities/state') ? 'request' : undefined) });
  const browser = new TestBrowser();
  const desk = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url, browser });
  isDown = true;
  await desk.play('ring-and-say-so', 'say-sorry');
  await goOn(10_000);
  isDown = false;
  await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url, browser, kept: desk.record });
  await goOn(1_000);
  const phone = await visit({ fetch: lms.fetch, launch: lms.launch(PAGE).url, browser: new TestBrowser() });
  expect(projectModule(await phone.record.readAll(), HELP).standing.remaining).toEqual(['check']);
});
