import type { TrackedCourse } from '../../../../src/course/tracked-course.ts';
import type { LearnerEvent } from '../../../../src/record/learner-event.ts';
import { encloseStatements, type EncloseOptions } from '../../../../src/tracking/lrs/enclose-statements.ts';
import { sealStatement, type Actor, type Seal, type StatementDraft } from '../../../../src/tracking/lrs/statement.ts';
import { COURSE } from '../sample-course.ts';

export const ACTOR: Actor = { objectType: 'Agent', account: { homePage: 'https://hr.example', name: 'a1b2c3' } };

/** A statement as it is sent. */
export type SentStatement = StatementDraft & { id: string; actor: Actor; timestamp: string };

/** Everything that is sent of a record, in order, as the record and the sender make it between them. */
export function statementsOf(events: readonly LearnerEvent[], { course = COURSE, seal = {}, ...options }: EncloseOptions & { course?: TrackedCourse; seal?: Partial<Seal> } = {}): SentStatement[] {
  const enclose = encloseStatements(course, options);
  return events.flatMap((event, index) =>
    enclose(event, events.slice(0, index)).map(({ id, content }, after) => {
      const at = new Date(Date.parse(event.at) + after).toISOString();
      return JSON.parse(sealStatement({ id, at, content }, { actor: ACTOR, version: '1.0.3', ...seal })) as SentStatement;
    }),
  );
}

/** The last part of a verb's id. */
export const verbOf = ({ verb }: Pick<StatementDraft, 'verb'>): string => verb.id.split('/').at(-1) ?? '';
