import type { LaunchMode } from '../../course/completion.ts';
import type { Interaction } from './interactions.ts';
import type { PackageStanding } from './package-standing.ts';
import type { ApiNames, ScormSession } from './session.ts';

/** An element of the data model and what it is to be. */
export type Setting = readonly [element: string, value: string];

/** Where the two versions of SCORM differ. */
export interface DataModel {
  /** What people call it. */
  title: string;
  names: ApiNames;
  /** What the LMS of the other version would have, to tell people which package they need. */
  other: { title: string; api: string; initialize: string };
  elements: { learnerId: string; mode: string; suspendData: string; location: string; exit: string; sessionTime: string };
  /** What an LMS must take, or the learner's work is not saved. The rest some LMSs do without. */
  essential: readonly string[];
  suspendDataLimit: number;
  /** Codes that say that the LMS has no open session any more. */
  endedCodes: readonly string[];
  /** 0 to 1; `undefined` where the LMS has none. */
  readMasteryScore(session: ScormSession): number | undefined;
  /** Reads what the LMS has, and then turns standings into what to tell it, so that it is never told less. */
  openStatus(session: ScormSession, masteryScore: number | undefined): (standing: PackageStanding) => Setting[];
  /** @param time milliseconds. */
  formatSessionTime(time: number): string;
  openInteractions(session: ScormSession): { place(id: string): { index: number; isNew: boolean }; list(interaction: Interaction, index: number, isNew: boolean): Setting[] };
  /** What to set when the learner asks to leave. */
  listExitSettings(standing: PackageStanding): Setting[];
}

/** `lesson_mode` and `cmi.mode` have the same words. What an LMS leaves out is a normal launch. */
export function readLaunchMode(mode: string): LaunchMode {
  if (mode === 'browse') return 'Browse';
  return mode === 'review' ? 'Review' : 'Normal';
}

/** A number of the LMS; `undefined` where there is none. 0 is one. */
export function readNumber(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** The higher of two statuses, in the order from low to high; what is not in the order counts for nothing. */
export const higherStatus = (order: readonly string[], a: string, b: string): string => (order.indexOf(a) >= order.indexOf(b) ? a : b);
