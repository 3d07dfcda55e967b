import { expect, test } from 'vitest';
import { MAX_MODULE_PACKAGE, requireRoomForProgress, requireSmall } from '../../../src/packaging/limits.ts';

const framework = { title: 'Rivermouth', isOneModule: false };

test('a framework whose progress SCORM 1.2 can’t keep is refused by name, with the way out', () => {
  expect(() => requireRoomForProgress('scorm12', 4097, framework)).toThrow('“Rivermouth” is too long for SCORM 1.2: a learner’s progress can take 4097 characters, and the LMS keeps 4096.\nMake a package for every module instead: say --each-module.');
  expect(() => requireRoomForProgress('scorm12', 4096, framework)).not.toThrow();
});

test('a single module that is too long is to be split', () => {
  expect(() => requireRoomForProgress('scorm12', 5000, { title: 'Listening', isOneModule: true })).toThrow('Split its scenarios');
});

test('SCORM 2004 keeps more, and the others have no limit to meet', () => {
  expect(() => requireRoomForProgress('scorm2004', 64_000, framework)).not.toThrow();
  expect(() => requireRoomForProgress('scorm2004', 64_001, framework)).toThrow('SCORM 2004');
  expect(() => requireRoomForProgress('cmi5', 1_000_000, framework)).not.toThrow();
});

test('a package of more than 400 KB is refused with its size', () => {
  expect(() => requireSmall('a.zip', MAX_MODULE_PACKAGE)).not.toThrow();
  expect(() => requireSmall('a.zip', MAX_MODULE_PACKAGE + 1)).toThrow('a.zip would be 401 KB, and a module may take 400 KB.');
});
