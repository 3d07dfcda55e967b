import { randomUUID } from 'node:crypto';
import type { Cmi5Lms, Launch } from './cmi5-lms.ts';
import { CATEGORY, EXTENSION, VERB, type Context, type Session, type Statement } from './vocabulary.ts';

/** An assignable unit that does as it is told, to see what an LMS refuses. Not the academy's. */
export interface Au {
  session: Readonly<Session>;
  context(): Context;
  /** A cmi5 allowed statement that breaks nothing. */
  allow(parts?: Partial<Statement>): Statement;
  /** A cmi5 defined statement that breaks nothing, changed by `result` (undefined takes a property out). Without `extensions` those that its score asks for. */
  define(verb: keyof typeof VERB, result?: Record<string, unknown>, categories?: readonly string[], extensions?: Record<string, unknown>): Statement;
  send(body: unknown): Promise<{ status: number; message?: string }>;
  get(query: Record<string, string>): Promise<Response>;
  state(method: string, stateId: string, body?: string, query?: Record<string, string>): Promise<Response>;
  preferences(method: string, body?: string): Promise<Response>;
}

const RESULT: Readonly<Record<string, Record<string, unknown>>> = {
  completed: { completion: true, duration: 'PT5M' },
  passed: { success: true, duration: 'PT5M' },
  failed: { success: false, duration: 'PT5M' },
  terminated: { duration: 'PT6M' },
};

/** Fetches the token and, unless told otherwise, reads launch data and learner preferences. */
export async function openAu(lms: Cmi5Lms, { url, session }: Launch, { readsPreferences = true } = {}): Promise<Au> {
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  const { 'auth-token': token } = (await (await lms.fetch(parameter('fetch'), { method: 'POST' })).json()) as { 'auth-token': string };
  const headers = { authorization: `Basic ${token}`, 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' };
  const ask = (method: string, path: string, query: Record<string, string>, body?: string) => lms.fetch(`${parameter('endpoint')}${path}?${new URLSearchParams(query).toString()}`, { method, headers, ...(body !== undefined && { body }) });
  const identity = { activityId: session.activityId, agent: parameter('actor'), registration: session.registration };
  const context = (): Context => ({ ...structuredClone(session.contextTemplate), registration: session.registration });
  const start = Date.now();
  let count = 0;
  const base = () => ({ id: randomUUID(), timestamp: new Date(start + count++).toISOString(), actor: session.actor });
  const au: Au = {
    session,
    context,
    allow: (parts = {}) => ({ ...base(), verb: { id: 'http://adlnet.gov/expapi/verbs/answered' }, object: { id: `${session.activityId}/check/1` }, context: context(), ...parts }),
    define(verb, changes = {}, categories, extensions) {
      const result = Object.fromEntries(Object.entries({ ...RESULT[verb], ...changes }).filter(([, value]) => value !== undefined)) as NonNullable<Statement['result']>;
      const isJudged = result.success !== undefined || result.completion !== undefined;
      const scored = extensions ?? (result.score && session.masteryScore !== undefined ? { [EXTENSION.masteryScore]: session.masteryScore } : {});
      const category = (categories ?? [CATEGORY.cmi5, ...(isJudged ? [CATEGORY.moveOn] : [])]).map((id) => ({ id }));
      const own = context();
      return { ...base(), verb: { id: VERB[verb] }, object: { id: session.activityId }, ...(Object.keys(result).length > 0 && { result }), context: { ...own, contextActivities: { ...own.contextActivities, category }, extensions: { ...own.extensions, ...scored } } };
    },
    async send(body) {
      const response = await ask('POST', '/statements', {}, JSON.stringify(body));
      const text = await response.text();
      return { status: response.status, ...(response.status === 403 && { message: (JSON.parse(text) as { message: string }).message }) };
    },
    get: (query) => ask('GET', '/statements', query),
    state: (method, stateId, body, query = {}) => ask(method, '/activities/state', { ...identity, stateId, ...query }, body),
    preferences: (method, body) => ask(method, '/agents/profile', { agent: identity.agent, profileId: 'cmi5LearnerPreferences' }, body),
  };
  if (readsPreferences) {
    await au.state('GET', 'LMS.LaunchData');
    await au.preferences('GET');
  }
  return au;
}
