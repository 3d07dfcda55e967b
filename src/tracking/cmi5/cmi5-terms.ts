/** The names that cmi5 (Quartz) fixes. */
export const VERBS = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
} as const;

/** The verbs of the statements that an AU makes and cmi5 defines. */
export type DefinedVerb = keyof typeof VERBS;
export const DEFINED_VERBS = Object.keys(VERBS) as readonly DefinedVerb[];

export const CMI5_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
export const MOVEON_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
export const SESSION_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
export const MASTERY_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
export const LAUNCH_DATA_STATE = 'LMS.LaunchData';
export const PREFERENCES_PROFILE = 'cmi5LearnerPreferences';

/** cmi5 (Quartz) rests on xAPI 1.0.3. */
export const XAPI_VERSION = '1.0.3';
