import type { LearnerEvent } from './learner-event.ts';

export const EXPORT_FORMAT = 'practice-academy-record';
export const EXPORT_VERSION = 1;

/** The whole record as the text of a JSON file, to keep elsewhere or to take to another device. `exportedAt` in milliseconds since 1970. */
export function writeExport(events: readonly LearnerEvent[], exportedAt: number): string {
  return `${JSON.stringify({ format: EXPORT_FORMAT, version: EXPORT_VERSION, exportedAt: new Date(exportedAt).toISOString(), events }, undefined, 1)}\n`;
}
