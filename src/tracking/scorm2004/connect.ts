import type { Connection } from '../connection.ts';
import { connectScorm, type ScormLaunch } from '../scorm/connect-scorm.ts';
import { SCORM2004 } from './data-model.ts';

/** @throws NotConnectedError, in words for the learner, where there is no LMS of SCORM 2004 or it opens no session */
export const connectScorm2004 = (launch: ScormLaunch): Promise<Connection> => connectScorm(SCORM2004, launch);
