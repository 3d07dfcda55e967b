import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DocumentsDouble } from '../../lrs/documents-double.ts';
import { allowOrigin, readAsked, say, sayJson, send, type Answered, type Asked } from '../../lrs/exchange.ts';
import { findViolation, type Violation } from './clauses.ts';
import { LmsStatements } from './lms-statements.ts';
import { findPreferencesViolation } from './preferences.ts';
import { findFormError, StatementStore, type Stored } from './statement-store.ts';
import { EXTENSION, isDefined, VERB, type Agent, type AssignableUnit, type Mode, type Session, type Standing, type Statement } from './vocabulary.ts';

/** What is to go wrong with a request: it never arrives, or it is carried out and the answer is lost. */
export type Loss = 'request' | 'answer';

export interface LmsOptions {
  /** One, with a mastery score of 0.7 and `CompletedAndPassed`, unless given. */
  units?: readonly AssignableUnit[];
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Asked at every request. */
  lose?: (asked: Asked) => Loss | undefined;
  /** A slash at the end of the endpoint; without one by default, as CATAPULT has it. */
  endsWithSlash?: boolean;
  /** What a session may still do after `terminated`: read (default, the period of §9.3.8), or nothing. */
  afterTerminated?: 'read' | 'nothing';
  /** The document `cmi5LearnerPreferences`; none by default, which is the usual case. */
  preferences?: { languagePreference: string; audioPreference: string };
  /** More of the context template, beside what §10.2.1 asks for. */
  template?: Record<string, unknown>;
}

export interface LaunchOptions {
  /** Place in `units`. */
  unit?: number;
  /** Two launches with the same learner and registration are two sessions of one enrolment. */
  learner?: string;
  registration?: string;
  /** Without it: Review where the unit is satisfied, else Normal. */
  launchMode?: Mode;
  /** In place of the unit's. */
  masteryScore?: number;
  returnURL?: string;
}

export interface Launch {
  /** What the LMS opens: the page with all launch parameters. */
  url: URL;
  session: Readonly<Session>;
}

/** A request that was refused. */
export interface Refusal extends Violation {
  session: string;
  statement?: unknown;
}

/**
 * A double of a cmi5 LMS, written to the Quartz edition of the specification: it launches, hands out tokens, and takes
 * statements through a proxy that refuses with 403 whatever breaks a clause, naming its id in npm `@cmi5/requirements`.
 * Repeated `cmi5 defined` statements are refused even under the same id, as CATAPULT does.
 */
export class Cmi5Lms {
  readonly store: StatementStore;
  readonly documents = new DocumentsDouble();
  readonly refusals: Refusal[] = [];
  readonly sessions: Session[] = [];
  /** Every request below the endpoint that arrived, in order. */
  readonly requests: { method: string; path: string; status: number }[] = [];
  /** Where it is reached, without a slash at its end. `listen` changes it. */
  origin = 'https://lms.example';
  readonly #options: LmsOptions;
  readonly #units: readonly AssignableUnit[];
  readonly #now: () => number;
  readonly #standings = new Map<string, Standing>();
  readonly #lms: LmsStatements;
  #server: Server | undefined;

  constructor(options: LmsOptions = {}) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#units = options.units ?? [{ id: 'https://publisher.example/academy/arriving', moveOn: 'CompletedAndPassed', masteryScore: 0.7 }];
    this.store = new StatementStore(this.#now);
    this.#lms = new LmsStatements(this.store, this.#now);
  }

