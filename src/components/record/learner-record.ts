import { openRecord, type LearnerRecord } from '../../record/learner-record.ts';

let record: Promise<LearnerRecord> | undefined;

/** The record of this device, opened once for a page. */
export function openLearnerRecord(): Promise<LearnerRecord> {
  record ??= openRecord();
  return record;
}
