import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets pages of any origin in, as LRSs do: the headers that every LRS allows, and `ETag` for scripts to read. */
export function allowOtherOrigins(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-expose-headers', 'ETag, X-Experience-API-Version, X-Experience-API-Consistent-Through');
  response.setHeader('vary', 'Origin');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE, HEAD, OPTIONS');
  response.setHeader('access-control-allow-headers', 'Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match');
  response.setHeader('access-control-max-age', '600');
}
