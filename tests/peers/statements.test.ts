import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startLrs, type Lrs } from '../lrs/start-lrs.ts';
import { anyRecord } from '../unit/record/arbitrary-events.ts';
import { statementsOf, type SentStatement } from '../unit/tracking/lrs/statements-of.ts';
import { acts, playCourse } from '../unit/tracking/play-course.ts';
import { COURSE, HELP } from '../unit/tracking/sample-course.ts';

let lrs: Lrs;
beforeAll(async () => {
  lrs = await startLrs();
});
afterAll(() => lrs.stop());
beforeEach(() => lrs.clear());

const send = async (statements: readonly SentStatement[]): Promise<string> => {
  const answer = await fetch(`${lrs.url}/statements`, { method: 'POST', headers: { authorization: 'Basic dGVzdA==', 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' }, body: JSON.stringify(statements) });
  return `${answer.status} ${answer.ok ? '' : await answer.text()}`.trim();
};

test('a real LRS takes every statement on whatever learners do, and gives it back as it was sent', async () => {
  const records = fc.oneof(anyRecord, acts.map((played) => playCourse(COURSE, played)));
  const options = fc.record({ includeReflections: fc.boolean(), launch: fc.constant({ activityId: 'https://lms.example/au/7?x=1', module: HELP.module }) }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(records, options, async (events, chosen) => {
      const statements = statementsOf(events, { ...chosen, seal: { context: { registration: '00000000-0000-4000-8000-000000000001' } } });
      if (statements.length === 0) return;
      await lrs.clear();
      expect(await send(statements)).toBe('200');
      const stored = new Map((await lrs.listStatements()).map((statement) => [statement.id, statement]));
      for (const statement of statements) expect(stored.get(statement.id)).toMatchObject(statement);
      // The same event told once more is the same statement.
      expect(await send(statements)).toBe('200');
      expect(await lrs.listStatements()).toHaveLength(statements.length);
    }),
    { numRuns: 40 },
  );
});

test('who asks for a module by its permanent address finds what was done in it on the site and in a launch', async () => {
  const onSite = statementsOf(playCourse(COURSE, [{ do: 'check', module: 0, correct: [true, true, false], seconds: 9 }]));
  const launched = statementsOf(playCourse(COURSE, [{ do: 'read', module: 0, seconds: 9 }]), { launch: { activityId: 'https://lms.example/au/7', module: HELP.module } });
  expect(await send([...onSite, ...launched].map((statement, index) => ({ ...statement, id: `00000000-0000-5000-8000-${String(index).padStart(12, '0')}` })))).toBe('200');
  const query = new URLSearchParams({ activity: `${COURSE.iriBase}/${HELP.module}`, related_activities: 'true' });
  const answer = await fetch(`${lrs.url}/statements?${query.toString()}`, { headers: { authorization: 'Basic dGVzdA==', 'x-experience-api-version': '1.0.3' } });
  expect(((await answer.json()) as { statements: unknown[] }).statements).toHaveLength(onSite.length + launched.length);
});
