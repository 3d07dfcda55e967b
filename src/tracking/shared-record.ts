import type { LearnerRecord } from '../record/learner-record.ts';

/** A page that lends its record to the pages in its frames. */
type Lender = Window & { practiceAcademyRecord?: Promise<LearnerRecord> };

/**
 * Lets the pages of this package that stand in frames of this page use its record, so that one session tells an LMS of all of
 * them. Called before the first frame is made.
 */
export function lendRecord(record: Promise<LearnerRecord>): void {
  (window as Lender).practiceAcademyRecord = record;
}

/** The record of the page around this one; `undefined` where there is none, or where the browser keeps the two pages apart. */
export function borrowRecord(): Promise<LearnerRecord> | undefined {
  try {
    return window.parent === window ? undefined : (window.parent as Lender).practiceAcademyRecord;
  } catch {
    // A page of another origin, such as an LMS; or a sandbox in which every page is an origin of its own.
    return undefined;
  }
}
