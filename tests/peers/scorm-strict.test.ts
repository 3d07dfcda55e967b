import { describe, expect, test } from 'vitest';
import * as runtime12 from 'scorm-again/scorm12';
import * as runtime2004 from 'scorm-again/scorm2004';
import { StrictLms, type ScormVersion } from './scorm-strict.ts';

type Api = Record<string, (...texts: unknown[]) => unknown>;
type Runtime = new (settings: { autocommit: boolean; logLevel: string }) => Api;
/** Its types say that these are defaults; they are exports by name. */
const { Scorm12API } = runtime12 as unknown as { Scorm12API: Runtime };
const { Scorm2004API } = runtime2004 as unknown as { Scorm2004API: Runtime };

type Calls = readonly (readonly [name: string, ...texts: unknown[]])[];

/** What a strict LMS refuses of these calls, by error, and what scorm-again does. */
function make(version: ScormVersion, calls: Calls): { strict: string[]; lenient: string[] } {
  const lms = new StrictLms(version);
  const runtime = new (version === '1.2' ? Scorm12API : Scorm2004API)({ autocommit: false, logLevel: 'NONE' });
  const last = version === '1.2' ? 'LMSGetLastError' : 'GetLastError';
  const run = (api: Api) => calls.flatMap(([name, ...texts]) => (api[name]?.(...texts) === 'false' ? [String(api[last]?.())] : []));
  return { strict: run(lms.api), lenient: run(runtime) };
}

describe('a strict LMS of SCORM 1.2', () => {
  const initialize = ['LMSInitialize', ''] as const;
  const set = (element: string, value: unknown) => ['LMSSetValue', element, value] as const;
  const interaction = set('cmi.interactions.0.id', 'visit.friday');

  test.each<[what: string, calls: Calls, error: string]>([
    ['suspend_data of 4,097 characters', [initialize, set('cmi.suspend_data', 'x'.repeat(4_097))], '405'],
    ['the result “incorrect”, which is SCORM 2004’s', [initialize, interaction, set('cmi.interactions.0.result', 'incorrect')], '405'],
    ['the exit “normal”, which is SCORM 2004’s', [initialize, set('cmi.core.exit', 'normal')], '405'],
    ['a second end', [initialize, ['LMSFinish', ''], ['LMSFinish', '']], '301'],
  ])('refuses %s, which scorm-again lets pass', (_, calls, error) => {
    expect(make('1.2', calls)).toEqual({ strict: [error], lenient: [] });
  });

  test.each<[what: string, calls: Calls, error: string]>([
    ['a call before the beginning', [set('cmi.core.exit', 'suspend')], '301'],
    ['a second beginning', [initialize, initialize], '101'],
    ['a number', [initialize, set('cmi.core.score.raw', 80)], '201'],
    ['a score above 100', [initialize, set('cmi.core.score.raw', '101')], '405'],
    ['an unknown status', [initialize, set('cmi.core.lesson_status', 'not attempted')], '405'],
    ['a status of SCORM 2004', [initialize, set('cmi.completion_status', 'completed')], '401'],
    ['writing what can only be read', [initialize, set('cmi.core.student_id', 'me')], '403'],
    ['an id with a space', [initialize, set('cmi.interactions.0.id', 'first question')], '405'],
    ['an interaction that leaves one out', [initialize, set('cmi.interactions.1.id', 'second')], '201'],
    ['a response of 256 characters', [initialize, interaction, set('cmi.interactions.0.student_response', 'x'.repeat(256))], '405'],
    ['a time without seconds', [initialize, set('cmi.core.session_time', '00:20')], '405'],
  ])('refuses %s', (_, calls, error) => {
    expect(make('1.2', calls).strict).toEqual([error]);
  });

  test('gives nothing of what can only be written', () => {
    const lms = new StrictLms('1.2');
    for (const [name, ...texts] of [initialize, ['LMSGetValue', 'cmi.core.exit'] as const]) lms.api[name]?.(...texts);
    expect(lms.refused).toEqual([{ name: 'LMSGetValue', texts: ['cmi.core.exit'], answer: '', error: '404' }]);
  });
});

describe('a strict LMS of SCORM 2004', () => {
  const initialize = ['Initialize', ''] as const;
  const set = (element: string, value: unknown) => ['SetValue', element, value] as const;
  const interaction = [set('cmi.interactions.0.id', 'visit.friday'), set('cmi.interactions.0.type', 'choice')];

  test.each<[what: string, calls: Calls, error: string]>([
    ['a timestamp with three decimals', [initialize, ...interaction, set('cmi.interactions.0.timestamp', '2026-03-02T09:00:00.123Z')], '406'],
    ['a response with hyphens, as Moodle does', [initialize, ...interaction, set('cmi.interactions.0.learner_response', 'ring-and-say-so')], '406'],
  ])('refuses %s, which scorm-again lets pass', (_, calls, error) => {
    expect(make('2004', calls)).toEqual({ strict: [error], lenient: [] });
  });

  test.each<[what: string, calls: Calls, error: string]>([
    ['an end before the beginning', [['Terminate', '']], '112'],
    ['a second end', [initialize, ['Terminate', ''], ['Terminate', '']], '113'],
    ['a beginning after the end', [initialize, ['Terminate', ''], initialize], '104'],
    ['a commit after the end', [initialize, ['Terminate', ''], ['Commit', '']], '143'],
    ['the result “wrong”, which is SCORM 1.2’s', [initialize, ...interaction, set('cmi.interactions.0.result', 'wrong')], '406'],
    ['a scaled score above 1', [initialize, set('cmi.score.scaled', '80')], '407'],
    ['a response before the type', [initialize, set('cmi.interactions.0.id', 'visit.friday'), set('cmi.interactions.0.learner_response', 'ring')], '408'],
    ['a response of another type', [initialize, ...interaction, set('cmi.interactions.0.learner_response', 'row[.]choice')], '406'],
    ['the same choice twice', [initialize, ...interaction, set('cmi.interactions.0.learner_response', 'ring[,]ring')], '406'],
    ['writing what can only be read', [initialize, set('cmi.mode', 'review')], '404'],
    ['suspend_data of 64,001 characters', [initialize, set('cmi.suspend_data', 'x'.repeat(64_001))], '406'],
  ])('refuses %s', (_, calls, error) => {
    expect(make('2004', calls).strict).toEqual([error]);
  });
});
