import type { TrackedCourse } from '../../course/tracked-course.ts';
import { worstCaseLength } from '../progress-code.ts';

/** Characters that an LMS must be able to keep in `suspend_data`. */
export const SUSPEND_DATA_LIMIT = { scorm12: 4_096, scorm2004: 64_000 } as const;

/** Stands between the learner's progress and the name of the attempt; neither holds it. */
const SEPARATOR = '~';
const ATTEMPT_LENGTH = 12;

/** What `suspend_data` holds. */
export interface SuspendData {
  /** See `progress-code.ts`. */
  progress: string;
  /**
   * Names this attempt of the LMS. An LMS can give a learner a new attempt, next year's refresher for one: then the record of the
   * last one, which is still on the device, must not complete it. Twelve characters.
   */
  attempt: string;
}

export const writeSuspendData = ({ progress, attempt }: SuspendData): string => progress + SEPARATOR + attempt;

/** `undefined` where it is empty or not ours: then this is a new attempt. */
export function readSuspendData(text: string): SuspendData | undefined {
  const end = text.lastIndexOf(SEPARATOR);
  const attempt = text.slice(end + SEPARATOR.length);
  return end >= 0 && attempt.length === ATTEMPT_LENGTH ? { progress: text.slice(0, end), attempt } : undefined;
}

export const nameAttempt = (id: string): string => id.replaceAll('-', '').slice(-ATTEMPT_LENGTH).padStart(ATTEMPT_LENGTH, '0');

/** No learner's `suspend_data` for a package of this course is longer. A build compares it with `SUSPEND_DATA_LIMIT`. */
export const worstSuspendDataLength = (course: TrackedCourse): number => worstCaseLength(course) + SEPARATOR.length + ATTEMPT_LENGTH;
