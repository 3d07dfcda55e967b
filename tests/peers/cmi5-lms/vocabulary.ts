/** What an assignable unit is to the LMS: its entry in the course structure. */
export interface AssignableUnit {
  /** The publisher's id, as in cmi5.xml. */
  id: string;
  title?: string;
  moveOn: MoveOn;
  masteryScore?: number;
  launchParameters?: string;
}

export type MoveOn = 'Passed' | 'Completed' | 'CompletedAndPassed' | 'CompletedOrPassed' | 'NotApplicable';
export type Mode = 'Normal' | 'Browse' | 'Review';

export interface Agent {
  objectType?: string;
  account?: { homePage: string; name: string };
  [property: string]: unknown;
}

/** How a learner stands in one assignable unit of one registration. */
export interface Standing {
  completed: boolean;
  passed: boolean;
  satisfied: boolean;
}

/** One launch of one assignable unit. */
export interface Session {
  id: string;
  unit: AssignableUnit;
  registration: string;
  activityId: string;
  actor: Agent;
  launchMode: Mode;
  masteryScore?: number;
  contextTemplate: Context;
  returnURL?: string;
  /** Handed out by the fetch URL, once. */
  token: string;
  isFetched: boolean;
  hasReadPreferences: boolean;
  /** ISO 8601, of the statements that the AU sent. */
  initializedAt?: string;
  terminatedAt?: string;
  newestAt?: string;
  /** Verbs of cmi5 defined statements that were taken. */
  verbs: Set<string>;
  isAbandoned: boolean;
  launchedAt: string;
}

export interface Context {
  registration?: string;
  contextActivities?: Record<string, { id: string; [property: string]: unknown }[]>;
  extensions?: Record<string, unknown>;
  [property: string]: unknown;
}

/** A statement whose form was checked. */
export interface Statement {
  id: string;
  timestamp: string;
  actor: Agent;
  verb: { id: string };
  object: { id?: string; objectType?: string; [property: string]: unknown };
  result?: { success?: boolean; completion?: boolean; duration?: string; score?: { scaled?: number; raw?: number; min?: number; max?: number }; [property: string]: unknown };
  context?: Context;
  [property: string]: unknown;
}

const ADL = 'http://adlnet.gov/expapi/verbs/';
const W3ID = 'https://w3id.org/xapi/adl/verbs/';
export const VERB = { initialized: `${ADL}initialized`, completed: `${ADL}completed`, passed: `${ADL}passed`, failed: `${ADL}failed`, terminated: `${ADL}terminated`, launched: `${ADL}launched`, voided: `${ADL}voided`, abandoned: `${W3ID}abandoned`, waived: `${W3ID}waived`, satisfied: `${W3ID}satisfied` } as const;

const CMI5 = 'https://w3id.org/xapi/cmi5/';
export const CATEGORY = { cmi5: `${CMI5}context/categories/cmi5`, moveOn: `${CMI5}context/categories/moveon` } as const;
export const EXTENSION = { session: `${CMI5}context/extensions/sessionid`, masteryScore: `${CMI5}context/extensions/masteryscore`, launchMode: `${CMI5}context/extensions/launchmode`, launchUrl: `${CMI5}context/extensions/launchurl`, moveOn: `${CMI5}context/extensions/moveon`, launchParameters: `${CMI5}context/extensions/launchparameters` } as const;
export const COURSE_TYPE = `${CMI5}activitytype/course`;

export const listCategories = ({ context }: Pick<Statement, 'context'>): string[] => (context?.contextActivities?.['category'] ?? []).map(({ id }) => id);
/** What makes a statement subject to the rules for verbs. */
export const isDefined = (statement: Pick<Statement, 'context'>): boolean => listCategories(statement).includes(CATEGORY.cmi5);
