import { openRecord, type LearnerRecord } from '../../record/learner-record.ts';

let provide: (record: LearnerRecord) => void = () => undefined;
const provided = new Promise<LearnerRecord>((resolve) => {
  provide = resolve;
});
let record: Promise<LearnerRecord> | undefined;

/**
 * The record of this page, opened once: this device's own, or where the page says `<html data-record="provided">` the one
 * that the page's bootstrap hands in.
 */
export function openLearnerRecord(): Promise<LearnerRecord> {
  record ??= document.documentElement.dataset.record === 'provided' ? provided : openRecord();
  return record;
}

/** Hands in the record of a page that reports to an LMS or LRS. */
export function provideLearnerRecord(opened: LearnerRecord): void {
  provide(opened);
}
