import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRecord } from '../../record/arbitrary-events.ts';
import { acts, playCourse } from '../play-course.ts';
import { COURSE, HELP } from '../sample-course.ts';
import { listStatementProblems } from './statement-problems.ts';
import { statementsOf, verbOf, type SentStatement } from './statements-of.ts';

const options = fc.record(
  { includeReflections: fc.boolean(), masteryScore: fc.constantFrom(0, 0.6667, 1), launch: fc.constant({ activityId: 'https://lms.example/au/7?x=1', module: HELP.module }) },
  { requiredKeys: [] },
);
const sealed = { context: { registration: '00000000-0000-4000-8000-000000000001' } };
const problemsOf = (statements: readonly SentStatement[]) => statements.flatMap((statement) => listStatementProblems(statement).map((problem) => [verbOf(statement), problem]));

test('every statement about whatever learners do in a course is valid, and so is its text', () => {
  fc.assert(
    fc.property(acts, options, (played, chosen) => {
      expect(problemsOf(statementsOf(playCourse(COURSE, played), { ...chosen, seal: sealed }))).toEqual([]);
    }),
  );
});

test('every statement about modules, scenarios and questions that the page does not know is valid', () => {
  fc.assert(
    fc.property(anyRecord, options, (events, chosen) => {
      expect(problemsOf(statementsOf(events, chosen))).toEqual([]);
    }),
  );
});

test('ids are distinct, and the same event gives the same statements every time', () => {
  fc.assert(
    fc.property(fc.oneof(anyRecord, acts.map((played) => playCourse(COURSE, played))), (events) => {
      const statements = statementsOf(events);
      expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
      expect(statementsOf(events)).toEqual(statements);
    }),
  );
});

test('a module is initialized before anything else is told of it, completed once, passed once, failed at most once and never after it passed', () => {
  fc.assert(
    fc.property(acts, (played) => {
      for (const { module } of COURSE.modules) {
        const iri = `${COURSE.iriBase}/${module}`;
        const told = statementsOf(playCourse(COURSE, played));
        const verbs = told.filter(({ object }) => object.id === iri).map(verbOf);
        expect(verbs.join(' ')).toMatch(/^(?:initialized(?: read)*(?: completed)?(?: read)*(?: failed)?(?: read)*(?: passed)?(?: read)*)?$/);
        const [first] = told.filter(({ object, context }) => object.id.startsWith(iri) || context?.contextActivities?.grouping?.some(({ id }) => id === iri));
        if (first) expect(verbOf(first)).toBe('initialized');
      }
    }),
  );
});

test('in a cmi5 launch nothing is told that cmi5 leaves to the session, and nothing under the ids of the module itself', () => {
  const launch = { activityId: 'https://lms.example/au/7', module: HELP.module };
  fc.assert(
    fc.property(acts, (played) => {
      const statements = statementsOf(playCourse({ ...COURSE, modules: [HELP] }, played), { course: { ...COURSE, modules: [HELP] }, launch });
      for (const { verb, object, context } of statements) {
        expect(['initialized', 'passed', 'failed']).not.toContain(verbOf({ verb }));
        expect(object.id.startsWith(launch.activityId)).toBe(true);
        if (object.id === launch.activityId) expect(verbOf({ verb })).toBe('read');
        expect(context?.contextActivities?.other?.map(({ id }) => id)).toContain(object.id.replace(`${launch.activityId}/scenarios`, `${COURSE.iriBase}/scenarios`).replace(launch.activityId, `${COURSE.iriBase}/${HELP.module}`));
      }
    }),
  );
});
