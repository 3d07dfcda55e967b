const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * An address from outside (a launch link, a form) that may be trusted with a learner's data: absolute, https, or http on this
 * device alone, and without a name or password in it. `undefined` for all else, such as `javascript:`, `//host`, `data:`.
 */
export function readServiceUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPrivate = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  return isPrivate && url.username === '' && url.password === '' ? url : undefined;
}

/** As above, and only where its origin is one of `origins`, character by character once both are normalised. */
export function readAllowedUrl(text: string, origins: readonly string[]): URL | undefined {
  const url = readServiceUrl(text);
  return url && origins.some((origin) => readServiceUrl(origin)?.origin === url.origin) ? url : undefined;
}

/** The base of all xAPI resources: ends with a slash, as LMSs give it with and without one, and has no query and no fragment. */
export function endpointOf(url: URL): string {
  const { origin, pathname } = url;
  return `${origin}${pathname}${pathname.endsWith('/') ? '' : '/'}`;
}
