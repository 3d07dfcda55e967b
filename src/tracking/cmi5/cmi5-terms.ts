/** The names that cmi5 (Quartz) fixes, but for its verbs and the extension for the mastery score: `lrs/vocabulary.ts` has those. */

/** The verbs of the statements that an AU makes and cmi5 defines. */
export const DEFINED_VERBS = ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const;
export type DefinedVerb = (typeof DEFINED_VERBS)[number];

export const CMI5_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
export const MOVEON_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
export const SESSION_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
export const LAUNCH_DATA_STATE = 'LMS.LaunchData';
export const PREFERENCES_PROFILE = 'cmi5LearnerPreferences';

/** cmi5 (Quartz) rests on xAPI 1.0.3. */
export const XAPI_VERSION = '1.0.3';
