/** Raised when a published template's determining properties or rules change, or an extension changes its meaning; see docs/xapi-profile.md. */
export const PROFILE_VERSION = 'v1';

/** What our statements say beyond the standard, in `result`. */
export const RESULT_EXTENSIONS = ['judgement', 'confidence', 'attempt', 'edition', 'ending', 'editions'] as const;
/** What they say beyond it in `context`. */
export const CONTEXT_EXTENSIONS = ['happened'] as const;
/** Where no published type says what the thing is. */
export const OWN_ACTIVITY_TYPES = ['practice-statement', 'reflection'] as const;

export type ResultExtension = (typeof RESULT_EXTENSIONS)[number];
export type ExtensionName = ResultExtension | (typeof CONTEXT_EXTENSIONS)[number];
export type OwnActivityType = (typeof OWN_ACTIVITY_TYPES)[number];

/** IRIs of an academy's xAPI Profile and of what it defines. */
export interface ProfileIds {
  profile: string;
  /** In the category of every statement of ours. */
  version: string;
  extension(name: ExtensionName): string;
  activityType(name: OwnActivityType): string;
  template(name: string): string;
}

export function profileIds(iriBase: string): ProfileIds {
  const profile = `${iriBase}/profile`;
  return {
    profile,
    version: `${profile}/${PROFILE_VERSION}`,
    extension: (name) => `${profile}/extensions/${name}`,
    activityType: (name) => `${profile}/activity-types/${name}`,
    template: (name) => `${profile}/templates/${name}`,
  };
}
