import type { Clock } from './clock.ts';
import { isObject, parseJson } from './json.ts';
import type { XapiVersion } from './statement.ts';

/** Where an LRS is and how to show that one may use it. */
export interface LrsAccess {
  /** Checked; with or without a slash at its end, as LMSs give both. */
  endpoint: string;
  /** The whole `Authorization` value. Left out: the site's own proxy knows the learner by the cookie of its sign-in. */
  authorization?: string;
  /** 1.0.3 where left out: an LRS that knows only that one refuses 2.0.0. */
  version?: XapiVersion;
}

export interface LrsClientOptions extends LrsAccess {
  fetch: typeof fetch;
  clock: Clock;
  /** Milliseconds until a request counts as unanswered. */
  timeLimit?: number;
}

/** Why a request came to nothing. No text in it holds the credentials. */
export type Failure =
  /** 400, 404, 409, 413, …: the same request will not do better. `text` is the start of what was answered. */
  | { kind: 'refused'; status: number; text: string }
  /** 401, or sent to a page to sign in. */
  | { kind: 'unauthorised' }
  | { kind: 'forbidden'; text: string }
  /** 408, 425, 429, 5xx. `retryAfter`: milliseconds to stay away, where it said so. */
  | { kind: 'busy'; status: number; retryAfter?: number }
  /** No answer, or a broken one; whether the request arrived is unknown. Browsers don't tell network and CORS apart. */
  | { kind: 'unreachable'; because: 'network' | 'time' };

/** `at`: the server's clock, milliseconds since 1970, where the browser may read it. */
export type Answer = { kind: 'ok'; status: number; text: string; etag?: string; at?: number } | Failure;

/** `ids` as the LRS lists them. Left out: something answered 2xx, but not the way an LRS does, which proves nothing. */
export type Delivery = { kind: 'stored'; ids?: readonly string[] } | Failure;

export interface LrsRequest {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below the endpoint, such as `activities/state`. */
  resource: string;
  query?: Readonly<Record<string, string | undefined>>;
  body?: string;
  contentType?: string;
  ifMatch?: string;
  ifNoneMatch?: string;
  /** Goes on when the page goes away. All bodies in flight together must stay below 64 KiB. */
  keepalive?: boolean;
}

/** xAPI over `fetch`. Nothing here throws, repeats a request, or sends a header that not every LRS lets through CORS. */
export interface LrsClient {
  readonly access: Readonly<LrsAccess>;
  request(request: LrsRequest): Promise<Answer>;
  /** @param bodies JSON texts of statements. They go byte for byte; one alone goes without a list around it. */
  postStatements(bodies: readonly string[], options?: { keepalive?: boolean }): Promise<Delivery>;
  getStatement(id: string): Promise<{ kind: 'found'; statement: unknown } | { kind: 'none' } | Failure>;
  /** The versions of xAPI that the LRS speaks. Asked without credentials or headers; `undefined` where it does not say. */
  readVersions(): Promise<readonly string[] | undefined>;
  /** The first page of what matches; `query` as the specification names its parameters. */
  findStatements(query: Readonly<Record<string, string | undefined>>): Promise<{ kind: 'found'; statements: readonly unknown[] } | Failure>;
}

const TIME_LIMIT = 30_000;
const TEXT_KEPT = 2_000;

