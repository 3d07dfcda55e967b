import { createHash } from 'node:crypto';
import { say, sayJson, type Answered, type Asked } from './exchange.ts';

/**
 * A double of the three document resources of xAPI (State, Agent Profile, Activity Profile), in memory, for a statement
 * server that has none. Written to IEEE 9274.1.1 and 1.0.3: Communication §2.2 to 2.7 and §3.1 (concurrency); where the two
 * differ it follows the version in the request's header.
 */
export class DocumentsDouble {
  readonly #documents = new Map<string, StoredDocument>();

  /** @returns nothing where the path names no document resource */
  handle(asked: Asked): Answered | undefined {
    const { path, query, method } = asked;
    const resource = RESOURCES[path];
    if (!resource) return undefined;
    const missing = resource.needs.filter((name) => !query.has(name));
    if (missing.length > 0) return say(400, `${path} needs ${missing.join(', ')}`);
    const id = query.get(resource.id);
    if (id === null) return this.#handleAll(asked, resource);
    const key = keyOf(path, resource, query) + id;
    return method === 'GET' || method === 'HEAD' ? this.#read(key) : this.#change(asked, key);
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

  #read(key: string): Answered {
    const stored = this.#documents.get(key);
    return stored ? { status: 200, headers: { 'content-type': stored.type, etag: etagOf(stored) }, body: stored.body } : say(404);
  }

  #change({ method, path, headers, body }: Asked, key: string): Answered {
    const stored = this.#documents.get(key);
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch, 'content-type': type = 'application/octet-stream' } = headers;
    const needsCondition = path !== '/activities/state' || headers['x-experience-api-version']?.startsWith('2');
    if (method === 'PUT' && needsCondition && ifMatch === undefined && ifNoneMatch === undefined) {
      // 1.0.3 §3.1: 409 over an existing document, 400 over none, in the two profiles. 2.0: also State, where there is something to overwrite.
      if (stored) return say(409, 'There is a document already: read it, and say If-Match with its ETag.');
      if (path !== '/activities/state') return say(400, 'Say If-None-Match: * or If-Match.');
    }
    if (ifMatch !== undefined && (!stored || !splitTags(ifMatch).some((tag) => tag === '*' || tag === etagOf(stored)))) return say(412);
    if (ifNoneMatch !== undefined && stored && splitTags(ifNoneMatch).some((tag) => tag === '*' || tag === etagOf(stored))) return say(412);
    switch (method) {
      case 'DELETE':
        this.#documents.delete(key);
        return say(204);
      case 'PUT':
        if (type.startsWith('application/json') && parseJson(body) === undefined) return say(400, 'The body is no JSON.');
        this.#documents.set(key, { ...splitKey(key), type, body });
        return say(204);
      case 'POST': {
        const [before, added] = [stored ? parseJson(stored.body) : {}, parseJson(body)];
        if (!isJsonObject(before) || !isJsonObject(added) || !type.startsWith('application/json')) return say(400, 'POST merges JSON objects only.');
        this.#documents.set(key, { ...splitKey(key), type, body: Buffer.from(JSON.stringify({ ...before, ...added })) });
        return say(204);
      }
      default:
        return say(405);
    }
  }

  /** Without a document's id: GET lists ids, DELETE (State only) deletes all. */
  #handleAll({ method, path, query }: Asked, resource: Resource): Answered {
    const scope = keyOf(path, resource, query);
    const found = [...this.#documents].filter(([, stored]) => stored.scope === scope);
    if (method === 'GET') return sayJson(200, found.map(([, { id }]) => id));
    if (method !== 'DELETE' || path !== '/activities/state') return say(400, `${path} needs ${resource.id}`);
    for (const [key] of found) this.#documents.delete(key);
    return say(204);
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
