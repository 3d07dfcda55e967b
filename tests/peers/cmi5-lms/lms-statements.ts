import { randomUUID } from 'node:crypto';
import type { StatementStore } from './statement-store.ts';
import { CATEGORY, COURSE_TYPE, EXTENSION, VERB, type Session } from './vocabulary.ts';

const LAUNCH_PARAMETERS = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'];

/** What the LMS itself has to say of a session: §9.3.1, 9.3.6 and 9.3.9. */
export class LmsStatements {
  /** Of the statements made here. */
  readonly ids = new Set<string>();
  readonly #store: StatementStore;
  readonly #now: () => number;

  constructor(store: StatementStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  launched(session: Session, page: string): void {
    const url = new URL(page);
    for (const name of LAUNCH_PARAMETERS) url.searchParams.delete(name);
    const extensions = {
      [EXTENSION.launchMode]: session.launchMode,
      [EXTENSION.launchUrl]: url.href,
      [EXTENSION.moveOn]: session.unit.moveOn,
      ...(session.masteryScore !== undefined && { [EXTENSION.masteryScore]: session.masteryScore }),
      ...(session.unit.launchParameters !== undefined && { [EXTENSION.launchParameters]: session.unit.launchParameters }),
    };
    this.#say(session, VERB.launched, { id: session.activityId }, { extensions });
  }

  abandoned(session: Session): void {
    const seconds = Math.max(0, Date.parse(session.newestAt ?? session.launchedAt) - Date.parse(session.launchedAt)) / 1000;
    this.#say(session, VERB.abandoned, { id: session.activityId }, { result: { duration: `PT${seconds.toFixed(2)}S` } });
  }

  satisfied(session: Session): void {
    this.#say(session, VERB.satisfied, { id: `${session.actor.account?.homePage ?? ''}/courses/1`, definition: { type: COURSE_TYPE } }, {});
  }

  #say(session: Session, verb: string, object: { id: string; definition?: { type: string } }, { extensions = {}, result }: { extensions?: Record<string, unknown>; result?: { duration: string } }): void {
    const { contextTemplate, actor, registration } = session;
    const id = randomUUID();
    this.ids.add(id);
    this.#store.add([
      {
        id,
        timestamp: new Date(this.#now()).toISOString(),
        actor,
        verb: { id: verb },
        object,
        ...(result && { result }),
        context: { ...contextTemplate, registration, contextActivities: { ...contextTemplate.contextActivities, category: [{ id: CATEGORY.cmi5 }] }, extensions: { ...contextTemplate.extensions, ...extensions } },
      },
    ]);
  }
}
