import type { PackageTarget } from '../course/package-order.ts';
import { PackageError } from './package-error.ts';

/** Bytes of a package for one module. */
export const MAX_MODULE_PACKAGE = 400 * 1024;

/** Characters of `suspend_data`, where SCORM keeps what a learner did. The others have no limit that a course comes near. */
const MAX_PROGRESS: Partial<Record<PackageTarget, number>> = { scorm12: 4096, scorm2004: 64_000 };

/** @param progress the most characters that a learner's progress can take @throws PackageError */
export function requireRoomForProgress(target: PackageTarget, progress: number, { title, isOneModule }: { title: string; isOneModule: boolean }): void {
  const room = MAX_PROGRESS[target];
  if (room === undefined || progress <= room) return;
  const advice = isOneModule ? 'Split its scenarios over more modules, or use SCORM 2004, cmi5 or xAPI.' : 'Make a package for every module instead: say --each-module. SCORM 2004, cmi5 and xAPI have room for all of it.';
  throw new PackageError(`“${title}” is too long for ${target === 'scorm12' ? 'SCORM 1.2' : 'SCORM 2004'}: a learner’s progress can take ${progress} characters, and the LMS keeps ${room}.\n${advice}`);
}

/** @throws PackageError */
export function requireSmall(name: string, bytes: number): void {
  if (bytes <= MAX_MODULE_PACKAGE) return;
  throw new PackageError(`${name} would be ${toKilobytes(bytes)} KB, and a module may take ${toKilobytes(MAX_MODULE_PACKAGE)} KB.\nShorten the module, or split it in two: a phone on a bad line has to load it.`);
}

export const toKilobytes = (bytes: number): number => Math.ceil(bytes / 1024);
