/** What goes wrong with a request. `after-storing`: it is stored, and the answer is lost. */
export type Fault = 'before-storing' | 'after-storing' | 'stall' | 'half-an-answer' | { status: number; headers?: Record<string, string>; body?: string };

export interface Heard {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
  keepalive: boolean;
  at: number;
}

interface Statement {
  id: string;
}

/** An LRS in memory behind a `fetch`: idempotent, batches whole or not at all, as xAPI Communication 2.1 has it. */
export class LrsDouble {
  readonly heard: Heard[] = [];
  /** Text by id, in the order of storing. */
  readonly stored = new Map<string, string>();
  /** State documents by their query. */
  readonly documents = new Map<string, string>();
  versions = ['1.0.3'];
  authorization = 'Basic a2V5OnNlY3JldA==';
  fault: (request: Heard, index: number) => Fault | undefined = () => undefined;
  /** Ids that it finds invalid. */
  readonly invalid = new Set<string>();
  maxBytes = Infinity;

  get posts(): readonly Heard[] {
    return this.heard.filter(({ method }) => method === 'POST');
  }

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const request: Heard = { method: init.method ?? 'GET', url: new URL(String(input)), headers: new Headers(init.headers), body: typeof init.body === 'string' ? init.body : '', keepalive: init.keepalive ?? false, at: Date.now() };
    this.heard.push(request);
    await Promise.resolve();
    const fault = this.fault(request, this.heard.length - 1);
    if (fault === 'before-storing') throw new TypeError('Failed to fetch');
    if (fault === 'stall') return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError'))));
    if (typeof fault === 'object') return new Response(fault.status === 204 ? null : (fault.body ?? 'no'), { status: fault.status, ...(fault.headers && { headers: fault.headers }) });
    const answer = this.#answer(request);
    if (fault === 'after-storing') throw new TypeError('Failed to fetch');
    if (fault === 'half-an-answer') return new Response((await answer.text()).slice(0, 20));
    return answer;
  };

  #answer({ method, url, headers, body }: Heard): Response {
    if (url.pathname.endsWith('/about')) return Response.json({ version: this.versions });
    if (headers.get('Authorization') !== this.authorization) return new Response('who?', { status: 401 });
    if (!this.versions.includes(headers.get('X-Experience-API-Version') ?? '')) return new Response('version?', { status: 400 });
    if (url.pathname.endsWith('/activities/state')) return this.#answerState(method, url.search, headers, body);
    const id = url.searchParams.get('statementId');
    if (method === 'GET' && id !== null) return this.stored.has(id) ? new Response(this.stored.get(id)) : new Response('none', { status: 404 });
    if (method === 'GET') return Response.json({ statements: [...this.stored.values()].map((text) => JSON.parse(text) as unknown), more: '' });
    return this.#store(body);
  }

  #answerState(method: string, key: string, headers: Headers, body: string): Response {
    const there = this.documents.get(key);
    const etag = there === undefined ? undefined : `"${there.length}"`;
    if (method === 'GET') return there === undefined ? new Response('none', { status: 404 }) : new Response(there, { headers: { ETag: etag ?? '' } });
    const isMet = headers.has('If-Match') ? headers.get('If-Match') === etag : !(headers.get('If-None-Match') === '*' && etag !== undefined);
    if (!isMet) return new Response('changed', { status: 412 });
    if (method === 'DELETE') this.documents.delete(key);
    else this.documents.set(key, body);
    return new Response(null, { status: 204 });
  }

  #store(body: string): Response {
    if (new TextEncoder().encode(body).length > this.maxBytes) return new Response('too large', { status: 413 });
    const parsed = JSON.parse(body) as Statement | Statement[];
    const statements = Array.isArray(parsed) ? parsed : [parsed];
    const ids = statements.map(({ id }) => id);
    if (new Set(ids).size < ids.length || ids.some((id) => this.invalid.has(id))) return new Response('invalid statement', { status: 400 });
    if (statements.some((statement) => this.stored.has(statement.id) && this.stored.get(statement.id) !== JSON.stringify(statement))) return new Response('conflict', { status: 409 });
    for (const statement of statements) this.stored.set(statement.id, JSON.stringify(statement));
    return Response.json(ids);
  }
}
