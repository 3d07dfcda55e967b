import { NotConnectedError } from '../connection.ts';
import { endpointOf, readServiceUrl } from '../lrs/endpoint.ts';
import { isObject, parseJson } from '../lrs/json.ts';
import { WORDS } from './words.ts';

/** The learner as the LMS names them. Passed on as it came: the LMS compares it with what it gave. */
export interface LaunchActor {
  objectType?: 'Agent';
  account: { homePage: string; name: string };
  name?: string;
}

/** What an LMS puts into the address of an AU (cmi5 8.1). Both addresses are checked: https, or http to this machine itself. */
export interface Cmi5Launch {
  /** Where the xAPI resources are. Ends with a slash, as LMSs give it with and without one. */
  endpoint: string;
  /** Gives the token, once. */
  fetch: string;
  actor: LaunchActor;
  registration: string;
  activityId: string;
}

const PARAMETERS = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'] as const;
type Parameter = (typeof PARAMETERS)[number];

/**
 * The launch that stands in the address of the page, its parameters in any order and named exactly.
 * @throws NotConnectedError where one is missing, stands there twice or can't be used
 */
export function readCmi5Launch(address: URL): Cmi5Launch {
  if (!PARAMETERS.some((name) => address.searchParams.has(name))) throw new NotConnectedError(WORDS.notLaunched);
  const found = Object.fromEntries(PARAMETERS.map((name) => [name, readOnce(address, name)])) as Record<Parameter, string>;
  const { registration, activityId } = found;
  if (!UUID.test(registration)) throw refuse('registration', 'is no UUID');
  if (!ABSOLUTE_IRI.test(activityId)) throw refuse('activityId', 'is no IRI');
  return { endpoint: endpointOf(checkAddress('endpoint', found.endpoint)), fetch: checkAddress('fetch', found.fetch).href, actor: readActor(found.actor), registration, activityId };
}

function readOnce(address: URL, name: Parameter): string {
  const values = address.searchParams.getAll(name);
  const [value] = values;
  if (!value) throw refuse(name, 'is missing');
  // Which of two was meant can't be told, and one of them may be a stranger's.
  if (values.length > 1) throw refuse(name, 'is there more than once');
  return value;
}

function checkAddress(name: Parameter, text: string): URL {
  const address = readServiceUrl(text);
  if (!address) throw refuse(name, 'is no https address');
  return address;
}

/** The address to leave for, where it is a web page; an LMS that gives anything else is not followed. Nothing secret goes there, so http will do. */
export function checkReturnUrl(text: string | undefined): string | undefined {
  const address = text === undefined ? undefined : URL.parse(text);
  if (!address || (address.protocol !== 'https:' && address.protocol !== 'http:') || address.username || address.password) return undefined;
  return address.href;
}

function readActor(text: string): LaunchActor {
  const actor = parseJson(text);
  if (!isActor(actor)) throw refuse('actor', 'names nobody by an account');
  return actor;
}

/** cmi5 9.2: an Agent, known by its account and by nothing else. */
function isActor(value: unknown): value is LaunchActor {
  if (!isObject(value) || !isObject(value['account'])) return false;
  const { homePage, name } = value['account'];
  const isAgent = value['objectType'] === undefined || value['objectType'] === 'Agent';
  return isAgent && typeof homePage === 'string' && homePage !== '' && typeof name === 'string' && name !== '' && !OTHER_IDENTIFIERS.some((identifier) => identifier in value);
}

const OTHER_IDENTIFIERS = ['mbox', 'mbox_sha1sum', 'openid'] as const;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const ABSOLUTE_IRI = /^[a-z][a-z0-9+.-]*:\S+$/i;

const refuse = (name: Parameter, what: string): NotConnectedError => new NotConnectedError(`The link from your learning system can’t be used: its “${name}” ${what}. Open this module from there again. If that does not help, tell whoever runs it.`);
