import type { TrackedCourse } from '../course/tracked-course.ts';
import { findElement } from './find-element.ts';

/** What a page that reports carries of the modules and scenarios on it. */
export const readTrackedCourse = (): TrackedCourse => JSON.parse(findElement(document, '#tracked-course').textContent) as TrackedCourse;