export function openLrs({ fetch, clock, timeLimit = TIME_LIMIT, ...access }: LrsClientOptions): LrsClient {
  const { endpoint, authorization, version = '1.0.3' } = access;
  const base = endpoint.endsWith('/') ? endpoint : `${endpoint}/`;

  async function request({ method, resource, query = {}, body, contentType = 'application/json', ifMatch, ifNoneMatch, keepalive = false }: LrsRequest): Promise<Answer> {
    const url = new URL(resource, base);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    const headers: Record<string, string> = { 'X-Experience-API-Version': version };
    if (authorization !== undefined) headers['Authorization'] = authorization;
    if (body !== undefined) headers['Content-Type'] = contentType;
    if (ifMatch !== undefined) headers['If-Match'] = ifMatch;
    if (ifNoneMatch !== undefined) headers['If-None-Match'] = ifNoneMatch;
    const patience = new AbortController();
    const relax = clock.after(timeLimit, () => patience.abort());
    try {
      const response = await fetch(url.href, {
        method,
        headers,
        ...(body !== undefined && { body }),
        ...(keepalive && { keepalive }),
        credentials: authorization === undefined ? 'same-origin' : 'omit',
        // A redirected POST becomes a GET, and its 200 would look like proof.
        redirect: 'manual',
        // Where nothing is read, the browser's own way: with any other it asks for permission to come from another origin before every request.
        ...(method === 'GET' && { cache: 'no-store' as const }),
        referrerPolicy: 'no-referrer',
        signal: patience.signal,
      });
      return readAnswer(response, await response.text());
    } catch {
      return { kind: 'unreachable', because: patience.signal.aborted ? 'time' : 'network' };
    } finally {
      relax();
    }
  }

  async function fetchText(url: string): Promise<string> {
    const patience = new AbortController();
    const relax = clock.after(timeLimit, () => patience.abort());
    try {
      const response = await fetch(url, { credentials: authorization === undefined ? 'same-origin' : 'omit', redirect: 'manual', referrerPolicy: 'no-referrer', signal: patience.signal });
      return response.ok ? await response.text() : '';
    } catch {
      return '';
    } finally {
      relax();
    }
  }

  function readAnswer(response: Response, text: string): Answer {
    const { status, ok, headers } = response;
    if (ok) {
      // A server in front that compresses marks it as weak, and then the LRS does not know it again.
      const etag = headers.get('ETag')?.replace(/^W\//, '');
      const at = Date.parse(headers.get('Date') ?? '');
      return { kind: 'ok', status, text, ...(etag !== undefined && { etag }), ...(!Number.isNaN(at) && { at }) };
    }
    const isRedirect = response.type === 'opaqueredirect' || (status >= 300 && status < 400);
    if (status === 401 || isRedirect) return { kind: 'unauthorised' };
    const said = hideCredentials(text.slice(0, TEXT_KEPT), authorization);
    if (status === 403) return { kind: 'forbidden', text: said };
    if (status === 408 || status === 425 || status === 429 || status >= 500) {
      const retryAfter = parseRetryAfter(headers.get('Retry-After'), clock.now());
      return { kind: 'busy', status, ...(retryAfter !== undefined && { retryAfter }) };
    }
    return { kind: 'refused', status, text: said };
  }

  return {
    access,
    request,
    async postStatements(bodies, { keepalive = false } = {}) {
      const answer = await request({ method: 'POST', resource: 'statements', body: bodyOf(bodies), keepalive });
      if (answer.kind !== 'ok') return answer;
      const ids = readIds(answer.text);
      return { kind: 'stored', ...(ids && { ids }) };
    },
    async getStatement(id) {
      const answer = await request({ method: 'GET', resource: 'statements', query: { statementId: id } });
      if (answer.kind === 'refused' && answer.status === 404) return { kind: 'none' };
      if (answer.kind !== 'ok') return answer;
      const statement = parseJson(answer.text);
      // Some servers answer whatever they are asked with a 200 and an object of their own.
      const isIt = isObject(statement) && String(statement['id']).toLowerCase() === id.toLowerCase();
      return isIt ? { kind: 'found', statement } : { kind: 'unreachable', because: 'network' };
    },
    async readVersions() {
      const about = parseJson(await fetchText(new URL('about', base).href));
      return isObject(about) && Array.isArray(about['version']) ? about['version'].filter((item): item is string => typeof item === 'string') : undefined;
    },
    async findStatements(query) {
      const answer = await request({ method: 'GET', resource: 'statements', query });
      if (answer.kind !== 'ok') return answer;
      const result = parseJson(answer.text);
      return isObject(result) && Array.isArray(result['statements']) ? { kind: 'found', statements: result['statements'] as unknown[] } : { kind: 'unreachable', because: 'network' };
    },
  };
}

/** What a request with these statements carries. Bodies are joined as they are, because they never change once they are fixed. */
export const bodyOf = (bodies: readonly string[]): string => (bodies.length === 1 ? (bodies[0] ?? '') : `[${bodies.join(',')}]`);

/** Milliseconds from `now`; a count of seconds or an HTTP date. `undefined` where it is neither. */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (text === '') return undefined;
  const seconds = Number(text);
  if (!Number.isNaN(seconds)) return Number.isInteger(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function readIds(text: string): readonly string[] | undefined {
  const ids = parseJson(text);
  return Array.isArray(ids) && ids.every((id): id is string => typeof id === 'string') ? ids.map((id) => id.toLowerCase()) : undefined;
}

function hideCredentials(text: string, authorization = ''): string {
  return authorization.split(' ').reduce((shown, part) => (part.length >= 8 ? shown.replaceAll(part, '…') : shown), text);
}
