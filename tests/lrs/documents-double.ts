import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * A double of the three document resources of xAPI (State, Agent Profile, Activity Profile), in memory, for a statement
 * server that has none. Written to IEEE 9274.1.1 and 1.0.3: Communication §2.2 to 2.7 and §3.1 (concurrency); where the two
 * differ it follows the version in the request's header.
 */
export class DocumentsDouble {
  readonly #documents = new Map<string, StoredDocument>();

  /** Answers where the path names a document resource. @returns whether it did. */
  handle(request: IncomingMessage, path: string, query: URLSearchParams, body: Buffer, response: ServerResponse): boolean {
    const resource = RESOURCES[path];
    if (!resource) return false;
    const missing = resource.needs.filter((name) => !query.has(name));
    const method = request.method ?? 'GET';
    if (missing.length > 0) return answer(response, 400, `${path} needs ${missing.join(', ')}`);
    const id = query.get(resource.id);
    if (id === null) return this.#handleAll(method, path, resource, query, response);
    const key = keyOf(path, resource, query) + id;
    return method === 'GET' || method === 'HEAD' ? this.#read(key, response) : this.#change(method, path, key, request, body, response);
  }

  /** The JSON of a document, or `undefined`. */
  read(path: DocumentPath, query: Readonly<Record<string, string>>): unknown {
    const resource = RESOURCES[path];
    const asked = new URLSearchParams(query);
    const stored = resource && this.#documents.get(keyOf(path, resource, asked) + (asked.get(resource.id) ?? ''));
    return stored && (JSON.parse(stored.body.toString()) as unknown);
  }

  write(path: DocumentPath, query: Readonly<Record<string, string>>, document: unknown): void {
    const resource = RESOURCES[path];
    if (!resource) throw new TypeError(`${path} is no document resource`);
    const asked = new URLSearchParams(query);
    const id = asked.get(resource.id) ?? '';
    const key = keyOf(path, resource, asked);
    this.#documents.set(key + id, { scope: key, id, type: 'application/json', body: Buffer.from(JSON.stringify(document)) });
  }

  clear(): void {
    this.#documents.clear();
  }

  #read(key: string, response: ServerResponse): boolean {
    const stored = this.#documents.get(key);
    if (!stored) return answer(response, 404);
    response.writeHead(200, { 'content-type': stored.type, etag: etagOf(stored) }).end(stored.body);
    return true;
  }

  #change(method: string, path: string, key: string, request: IncomingMessage, body: Buffer, response: ServerResponse): boolean {
    const stored = this.#documents.get(key);
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch, 'content-type': type = 'application/octet-stream' } = request.headers;
    const isSecondVersion = String(request.headers['x-experience-api-version'] ?? '').startsWith('2');
    const needsCondition = path !== '/activities/state' || isSecondVersion;
    if (method === 'PUT' && needsCondition && ifMatch === undefined && ifNoneMatch === undefined) {
      // 1.0.3 §3.1: 409 over an existing document, 400 over none, in the two profiles. 2.0: also State, where there is something to overwrite.
      if (stored) return answer(response, 409, 'There is a document already: read it, and say If-Match with its ETag.');
      if (path !== '/activities/state') return answer(response, 400, 'Say If-None-Match: * or If-Match.');
    }
    if (ifMatch !== undefined && (!stored || !splitTags(ifMatch).some((tag) => tag === '*' || tag === etagOf(stored)))) return answer(response, 412);
    if (ifNoneMatch !== undefined && stored && splitTags(ifNoneMatch).some((tag) => tag === '*' || tag === etagOf(stored))) return answer(response, 412);
    if (method === 'DELETE') this.#documents.delete(key);
    else if (method === 'PUT' || !stored) {
      if (type.startsWith('application/json') && parseJson(body) === undefined) return answer(response, 400, 'The body is no JSON.');
      if (method === 'POST' && !isJsonObject(parseJson(body))) return answer(response, 400, 'POST takes a JSON object.');
      this.#documents.set(key, { ...splitKey(key), type, body });
    } else if (method === 'POST') {
      const [before, added] = [parseJson(stored.body), parseJson(body)];
      if (!isJsonObject(before) || !isJsonObject(added) || !type.startsWith('application/json')) return answer(response, 400, 'POST merges JSON objects only.');
      this.#documents.set(key, { ...stored, type, body: Buffer.from(JSON.stringify({ ...before, ...added })) });
    } else return answer(response, 405);
    return answer(response, 204);
  }

  /** Without a document's id: GET lists ids, DELETE (State only) deletes all. */
  #handleAll(method: string, path: string, resource: Resource, query: URLSearchParams, response: ServerResponse): boolean {
    const scope = keyOf(path, resource, query);
    const found = [...this.#documents].filter(([, stored]) => stored.scope === scope);
    if (method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found.map(([, { id }]) => id)));
      return true;
    }
    if (method !== 'DELETE' || path !== '/activities/state') return answer(response, 400, `${path} needs ${resource.id}`);
    for (const [key] of found) this.#documents.delete(key);
    return answer(response, 204);
  }
}

export type DocumentPath = '/activities/state' | '/agents/profile' | '/activities/profile';

interface StoredDocument {
  scope: string;
  id: string;
  type: string;
  body: Buffer;
}

interface Resource {
  needs: readonly string[];
  may: readonly string[];
  id: string;
}

const RESOURCES: Readonly<Record<string, Resource>> = {
  '/activities/state': { needs: ['activityId', 'agent'], may: ['registration'], id: 'stateId' },
  '/agents/profile': { needs: ['agent'], may: [], id: 'profileId' },
  '/activities/profile': { needs: ['activityId'], may: [], id: 'profileId' },
};

/** Two agents are the same where their identifier is, whatever their name and the order of their keys. */
const keyOf = (path: string, { needs, may }: Resource, query: URLSearchParams): string =>
  `${JSON.stringify([path, ...[...needs, ...may].map((name) => (name === 'agent' ? identify(query.get(name) ?? '') : query.get(name)))])}\n`;

function splitKey(key: string): { scope: string; id: string } {
  const end = key.indexOf('\n') + 1;
  return { scope: key.slice(0, end), id: key.slice(end) };
}

function identify(agent: string): string {
  const parsed = parseJson(Buffer.from(agent));
  if (!isJsonObject(parsed)) return agent;
  const { account, mbox, mbox_sha1sum: hash, openid } = parsed;
  return isJsonObject(account) ? JSON.stringify([account['homePage'], account['name']]) : JSON.stringify([mbox ?? hash ?? openid]);
}

const etagOf = ({ body }: StoredDocument): string => `"${createHash('sha1').update(body).digest('hex')}"`;

const splitTags = (header: string): string[] => header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));

const isJsonObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString()) as unknown;
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, status: number, text = ''): true {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
  return true;
}
