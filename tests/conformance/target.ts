import type { LaunchMode } from '../../src/course/completion.ts';
import type { TrackedCourse } from '../../src/course/tracked-course.ts';
import type { LearnerRecord } from '../../src/record/learner-record.ts';
import type { Clock } from '../../src/tracking/lrs/clock.ts';
import type { Reported } from './contract.ts';

/** A way to report, with somebody at its other end. */
export interface Target {
  name: string;
  /** One learner takes up a course. */
  enrol(enrolment: { masteryScore?: number }): Promise<Enrolment>;
  stop?(): Promise<void>;
}

export interface Enrolment {
  /** Opens the page as it is opened on a device that has never seen it: all that is known of the learner comes from the other end. */
  launch(launch: { course: TrackedCourse; launchMode?: LaunchMode }): Promise<Visit>;
  /** What the other end holds now. */
  readReported(): Promise<Reported>;
}

export interface Visit {
  record: LearnerRecord;
  /** What the learner has in view when they close the page by its Exit button. */
  leave(): Promise<void>;
}

const SHORT_WAIT = 3_000;
const HASTE = 100;

/** The time of day as it is. Pauses are a hundred times shorter; limits on how long an answer may take, which are longer, stay what they are. */
export const hastyClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms <= SHORT_WAIT ? ms / HASTE : ms);
    return () => clearTimeout(timer);
  },
};
