import { expect, test } from 'vitest';
import { Cmi5Lms } from '../peers/cmi5-lms/cmi5-lms.ts';
import { listCategories, type Statement } from '../peers/cmi5-lms/vocabulary.ts';
import { openRusticiAu, type RusticiAu } from '../peers/rustici-au.ts';
import { stopTime } from '../unit/tracking/lrs/timing.ts';
import { COURSE, VALUES } from '../unit/tracking/sample-course.ts';
import { PAGE, visit, type Visit } from '../unit/tracking/cmi5/visit.ts';
import { isDefined } from '../unit/tracking/cmi5/wire.ts';

stopTime();

/** What both makers have to agree on: verb, result but for the time it took, categories, and what else an LMS reads of the context. */
const told = (lms: Cmi5Lms) =>
  lms.statements.filter(isDefined).map((statement: Statement) => {
    const { verb, object, result, context, actor } = statement;
    const { duration, ...rest } = result ?? {};
    const { sessionid: _, ...extensions } = Object.fromEntries(Object.entries(context?.extensions ?? {}).map(([iri, value]) => [iri.replace(/^.*\//, ''), value]));
    return { verb: verb.id, object: object.id, actor, result: rest, hasDuration: duration !== undefined, categories: listCategories(statement), grouping: context?.contextActivities?.['grouping'], registration: context?.registration, extensions };
  });

interface Outcome {
  what: string;
  ours: (learner: Visit) => Promise<void>;
  theirs: (au: RusticiAu) => Promise<void>;
  module?: string;
  masteryScore?: number;
}

const OUTCOMES: readonly Outcome[] = [
  {
    what: 'a pass',
    ours: async (learner) => {
      await learner.play('ring-and-say-so', 'say-sorry');
      await learner.answer(true, true, true);
    },
    theirs: async (au) => {
      await au.completed();
      await au.passed({ scaled: 0.94 });
    },
  },
  {
    what: 'a fail',
    ours: async (learner) => {
      await learner.play('send-a-text', 'say-nothing');
      await learner.answer(true, false, false);
    },
    theirs: async (au) => {
      await au.completed();
      await au.failed({ scaled: 0.32 });
    },
  },
  {
    what: 'a fail by an unsafe choice, without a score',
    ours: async (learner) => {
      await learner.play('leave-it');
      await learner.answer(true, true, true);
    },
    theirs: async (au) => {
      await au.completed();
      await au.failed();
    },
  },
  {
    what: 'a pass at a mastery score of 0',
    masteryScore: 0,
    ours: async (learner) => {
      await learner.play('send-a-text', 'say-nothing');
      await learner.answer(false, false, false);
    },
    theirs: async (au) => {
      await au.completed();
      await au.passed({ scaled: 0.12 });
    },
  },
  {
    what: 'a module that is only read',
    module: VALUES.module,
    ours: async ({ record }) => {
      await record.append({ type: 'module-declared-read', module: VALUES.module, edition: VALUES.requirements.statementsEdition });
    },
    theirs: async (au) => void (await au.completed()),
  },
  { what: 'a visit in which nothing was done', ours: async () => undefined, theirs: async () => undefined },
];

test.each(OUTCOMES)('another maker’s unit tells $what in the same statements', async ({ ours, theirs, module, masteryScore }) => {
  const options = masteryScore === undefined ? {} : { masteryScore };
  const lmsOfOurs = new Cmi5Lms();
  const learner = await visit({ fetch: lmsOfOurs.fetch, launch: lmsOfOurs.launch(PAGE, options).url, course: COURSE, ...(module !== undefined && { module }) });
  await ours(learner);
  expect(await learner.exit()).toEqual({ delivered: true });

  const lmsOfTheirs = new Cmi5Lms();
  const au = openRusticiAu(lmsOfTheirs.launch(PAGE, options).url, lmsOfTheirs.fetch);
  await au.start();
  await theirs(au);
  await au.terminate();

  expect([lmsOfOurs.refusals, lmsOfTheirs.refusals]).toEqual([[], []]);
  expect(told(lmsOfOurs)).toEqual(told(lmsOfTheirs));
  expect(lmsOfOurs.standing()).toEqual(lmsOfTheirs.standing());
});
