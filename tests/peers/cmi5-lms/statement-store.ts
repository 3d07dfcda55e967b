import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { say, sayJson, type Answered } from '../../lrs/exchange.ts';
import type { Agent, Statement } from './vocabulary.ts';

/** CommonJS, whose default export Node and Vitest give differently. */
const { default: validate } = createRequire(import.meta.url)('@learninglocker/xapi-validation') as { default: (statement: unknown) => { path: string[]; name: string }[] };

export type Stored = Statement & { stored: string };

/** The statements of an LRS, in memory, and how they are found. Written to xAPI 1.0.3, Communication §2.1. */
export class StatementStore {
  readonly #statements = new Map<string, { sent: Statement; stored: Stored }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get all(): readonly Stored[] {
    return [...this.#statements.values()].map(({ stored }) => stored);
  }

  has(id: string): boolean {
    return this.#statements.has(id.toLowerCase());
  }

  /** All of them or none. @returns what is wrong, or nothing. */
  add(statements: readonly Statement[]): Answered | undefined {
    const ids = statements.map(({ id }) => id.toLowerCase());
    if (new Set(ids).size < ids.length) return say(400, 'An id stands twice in the request.');
    for (const statement of statements) {
      const known = this.#statements.get(statement.id.toLowerCase());
      if (known && !isDeepStrictEqual(known.sent, statement)) return say(409, `Another statement has the id ${statement.id}.`);
    }
    for (const statement of statements) {
      if (!this.has(statement.id)) this.#statements.set(statement.id.toLowerCase(), { sent: statement, stored: { ...structuredClone(statement), stored: new Date(this.#now()).toISOString() } });
    }
    return undefined;
  }

  find(query: URLSearchParams): Answered {
    const id = query.get('statementId');
    if (id !== null) {
      const found = this.#statements.get(id.toLowerCase());
      return found ? sayJson(200, found.stored) : say(404);
    }
    const { agent, verb, activity, registration, since, until }: Partial<Record<string, string>> = Object.fromEntries(query);
    const wantsRelated = query.get('related_activities') === 'true';
    const found = this.all.filter(
      (statement) =>
        (agent === undefined || identify(JSON.parse(agent) as Agent) === identify(statement.actor)) &&
        (verb === undefined || statement.verb.id === verb) &&
        (activity === undefined || statement.object.id === activity || (wantsRelated && listRelated(statement).includes(activity))) &&
        (registration === undefined || statement.context?.registration === registration) &&
        (since === undefined || Date.parse(statement.stored) > Date.parse(since)) &&
        (until === undefined || Date.parse(statement.stored) <= Date.parse(until)),
    );
    const ordered = query.get('ascending') === 'true' ? found : found.toReversed();
    const limit = Number(query.get('limit') ?? 0);
    return sayJson(200, { statements: limit > 0 ? ordered.slice(0, limit) : ordered, more: '' });
  }
}

/** What xAPI itself finds wrong with something that should be a statement. */
export function findFormError(statement: unknown): string | undefined {
  const [warning] = validate(statement);
  return warning && `${warning.path.join('.')}: ${warning.name}`;
}

const listRelated = ({ context }: Statement): string[] => Object.values(context?.contextActivities ?? {}).flatMap((activities) => activities.map(({ id }) => id));

const identify = ({ account, ...agent }: Agent): string => JSON.stringify(account ? [account.homePage, account.name] : [agent['mbox'], agent['mbox_sha1sum'], agent['openid']]);
