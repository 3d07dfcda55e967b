import type { Connection } from '../connection.ts';
import { connectScorm, type ScormLaunch } from '../scorm/connect-scorm.ts';
import { SCORM12 } from './data-model.ts';

/** @throws NotConnectedError, in words for the learner, where there is no LMS of SCORM 1.2 or it opens no session */
export const connectScorm12 = (launch: ScormLaunch): Promise<Connection> => connectScorm(SCORM12, launch);
