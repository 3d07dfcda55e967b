import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request, free of how it came, so that a double answers over HTTP and in the same process alike. */
export interface Asked {
  method: string;
  /** Below the endpoint, such as `/statements`. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

export interface Answered {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
}

export const say = (status: number, text = ''): Answered => ({ status, ...(text !== '' && { headers: { 'content-type': 'text/plain' }, body: text }) });
export const sayJson = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answered => ({ status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) });

/** @param base the path of the endpoint, taken off the request's path where it begins so */
export async function readAsked(request: IncomingMessage, base: string): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
  return { method: request.method ?? 'GET', path: url.pathname.startsWith(base) ? url.pathname.slice(base.length) : url.pathname, query: url.searchParams, headers, body: Buffer.concat(chunks) };
}

export function send({ status, headers = {}, body = '' }: Answered, response: ServerResponse): void {
  response.writeHead(status, headers).end(body);
}

/** Lets pages of any origin in, as LRSs do: the headers that every LRS allows, and `ETag` for scripts to read. Names as HTTP wants them. */
export function allowOrigin(origin: string | undefined): Record<string, string> {
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, PUT, DELETE, HEAD, OPTIONS',
    'access-control-allow-headers': 'Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match',
    'access-control-expose-headers': 'ETag, X-Experience-API-Version, X-Experience-API-Consistent-Through',
    'access-control-max-age': '600',
    vary: 'Origin',
  };
}
