import { expect, test } from 'vitest';
import { WORDS } from '../../../../src/tracking/cmi5/words.ts';
import { Cmi5Lms } from '../../../peers/cmi5-lms/cmi5-lms.ts';
import { stopTime } from '../lrs/timing.ts';
import { PAGE, visit } from './visit.ts';

stopTime();

test.each(['LMS.LaunchData', 'cmi5LearnerPreferences', '/statements'])('an LMS that asks for an hour’s wait does not keep the page from saying so (%s)', async (what) => {
  const lms = new Cmi5Lms();
  const fetch: typeof globalThis.fetch = async (input, init) => (String(input).includes(what) ? new Response('', { status: 429, headers: { 'Retry-After': '3600' } }) : lms.fetch(input, init));
  const before = Date.now();
  await expect(visit({ fetch, launch: lms.launch(PAGE).url })).rejects.toThrow(WORDS.noAnswer);
  expect(Date.now() - before).toBeLessThanOrEqual(20_000);
});
