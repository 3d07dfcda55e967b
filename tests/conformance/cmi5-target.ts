import { randomUUID } from 'node:crypto';
import { DEFAULT_MASTERY_SCORE } from '../../src/course/completion.ts';
import { openRecord } from '../../src/record/learner-record.ts';
import { openSessionNotes } from '../../src/record/session-notes.ts';
import { connectCmi5 } from '../../src/tracking/cmi5/connect.ts';
import type { StoredStatement } from '../lrs/start-lrs.ts';
import { Cmi5Lms } from '../peers/cmi5-lms/cmi5-lms.ts';
import { MODULE } from './contract-course.ts';
import { hastyClock, type Target } from './target.ts';
import { summarise } from './xapi-target.ts';

/** A cmi5 LMS, launched as our packages ask for it, that refuses whatever breaks a clause; a refusal fails the row. */
export const cmi5Target = (): Target => ({
  name: 'cmi5',
  async enrol({ masteryScore }) {
    const lms = new Cmi5Lms({ units: [{ id: `https://academy.example/frameworks/${MODULE}`, moveOn: 'CompletedAndPassed' }] });
    const registration = randomUUID();
    return {
      async launch({ course, launchMode = 'Normal' }) {
        const { url } = lms.launch('https://content.example/a/b/c/index.html', { registration, launchMode, masteryScore: masteryScore ?? DEFAULT_MASTERY_SCORE });
        const connection = await connectCmi5({ launch: url, course, module: MODULE, fetch: lms.fetch, clock: hastyClock, monotonic: () => performance.now(), random: Math.random, newId: randomUUID, notes: openSessionNotes() });
        const record = await openRecord(connection.environment);
        connection.report(record);
        return {
          record,
          async leave() {
            const exit = await connection.exit?.();
            if (exit?.delivered !== true) throw new Error(`Not delivered: ${JSON.stringify([exit, await record.outbox.listAll()])}`);
          },
        };
      },
      async readReported() {
        if (lms.refusals.length > 0) throw new Error(`The LMS refused: ${JSON.stringify(lms.refusals)}`);
        const own = lms.statements.filter(({ object }) => object.id === lms.sessions[0]?.activityId);
        return summarise(own as unknown as StoredStatement[]);
      },
    };
  },
});
