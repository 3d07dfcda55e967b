import { v4 } from 'uuid';
import { connectScorm12 } from '../../tracking/scorm12/connect.ts';
import { startPackage } from './start-package.client.ts';

startPackage((course) => connectScorm12({ page: window, course, now: () => Date.now(), newId: () => v4() }));
