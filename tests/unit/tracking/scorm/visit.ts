import type { TrackedCourse } from '../../../../src/course/tracked-course.ts';
import type { LearnerEventInput } from '../../../../src/record/learner-event.ts';
import { openRecord, type LearnerRecord } from '../../../../src/record/learner-record.ts';
import { settleModule } from '../../../../src/record/settle-module.ts';
import type { Connection, ConnectionStatus } from '../../../../src/tracking/connection.ts';
import { connectScorm12 } from '../../../../src/tracking/scorm12/connect.ts';
import { connectScorm2004 } from '../../../../src/tracking/scorm2004/connect.ts';
import type { ScormVersion, StrictLms } from '../../../peers/scorm-strict.ts';
import { uuid } from '../../record/events-of.ts';
import { COURSE, HELP, MEETING, VISIT } from '../sample-course.ts';
import { FakePage, settle } from './fake-page.ts';

/** A package of one module: a scenario and a check of three questions. */
export const HELP_ONLY: TrackedCourse = { ...COURSE, modules: [HELP], scenarios: [VISIT] };

let count = 0;
const newId = () => uuid((count += 1));

export interface Visit {
  connection: Connection;
  record: LearnerRecord;
  page: FakePage;
  statuses: ConnectionStatus[];
  /** What the LMS has of an element at this moment. */
  value(element: string): string | undefined;
  /** What the page tells the record, and everything that follows from it. */
  do(...inputs: LearnerEventInput[]): Promise<void>;
  /** Moves the learner's clock on. */
  wait(ms: number): void;
}

/** A page that an LMS opened. */
export async function visit(lms: Pick<StrictLms, 'api' | 'version' | 'values'>, course: TrackedCourse = HELP_ONLY): Promise<Visit> {
  let now = Date.UTC(2026, 2, 2, 9);
  const page = new FakePage({ parent: { [lms.version === '1.2' ? 'API' : 'API_1484_11']: lms.api, parent: null } });
  const connection = await connect(lms.version)({ page, course, now: () => now, newId });
  const record = await openRecord(connection.environment);
  const statuses: ConnectionStatus[] = [];
  connection.report(record);
  connection.subscribe((status) => statuses.push(status));
  await settle();
  return {
    connection,
    record,
    page,
    statuses,
    value: (element) => lms.values.get(element),
    async do(...inputs) {
      for (const input of inputs) {
        now += 30_000;
        await record.append(input);
        for (const module of course.modules) await settleModule(record, module);
      }
      await settle();
    },
    wait(ms) {
      now += ms;
    },
  };
}

export const connect = (version: ScormVersion) => (version === '1.2' ? connectScorm12 : connectScorm2004);

const decide = (scenario: typeof VISIT, route: readonly (readonly [step: string, option: string])[], ending: string): LearnerEventInput[] => {
  const attempt = newId();
  const decisions = route.flatMap(([step, option]) => {
    const found = scenario.steps.find(({ id }) => id === step)?.options.find(({ id }) => id === option);
    return found ? [{ step, option, judgement: found.judgement, next: found.next }] : [];
  });
  return [
    { type: 'scenario-started', attempt, scenario: scenario.id, edition: scenario.edition, seed: 7 },
    ...decisions.map((decision): LearnerEventInput => ({ type: 'option-chosen', attempt, scenario: scenario.id, ...decision })),
    ...(ending === '' ? [] : [{ type: 'scenario-ended', attempt, scenario: scenario.id, ending, edition: scenario.edition, route: decisions.map(({ next: _, ...decision }) => decision) } as const]),
  ];
};

export const visitWell = () => decide(VISIT, [['friday', 'ring-and-say-so'], ['at-the-door', 'say-sorry']], 'trust-kept');
export const visitBadly = () => decide(VISIT, [['friday', 'leave-it']], 'nobody-came');
export const beginVisit = () => decide(VISIT, [['friday', 'ring-and-say-so']], '');
export const meetWell = () => decide(MEETING, [['opening', 'ask-mum'], ['plan', 'write-together']], 'agreed');

export const answer = (...correct: [boolean, boolean, boolean]): LearnerEventInput => ({
  type: 'check-submitted',
  attempt: newId(),
  module: HELP.module,
  edition: HELP.requirements.check?.edition ?? '',
  answers: HELP.check.map((question, index) => ({ item: question.id, response: correct[index] ? question.correct : (['plans-1', 'timely-help-1[.]plans[,]plans-1[.]plans', 'write[,]ask[,]listen'][index] ?? ''), correct: correct[index] ?? false })),
});
export const answerWell = () => answer(true, true, true);
export const answerBadly = () => answer(false, false, false);
export const readValues = (): LearnerEventInput => ({ type: 'module-declared-read', module: 'standards/values', edition: 'ffff000011112222' });
