import { readAgent, type Agent } from '../lrs/actor.ts';
import { endpointOf, readAllowedUrl, readServiceUrl } from '../lrs/endpoint.ts';
import { parseJson } from '../lrs/json.ts';
import { readAuthorization } from './authorization.ts';

/** A Tin Can launch: what an LMS puts into the address of a page so that it may report (RusticiSoftware/launch, lms_lrs.md). */
export interface Launch {
  /** With a slash at its end. */
  endpoint: string;
  /** The whole `Authorization` value. */
  authorization: string;
  actor: Agent;
  registration?: string;
  /** What the LMS launched, by its own lights. */
  activityId?: string;
  /** What the LMS wants every statement to be grouped under. */
  grouping?: string;
}

/** `none`: the address is an ordinary one. `refused`: a launch that is not followed, with words for the learner. */
export type FoundLaunch = { kind: 'none' } | { kind: 'launch'; launch: Launch } | { kind: 'refused'; reason: string };

/** Where a launch may ask to report to: to these origins, or `any` https address, which only a package inside an LMS may allow. */
export type LaunchOrigins = readonly string[] | 'any';

/** What belongs to a launch, and leaves the address with it. Anything else stays where it is. */
const PARAMETERS = ['endpoint', 'auth', 'actor', 'registration', 'activity_id', 'activity_platform', 'grouping', 'Accept-Language', 'content_token', 'content_endpoint', 'externalRegistration', 'externalConfiguration'];

const LONGEST_ACTOR = 4_000;
const LONGEST_ID = 2_000;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const IRI = /^[a-z][a-z0-9+.-]{0,30}:[^\s<>"]+$/i;

/** Whoever makes a link chooses all that is in it, so nothing is believed that is not checked. */
export function readLaunch({ searchParams }: URL, origins: LaunchOrigins): FoundLaunch {
  // With a `fetch` it is cmi5's, which has a target of its own.
  if (!searchParams.has('endpoint') || !(searchParams.has('auth') || searchParams.has('actor')) || searchParams.has('fetch')) return { kind: 'none' };
  const repeated = PARAMETERS.find((name) => searchParams.getAll(name).length > 1);
  if (repeated !== undefined) return refuse(`its “${repeated}” is there more than once`);
  const given = searchParams.get('endpoint') ?? '';
  const endpoint = origins === 'any' ? readServiceUrl(given) : readAllowedUrl(given, origins);
  if (!endpoint) return readServiceUrl(given) ? refuse('it asks for records to be sent to a place that this site does not know') : refuse('it names no safe place to send records to');
  const authorization = readAuthorization(searchParams.get('auth') ?? '');
  if (authorization === undefined) return refuse('it brings no permission to send records');
  const actor = readActor(searchParams.get('actor') ?? '');
  if (!actor) return refuse('it does not say whose records they are');
  const registration = searchParams.get('registration') ?? '';
  const activityId = readIri(searchParams.get('activity_id'));
  const grouping = readIri(searchParams.get('grouping'));
  return {
    kind: 'launch',
    launch: {
      endpoint: endpointOf(endpoint),
      authorization,
      actor,
      ...(UUID.test(registration) && { registration: registration.toLowerCase() }),
      ...(activityId !== undefined && { activityId }),
      ...(grouping !== undefined && { grouping }),
    },
  };
}

/** The address without what a launch put into it: it holds a credential, which must not stay in view, in the history or in a bookmark. */
export function withoutLaunch(address: URL): URL {
  const bare = new URL(address);
  for (const name of PARAMETERS) bare.searchParams.delete(name);
  return bare;
}

/** Whether a note that was kept in this tab still is a launch that may be followed. */
export function readKeptLaunch(note: unknown, origins: LaunchOrigins): Launch | undefined {
  if (typeof note !== 'object' || note === null) return undefined;
  const { endpoint, authorization, actor, registration, activityId, grouping } = note as Record<string, unknown>;
  const address = new URL('https://academy.invalid/');
  for (const [name, value] of Object.entries({ endpoint, auth: authorization, registration, activity_id: activityId, grouping })) if (typeof value === 'string') address.searchParams.set(name, value);
  address.searchParams.set('actor', JSON.stringify(actor ?? null));
  const found = readLaunch(address, origins);
  return found.kind === 'launch' ? found.launch : undefined;
}

const readActor = (text: string): Agent | undefined => (text.length <= LONGEST_ACTOR ? readAgent(parseJson(text)) : undefined);

const readIri = (text: string | null): string | undefined => (text !== null && text.length <= LONGEST_ID && IRI.test(text) ? text : undefined);

const refuse = (why: string): FoundLaunch => ({ kind: 'refused', reason: `The link that opened this page can’t be used to keep your record, because ${why}. Open the course again from where you usually start it. If that does not help, tell whoever runs it.` });
