import { v4 } from 'uuid';
import { connectScorm2004 } from '../../tracking/scorm2004/connect.ts';
import { startPackage } from './start-package.client.ts';

startPackage((course) => connectScorm2004({ page: window, course, now: () => Date.now(), newId: () => v4() }));