  /** Launches a unit, which ends what the learner had open in this registration. @param page the AU's address */
  launch(page: string, options: LaunchOptions = {}): Launch {
    const { unit: place = 0, learner = 'l-1', registration = '6b7d3b0e-6c0b-4f0e-9d6a-3f5f0c9a7b11' } = options;
    const unit = this.#units[place];
    if (!unit) throw new RangeError(`There is no unit ${place}`);
    for (const session of this.sessions) if (session.registration === registration && session.terminatedAt === undefined && !session.isAbandoned) this.#abandon(session);
    const standing = this.standing(registration, place);
    const activityId = `${this.origin}/activities/${encodeURIComponent(unit.id)}`;
    const id = randomUUID();
    const masteryScore = options.masteryScore ?? unit.masteryScore;
    const session: Session = {
      id,
      unit,
      registration,
      activityId,
      actor: { objectType: 'Agent', account: { homePage: this.origin, name: learner } },
      launchMode: options.launchMode ?? (standing.satisfied ? 'Review' : 'Normal'),
      ...(masteryScore !== undefined && { masteryScore }),
      ...(options.returnURL !== undefined && { returnURL: options.returnURL }),
      contextTemplate: { ...this.#options.template, contextActivities: { grouping: [{ id: unit.id }] }, extensions: { [EXTENSION.session]: id } },
      token: Buffer.from(`${id}:${randomUUID()}`).toString('base64'),
      isFetched: false,
      hasReadPreferences: false,
      verbs: new Set(),
      isAbandoned: false,
      launchedAt: new Date(this.#now()).toISOString(),
    };
    this.sessions.push(session);
    const agent = JSON.stringify(session.actor);
    this.documents.write('/activities/state', { activityId, agent, registration, stateId: 'LMS.LaunchData' }, launchDataOf(session));
    if (this.#options.preferences) this.documents.write('/agents/profile', { agent, profileId: 'cmi5LearnerPreferences' }, this.#options.preferences);
    this.#lms.launched(session, page);
    const url = new URL(page);
    const parameters = { endpoint: `${this.origin}/lrs${this.#options.endsWithSlash ? '/' : ''}`, fetch: `${this.origin}/fetch/${id}`, actor: agent, registration, activityId };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return { url, session };
  }

  standing(registration = '6b7d3b0e-6c0b-4f0e-9d6a-3f5f0c9a7b11', unit = 0): Readonly<Standing> {
    const key = JSON.stringify([registration, unit]);
    const known = this.#standings.get(key) ?? { completed: false, passed: false, satisfied: this.#units[unit]?.moveOn === 'NotApplicable' };
    this.#standings.set(key, known);
    return known;
  }

  /** What units sent and had taken, without the statements of the LMS itself. */
  get statements(): readonly Stored[] {
    return this.store.all.filter(({ id }) => !this.#lms.ids.has(id));
  }

  /** `fetch` without a socket, for tests that run many sessions. */
  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.origin !== this.origin) throw new TypeError('fetch failed');
    request.signal.throwIfAborted();
    const asked: Asked = { method: request.method, path: url.pathname, query: url.searchParams, headers: Object.fromEntries(request.headers), body: Buffer.from(await request.arrayBuffer()) };
    const loss = this.#options.lose?.(asked);
    if (loss === 'request') throw new TypeError('fetch failed');
    const { status, headers, body } = this.#answer(asked);
    if (loss === 'answer') throw new TypeError('fetch failed');
    const isEmpty = status === 204 || status === 304;
    return new Response(isEmpty ? null : new Uint8Array(Buffer.from(body ?? '')), { status, ...(headers && { headers }) });
  };

  /** Listens on a free port of this machine. Call it before the first launch. */
  async listen(): Promise<void> {
    const server = createServer((request, response) => {
      for (const [name, value] of Object.entries(allowOrigin(request.headers.origin))) response.setHeader(name, value);
      if (request.method === 'OPTIONS') {
        send(say(204), response);
        return;
      }
      readAsked(request, '').then(
        (asked) => {
          const loss = this.#options.lose?.(asked);
          if (loss === 'request') return response.destroy();
          const answered = this.#answer(asked);
          return loss === 'answer' ? response.destroy() : send(answered, response);
        },
        () => response.destroy(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#server = server;
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(undefined)));
  }

  #answer(asked: Asked): Answered {
    const answered = asked.path.startsWith('/fetch/') ? this.#handOutToken(asked) : asked.path.startsWith('/lrs/') ? this.#serveLrs({ ...asked, path: asked.path.slice(4) }) : say(404);
    this.requests.push({ method: asked.method, path: asked.path, status: answered.status });
    return answered;
  }

  /** §8.2: errors come with status 200 too. */
  #handOutToken({ method, path }: Asked): Answered {
    const session = this.sessions.find(({ id }) => path === `/fetch/${id}`);
    if (method !== 'POST') return this.#refuse(session, { requirement: '8.2.1.0-2', detail: `${method} to the fetch URL` });
    if (!session) return sayJson(200, { 'error-code': '2', 'error-text': 'There is no such session.' });
    if (session.isFetched || session.isAbandoned || session.terminatedAt !== undefined) return sayJson(200, { 'error-code': '1', 'error-text': 'The authorization token has already been returned.' });
    session.isFetched = true;
    return sayJson(200, { 'auth-token': session.token });
  }

  #serveLrs(asked: Asked): Answered {
    const { path, headers, query } = asked;
    if (path === '/about') return sayJson(200, { version: ['1.0.3'] });
    if (!/^1\.0(?:\.\d+)?$/.test(headers['x-experience-api-version'] ?? '')) return say(400, 'X-Experience-API-Version is missing, or not 1.0.x.');
    if (query.has('method')) return say(400, 'The alternate request syntax is not served.');
    const session = this.sessions.find(({ token, isFetched }) => isFetched && headers['authorization'] === `Basic ${token}`);
    if (!session) return { ...this.#refuse(undefined, { requirement: '8.1.2.0-5', detail: 'no token, or an unknown one' }), status: 401 };
    if (session.isAbandoned) return this.#refuse(session, { requirement: '8.1.2.0-2', detail: 'the session was abandoned' });
    const isWrite = asked.method !== 'GET' && asked.method !== 'HEAD';
    if (path !== '/statements' && session.terminatedAt !== undefined && (isWrite || this.#options.afterTerminated === 'nothing')) return this.#refuse(session, { requirement: '8.1.2.0-2', detail: 'the session was terminated' });
    switch (path) {
      case '/statements':
        return isWrite ? this.#take(asked, session) : session.terminatedAt !== undefined && this.#options.afterTerminated === 'nothing' ? this.#refuse(session, { requirement: '8.1.2.0-2', detail: 'the session was terminated' }) : this.store.find(query);
      case '/activities/state':
        return this.#serveState(asked, session);
      case '/agents/profile':
        return this.#serveProfile(asked, session);
      default:
        return this.documents.handle(asked) ?? say(404);
    }
  }

  #serveState(asked: Asked, session: Session): Answered {
    const { method, query } = asked;
    const [agent, registration, stateId] = [parseAgent(query.get('agent')), query.get('registration'), query.get('stateId')];
    if (!agent || !isSameAgent(agent, session.actor)) return this.#refuse(session, { requirement: '8.1.3.0-3', detail: 'the agent is not that of the launch' });
    const isLaunchData = stateId === 'LMS.LaunchData';
    if (registration === null ? isLaunchData : registration !== session.registration) return this.#refuse(session, { requirement: '8.1.4.0-3', detail: `the registration is ${String(registration)}` });
    if (isLaunchData && method !== 'GET' && method !== 'HEAD') return this.#refuse(session, { requirement: '10.2.1.0-5', detail: `${method} of LMS.LaunchData` });
    return this.documents.handle(asked) ?? say(404);
  }

  #serveProfile(asked: Asked, session: Session): Answered {
    const agent = parseAgent(asked.query.get('agent'));
    if (!agent || !isSameAgent(agent, session.actor)) return this.#refuse(session, { requirement: '11.0.0.0-1', detail: 'the agent is not that of the launch' });
    if (asked.query.get('profileId') !== 'cmi5LearnerPreferences') return this.documents.handle(asked) ?? say(404);
    if (asked.method === 'GET') {
      session.hasReadPreferences = true;
      return this.documents.handle(asked) ?? say(404);
    }
    const violation = findPreferencesViolation(asked);
    // §11: an LMS may keep a unit from changing them, and that is no error.
    return violation ? this.#refuse(session, violation) : say(403, 'A unit may not change the learner preferences here.');
  }

  #take({ method, query, body, headers }: Asked, session: Session): Answered {
    if (!session.hasReadPreferences) return this.#refuse(session, { requirement: '11.0.0.0-3', detail: 'the learner preferences were not read' });
    if (!headers['content-type']?.startsWith('application/json')) return say(400, 'Content-Type has to be application/json.');
    const parsed = parseJson(body);
    const given: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
    if (method === 'PUT' && (given.length !== 1 || (given[0] as Statement | undefined)?.id !== query.get('statementId'))) return say(400, 'PUT takes the one statement that statementId names.');
    const draft: Session = { ...session, verbs: new Set(session.verbs) };
    for (const statement of given as Partial<Statement>[]) {
      const violation = findMissing(statement) ?? findViolation(statement as Statement, draft, this.#standingOf(session));
      if (violation) return this.#refuse(session, violation, statement);
      noteInSession(statement as Statement, draft);
      // "initialized" has to be taken before anything else is sent, so it does not count within its own request.
      if (session.initializedAt === undefined) delete draft.initializedAt;
    }
    const statements = given as Statement[];
    const fresh = statements.filter(({ id }) => !this.store.has(id));
    const wrong = this.store.add(statements);
    if (wrong) return wrong;
    for (const statement of fresh) this.#note(statement, session);
    return method === 'PUT' ? say(204) : sayJson(200, statements.map(({ id }) => id));
  }

  #note(statement: Statement, session: Session): void {
    const { verb } = statement;
    noteInSession(statement, session);
    if (!isDefined(statement)) return;
    const standing = this.#standingOf(session);
    if (verb.id === VERB.completed) standing.completed = true;
    if (verb.id === VERB.passed) standing.passed = true;
    if (standing.satisfied || !meetsMoveOn(session.unit, standing)) return;
    standing.satisfied = true;
    if (this.#units.every((_, place) => this.standing(session.registration, place).satisfied)) this.#lms.satisfied(session);
  }

  #standingOf(session: Session): Standing {
    return this.standing(session.registration, this.#units.indexOf(session.unit)) as Standing;
  }

  #abandon(session: Session): void {
    session.isAbandoned = true;
    this.#lms.abandoned(session);
  }

  #refuse(session: Session | undefined, violation: Violation, statement?: unknown): Answered {
    this.refusals.push({ ...violation, session: session?.id ?? '', ...(statement !== undefined && { statement }) });
    return sayJson(403, { statusCode: 403, error: 'Forbidden', message: `${violation.requirement} - ${violation.detail}` });
  }
}

