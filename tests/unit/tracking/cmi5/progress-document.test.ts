import { expect, test } from 'vitest';
import { projectModule } from '../../../../src/record/module-progress.ts';
import { PROGRESS_STATE, ProgressDocument } from '../../../../src/tracking/cmi5/progress-document.ts';
import { openLrs } from '../../../../src/tracking/lrs/client.ts';
import { DocumentsDouble } from '../../../lrs/documents-double.ts';
import { clock } from '../lrs/timing.ts';
import { playCourse } from '../play-course.ts';
import { COURSE, HELP } from '../sample-course.ts';

const LAUNCH = { endpoint: 'https://lms.example/lrs/', fetch: 'https://lms.example/fetch/1', actor: { objectType: 'Agent' as const, account: { homePage: 'https://lms.example', name: 'l-1' } }, registration: '6b7d3b0e-6c0b-4f0e-9d6a-3f5f0c9a7b11', activityId: 'https://lms.example/activities/1' };
const ADDRESS = { activityId: LAUNCH.activityId, agent: JSON.stringify(LAUNCH.actor), registration: LAUNCH.registration, stateId: PROGRESS_STATE };

const documents = new DocumentsDouble();
const fetch: typeof globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  const answered = documents.handle({ method: request.method, path: url.pathname.slice('/lrs'.length), query: url.searchParams, headers: Object.fromEntries(request.headers), body: Buffer.from(await request.arrayBuffer()) });
  return new Response(answered?.status === 204 ? null : new Uint8Array(Buffer.from(answered?.body ?? '')), { status: answered?.status ?? 404, ...(answered?.headers && { headers: answered.headers }) });
};
const open = () => new ProgressDocument(openLrs({ endpoint: LAUNCH.endpoint, fetch, clock }), LAUNCH, COURSE);

const scenario = playCourse(COURSE, [{ do: 'start', seconds: 1, scenario: 0, seed: 7 }, { do: 'choose', seconds: 1, scenario: 0, option: 0, confidence: 0 }, { do: 'choose', seconds: 1, scenario: 0, option: 0, confidence: 0 }]);
const check = playCourse(COURSE, [{ do: 'check', seconds: 60, module: 0, correct: [true, true, true] }]);

test('there is nothing before something was saved', async () => {
  expect(await open().load()).toEqual({ events: [], told: [] });
});

test('what two devices did at the same time is put together', async () => {
  expect(await open().save({ events: scenario, told: ['completed'] })).toBe(true);
  expect(await open().save({ events: check, told: ['failed'] })).toBe(true);
  const { events, told } = await open().load();
  expect(told).toEqual(['completed', 'failed']);
  expect(projectModule(events, HELP).standing).toMatchObject({ completion: 'completed', success: 'passed', bestScore: 0.94 });
});

test.each(['', 'null', '{"version":2,"progress":"x","told":[]}', '{"version":1,"progress":7,"told":[]}', '<html>'])('a document that can’t be read (%j) is none, and is written over', async (text) => {
  documents.write('/activities/state', ADDRESS, text);
  expect(await open().load()).toEqual({ events: [], told: [] });
  await open().save({ events: check, told: [] });
  expect((await open().load()).events).not.toEqual([]);
});
