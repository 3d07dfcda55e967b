import type { OutboxEntry } from '../../record/outbox.ts';
import { mergeContext } from './context.ts';
import { isObject } from './json.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
/** Text by language, as `{ "en-GB": "…" }`. */
export type LanguageMap = Readonly<Record<string, string>>;
/** Values by IRI. Never empty. */
export type Extensions = Readonly<Record<string, Json>>;

/** The learner, by exactly one identifier. */
export type Actor = { objectType?: 'Agent'; name?: string } & ({ account: { homePage: string; name: string } } | { mbox: string } | { mbox_sha1sum: string } | { openid: string });

export interface Verb {
  id: string;
  display: LanguageMap;
}

/** A choice, a row or a step of an interaction. The id holds no white space and stands once. */
export interface InteractionComponent {
  id: string;
  description: LanguageMap;
}

export interface ActivityDefinition {
  type?: string;
  name?: LanguageMap;
  description?: LanguageMap;
  moreInfo?: string;
  interactionType?: 'choice' | 'matching' | 'sequencing';
  /** Each entry is one full answer that counts as correct; its parts stand between `[,]`. */
  correctResponsesPattern?: readonly string[];
  choices?: readonly InteractionComponent[];
  source?: readonly InteractionComponent[];
  target?: readonly InteractionComponent[];
  extensions?: Extensions;
}

export interface Activity {
  objectType?: 'Activity';
  id: string;
  definition?: ActivityDefinition;
}

export interface Score {
  /** -1 to 1; ours lies between 0 and 1 and has four decimals. */
  scaled?: number;
  raw?: number;
  min?: number;
  max?: number;
}

export interface Result {
  completion?: boolean;
  success?: boolean;
  score?: Score;
  response?: string;
  /** ISO 8601, at most two decimals of a second. */
  duration?: string;
  extensions?: Extensions;
}

export interface ContextActivities {
  parent?: readonly Activity[];
  grouping?: readonly Activity[];
  category?: readonly Activity[];
  other?: readonly Activity[];
}

export interface Context {
  /** A UUID that the LMS or LRS gave for this learner in this course. */
  registration?: string;
  language?: string;
  contextActivities?: ContextActivities;
  extensions?: Extensions;
}

/** What is known of a statement when its event happens. Who did it, in which registration and session, is added when it is sent. */
export interface StatementDraft {
  verb: Verb;
  object: Activity;
  result?: Result;
  context?: Context;
}

/** The versions of xAPI that we speak. A statement of ours is the same in both; what an LMS adds may not be. */
export type XapiVersion = '1.0.3' | '2.0.0';

export interface Seal {
  actor: Actor;
  version: XapiVersion;
  /** What everything in this launch says of its context: a registration, cmi5's context template. It stands as it is, save what the version does not know; ours is added. */
  context?: object;
}

/**
 * The JSON text of a statement, to be sent as it is from now on. Its id and time are the entry's.
 * @throws TypeError where the entry holds no statement, as one from another version of the site may not; park it.
 */
export function sealStatement({ id, at, content }: Pick<OutboxEntry, 'id' | 'at' | 'content'>, { actor, version, context }: Seal): string {
  if (!isStatementDraft(content)) throw new TypeError(`What waits to be sent under the id ${id} is no statement`);
  const { verb, object, result } = content;
  const whole = mergeContext(context ?? {}, content.context ?? {}, version);
  return JSON.stringify({ id, actor, verb, object, ...(result && { result }), ...(Object.keys(whole).length > 0 && { context: whole }), timestamp: at });
}

export function isStatementDraft(content: unknown): content is StatementDraft {
  return isObject(content) && hasId(content.verb) && hasId(content.object);
}

const hasId = (value: unknown): boolean => isObject(value) && typeof value.id === 'string';