function noteInSession(statement: Statement, session: Session): void {
  const { verb, timestamp } = statement;
  if (session.newestAt === undefined || Date.parse(timestamp) > Date.parse(session.newestAt)) session.newestAt = timestamp;
  if (!isDefined(statement)) return;
  session.verbs.add(verb.id);
  if (verb.id === VERB.initialized) session.initializedAt = timestamp;
  if (verb.id === VERB.terminated) session.terminatedAt = timestamp;
}

function launchDataOf({ contextTemplate, launchMode, masteryScore, unit, returnURL }: Session): Record<string, unknown> {
  return { contextTemplate, launchMode, moveOn: unit.moveOn, ...(masteryScore !== undefined && { masteryScore }), ...(unit.launchParameters !== undefined && { launchParameters: unit.launchParameters }), ...(returnURL !== undefined && { returnURL }) };
}

function meetsMoveOn({ moveOn }: AssignableUnit, { completed, passed }: Standing): boolean {
  switch (moveOn) {
    case 'Passed':
      return passed;
    case 'Completed':
      return completed;
    case 'CompletedAndPassed':
      return completed && passed;
    case 'CompletedOrPassed':
      return completed || passed;
    case 'NotApplicable':
      return true;
  }
}

/** What has to be there before a clause can be looked at. */
function findMissing(statement: Partial<Statement> | undefined): Violation | undefined {
  if (statement?.id === undefined) return { requirement: '9.1.0.0-1', detail: 'no id' };
  if (statement.timestamp === undefined) return { requirement: '9.7.0.0-1', detail: 'no timestamp' };
  const wrong = findFormError(statement);
  return wrong === undefined ? undefined : { requirement: '4.1.0.0-1', detail: wrong };
}

const isSameAgent = (agent: Agent, actor: Agent): boolean => agent.account?.homePage === actor.account?.homePage && agent.account?.name === actor.account?.name;
const parseAgent = (text: string | null): Agent | undefined => (text === null ? undefined : (parseJson(Buffer.from(text)) as Agent | undefined));

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString()) as unknown;
  } catch {
    return undefined;
  }
}
