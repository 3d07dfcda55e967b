import type { Verb } from './statement.ts';

const adlVerb = (name: string): Verb => ({ id: `http://adlnet.gov/expapi/verbs/${name}`, display: { en: name } });

/** The verbs of our statements, from ADL's list but for one. cmi5 uses those of its own list among them. */
export const VERBS = {
  initialized: adlVerb('initialized'),
  answered: adlVerb('answered'),
  completed: adlVerb('completed'),
  passed: adlVerb('passed'),
  failed: adlVerb('failed'),
  terminated: adlVerb('terminated'),
  commented: adlVerb('commented'),
  experienced: adlVerb('experienced'),
  /** ADL's `experienced` is for what one came across. Who says "I have read this" says more. */
  read: { id: 'http://activitystrea.ms/schema/1.0/read', display: { en: 'read' } },
} as const satisfies Record<string, Verb>;

const adlType = (name: string): string => `http://adlnet.gov/expapi/activities/${name}`;

/** Activity types that others have defined. Ours, for what has none, are in `profile-ids.ts`. */
export const ACTIVITY_TYPES = {
  framework: adlType('course'),
  module: adlType('module'),
  /** "An attempted task or series of tasks in an artificial context that mimics reality." */
  scenario: adlType('simulation'),
  /** A decision in a scenario, or a question of a knowledge check. */
  interaction: adlType('cmi.interaction'),
  check: adlType('assessment'),
  profile: adlType('profile'),
  page: 'https://w3id.org/xapi/acrossx/activities/webpage',
} as const;

/** cmi5's, for the score that counts as mastered: the same fact has the same IRI in every statement. */
export const MASTERY_SCORE_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
