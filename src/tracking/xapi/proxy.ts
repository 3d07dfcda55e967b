import { readAccount, type Agent } from '../lrs/actor.ts';
import type { Clock } from '../lrs/clock.ts';
import { endpointOf } from '../lrs/endpoint.ts';
import { isObject, parseJson } from '../lrs/json.ts';

/** Paths of this site that the council's own web server answers: it signs people in, and adds the LRS's credential. */
export interface ProxySettings {
  /** Where the LRS's resources are, such as `/xapi/`. */
  path: string;
  /** Who is signed in, as JSON. */
  identity: string;
}

export type ProxyIdentity = { kind: 'known'; endpoint: string; actor: Agent } | { kind: keyof typeof PROXY_REASONS };

interface AskOptions {
  /** Of the page. */
  address: URL;
  fetch: typeof fetch;
  clock: Clock;
}

const PATIENCE = 5_000;

export const PROXY_REASONS = {
  signedOut: 'You are not signed in, so what you do is not recorded for you. Sign in and open this page again.',
  unreachable: 'The service that says who you are can’t be reached, so what you do is not recorded for you for now. Open this page again later.',
  unreadable: 'The service that says who you are gives an answer that can’t be used. Tell whoever runs this learning site.',
} as const;

/**
 * Asks the proxy who the learner is. It answers `{ "account": { "homePage": …, "name": … } }`, the account alone, or
 * `{ "actor": { "account": … } }`. Only an account will do: the name in it is passed on and means nothing to the academy.
 */
export async function askProxy({ path, identity }: ProxySettings, { address, fetch, clock }: AskOptions): Promise<ProxyIdentity> {
  const [endpoint, who] = [onThisSite(path, address), onThisSite(identity, address)];
  if (!endpoint || !who) return { kind: 'unreadable' };
  const patience = new AbortController();
  const relax = clock.after(PATIENCE, () => patience.abort());
  try {
    const response = await fetch(who.href, { headers: { Accept: 'application/json' }, credentials: 'same-origin', redirect: 'manual', cache: 'no-store', signal: patience.signal });
    const isSentToSignIn = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
    if (isSentToSignIn || response.status === 401 || response.status === 403) return { kind: 'signedOut' };
    if (!response.ok) return { kind: 'unreachable' };
    const account = readIdentity(parseJson(await response.text()));
    return account ? { kind: 'known', endpoint: endpointOf(endpoint), actor: { objectType: 'Agent', account } } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreachable' };
  } finally {
    relax();
  }
}

/** A path is no address elsewhere, whatever it looks like. */
function onThisSite(path: string, address: URL): URL | undefined {
  const url = URL.parse(path, address);
  return path.startsWith('/') && url?.origin === address.origin ? url : undefined;
}

function readIdentity(value: unknown): { homePage: string; name: string } | undefined {
  const { actor, account } = isObject(value) ? value : {};
  return readAccount(isObject(actor) ? actor['account'] : (account ?? value));
}
