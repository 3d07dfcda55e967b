import { resolve } from 'node:path';
import { readAcademySettings } from '../checks/read-academy-settings.ts';

/** The council's own settings, from `content/academy.yaml`. */
export const academy = readAcademySettings(resolve(process.env.ACADEMY_CONTENT ?? 'content'));
