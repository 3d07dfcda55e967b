import { randomUUID } from 'node:crypto';
import { openRecord } from '../../src/record/learner-record.ts';
import { openSessionNotes } from '../../src/record/session-notes.ts';
import { connectXapi } from '../../src/tracking/xapi/connect.ts';
import { VERBS } from '../../src/tracking/lrs/vocabulary.ts';
import { startLrs, type StoredStatement } from '../lrs/start-lrs.ts';
import { MODULE } from './contract-course.ts';
import type { Reported } from './contract.ts';
import { hastyClock, type Target } from './target.ts';

const PATIENCE = 10_000;

/** A Tin Can launch, and a real LRS. The module's own mastery score counts, since a launch names none. */
export async function xapiTarget(): Promise<Target> {
  const lrs = await startLrs();
  return {
    name: 'xAPI',
    stop: () => lrs.stop(),
    async enrol({ masteryScore }) {
      const registration = randomUUID();
      const actor = { account: { homePage: 'https://people.example', name: registration } };
      return {
        async launch({ course, launchMode = 'Normal' }) {
          const address = new URL('https://academy.example/frameworks/rivermouth/timely-help/');
          for (const [name, value] of Object.entries({ endpoint: lrs.url, auth: 'Basic dGVzdDp0ZXN0', actor: JSON.stringify(actor), registration })) address.searchParams.set(name, value);
          const connection = await connectXapi({ address, course, launchOrigins: [new URL(lrs.url).origin], fetch, clock: hastyClock, random: Math.random, notes: openSessionNotes(), gather: { forMs: 0 } });
          const record = await openRecord({ ...connection.environment, launchMode, ...(masteryScore !== undefined && { masteryScore }) });
          connection.report(record);
          return {
            record,
            async leave() {
              const end = Date.now() + PATIENCE;
              while ((await record.outbox.count()).waiting > 0) {
                if (Date.now() > end) throw new Error(`Still waiting to be sent: ${JSON.stringify(await record.outbox.listAll())}`);
                await new Promise((resolve) => setTimeout(resolve, 5));
              }
              // Where the learner stands is kept a moment after what they did.
              await new Promise((resolve) => setTimeout(resolve, 100));
            },
          };
        },
        async readReported() {
          const statements = await lrs.listStatements();
          return summarise(statements.filter((statement) => statement.actor.account?.name === registration && statement.object.id.endsWith(MODULE)));
        },
      };
    },
  };
}

/** What a report over an LRS would say of a module: completed once somebody said so, passed once they did, and the best score. */
export function summarise(statements: readonly StoredStatement[]): Reported {
  const about = (verb: string) => statements.filter((statement) => statement.verb.id === verb);
  const [passed, failed] = [about(VERBS.passed.id), about(VERBS.failed.id)];
  const scores = [...passed, ...failed].flatMap((statement) => (statement.result as { score?: { scaled?: number } } | undefined)?.score?.scaled ?? []);
  return {
    completion: about(VERBS.completed.id).length > 0 ? 'completed' : 'incomplete',
    success: passed.length > 0 ? 'passed' : failed.length > 0 ? 'failed' : 'unknown',
    ...(scores.length > 0 && { score: Math.max(...scores) }),
  };
}
