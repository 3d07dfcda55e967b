import { expect, test } from 'vitest';
import type { TrackedCourse } from '../../src/course/tracked-course.ts';
import type { LearnerEventInput } from '../../src/record/learner-event.ts';
import { openRecord, type LearnerRecord } from '../../src/record/learner-record.ts';
import { openSessionNotes } from '../../src/record/session-notes.ts';
import { openLrs } from '../../src/tracking/lrs/client.ts';
import { encloseStatements } from '../../src/tracking/lrs/enclose-statements.ts';
import { XapiReporter } from '../../src/tracking/xapi/xapi-reporter.ts';
import { StatementStore } from './cmi5-lms/statement-store.ts';
import type { Statement } from './cmi5-lms/vocabulary.ts';
import { seedRandom } from './seeded-random.ts';
import { VirtualTime } from './virtual-time.ts';

const LEARNERS = 600;
const MINUTE = 60_000;
const START = Date.parse('2026-03-02T09:00:00.000Z');
/** When the LRS is away. */
const OUTAGE = { from: START + 5 * MINUTE, to: START + 7 * MINUTE };

const scenarios = ['a', 'b', 'c'];
const course: TrackedCourse = {
  iriBase: 'https://academy.example/frameworks',
  language: 'en-GB',
  modules: [],
  scenarios: scenarios.map((id) => ({ id, title: id, edition: 'e1', steps: [], endings: [{ id: 'over', title: 'Over' }] })),
};

/** What a learner does in a module that they stay with for about five minutes: 22 statements. `after`: milliseconds since what came before. */
function* listDeeds(random: () => number): Generator<{ after: number; input: LearnerEventInput }> {
  const module = 'rivermouth/timely-help';
  for (const scenario of scenarios) {
    const attempt = `${scenario}-1`;
    yield { after: 20_000 * random(), input: { type: 'scenario-started', attempt, scenario, edition: 'e1', seed: 1, module } };
    for (let step = 1; step <= 4; step++) yield { after: 10_000 + 15_000 * random(), input: { type: 'option-chosen', attempt, scenario, step: `s${step}`, option: 'strong', judgement: 'strong', next: step === 4 ? 'over' : `s${step + 1}` } };
    yield { after: 0, input: { type: 'scenario-ended', attempt, scenario, ending: 'over', edition: 'e1', route: [] } };
  }
  yield { after: 40_000, input: { type: 'check-submitted', attempt: 'check-1', module, edition: 'e1', answers: [1, 2, 3].map((item) => ({ item: `q${item}`, response: 'yes', correct: true })) } };
  yield { after: 0, input: { type: 'module-completed', module, success: 'passed', score: 1, parts: {} } };
}

/** Node stores nothing, and what no device keeps is sent at once. These learners have browsers that store. */
const asKept = (record: LearnerRecord): LearnerRecord =>
  new Proxy(record, {
    get(target, name) {
      if (name === 'health') return { state: 'kept' };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

/**
 * reliability-security.md §7, test 25. The senders are real; time and the LRS are not: time goes from one timer to the next, so that
 * ten minutes pass in seconds. Each learner has a browser of their own, which stays open.
 */
test(`${LEARNERS} learners in ten minutes, the LRS away for two: nothing is lost, and its return is not a rush`, async () => {
  const time = new VirtualTime(START);
  const requests: { at: number; statements: number }[] = [];
  const store = new StatementStore(time.now);
  const send: typeof fetch = async (_, init) => {
    const statements = [JSON.parse(String(init?.body ?? '[]')) as Statement].flat();
    requests.push({ at: time.now(), statements: statements.length });
    if (time.now() >= OUTAGE.from && time.now() < OUTAGE.to) throw new TypeError('fetch failed');
    if (store.add(statements)) return new Response('', { status: 409 });
    return Response.json(statements.map(({ id }) => id));
  };
  const told = new Set<string>();
  for (let learner = 0; learner < LEARNERS; learner++) {
    const random = seedRandom(learner + 1);
    const enclose = encloseStatements(course);
    const record = await openRecord({
      now: time.now,
      database: `l-${learner}`,
      enclose: (event, earlier) => {
        const drafts = enclose(event, earlier);
        for (const { id } of drafts) told.add(id);
        return drafts;
      },
    });
    const client = openLrs({ endpoint: 'https://lrs.example/xapi', authorization: 'Basic dGVzdA==', fetch: send, clock: time });
    const reporter = new XapiReporter({ seal: { actor: { account: { homePage: 'https://council.example', name: `l-${learner}` } }, version: '1.0.3', context: {} }, sender: { lrs: client, name: `l-${learner}`, clock: time, random, locks: undefined, notes: openSessionNotes() }, progress: undefined });
    reporter.report(asKept(record));
    let at = random() * 5 * MINUTE;
    for (const { after, input } of listDeeds(random)) {
      at += after;
      time.after(at, () => void record.append(input));
    }
  }
  await time.runUntil(START + 25 * MINUTE);

  const stored = store.all;
  expect(told.size).toBe(LEARNERS * 22);
  expect([stored.length, stored.filter(({ id }) => !told.has(id)).length]).toEqual([told.size, 0]);

  const arrived = requests.filter(({ at }) => at < OUTAGE.from || at >= OUTAGE.to);
  const perRequest = told.size / arrived.length;
  const returning = requests.filter(({ at }) => at >= OUTAGE.to && at < OUTAGE.to + MINUTE);
  const bySecond = Array.from({ length: 60 }, (_, second) => returning.filter(({ at }) => Math.floor((at - OUTAGE.to) / 1000) === second).length);
  const mean = returning.length / 60;
  console.log(`${told.size} statements in ${arrived.length} requests, ${perRequest.toFixed(1)} in each; ${requests.length - arrived.length} met the outage; in the minute after it ${mean.toFixed(1)} a second, at most ${Math.max(...bySecond)}.`);
  expect(perRequest).toBeGreaterThan(10);
  // Whoever failed for less than a minute is to be through within 10 s, so these come first; the others spread out behind them.
  expect(Math.max(...bySecond)).toBeLessThanOrEqual(LEARNERS / 15);
  expect(bySecond.slice(10).every((count) => count <= LEARNERS / 30)).toBe(true);
});
