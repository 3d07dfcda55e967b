import { describe, expect, test } from 'vitest';
import { ScormSession } from '../../../../src/tracking/scorm/session.ts';
import { SCORM12 } from '../../../../src/tracking/scorm12/data-model.ts';
import { StrictLms } from '../../../peers/scorm-strict.ts';

const { names } = SCORM12;
const MODE = 'cmi.core.lesson_mode';
const open = (api: Record<string, unknown>) => {
  const session = new ScormSession(api, names);
  return { session, isOpen: session.initialize(MODE) };
};

describe('a session with an LMS', () => {
  test('is opened once and ended once, however often it is asked to', () => {
    const lms = new StrictLms('1.2');
    const { session } = open(lms.api);
    expect(session.initialize(MODE)).toBe(true);
    expect([session.finish(), session.finish(), session.isOpen]).toEqual([true, false, false]);
    expect([session.set('cmi.core.lesson_location', 'x'), session.commit(), session.get(MODE)]).toEqual([false, false, '']);
    expect(lms.calls.map(({ name }) => name)).toEqual(['LMSInitialize', 'LMSFinish']);
  });

  test('takes true for "true", and anything else for a refusal', () => {
    const answers = [true, 'TRUE', 'false', false, '', undefined, 0];
    expect(answers.map((answer) => open({ LMSInitialize: () => answer, LMSGetValue: () => '', LMSGetLastError: () => '101' }).isOpen)).toEqual([true, true, false, false, false, false, false]);
  });

  test('that is open already is taken over', () => {
    const lms = new StrictLms('1.2');
    (lms.api['LMSInitialize'] as (text: string) => unknown)('');
    const { session, isOpen } = open(lms.api);
    expect(isOpen).toBe(true);
    expect(session.get(MODE)).toBe('normal');
  });

  test('that has ended is not taken over', () => {
    const lms = new StrictLms('1.2');
    open(lms.api).session.finish();
    const { session, isOpen } = open(lms.api);
    expect(isOpen).toBe(false);
    expect(session.problem).toEqual({ code: '101', text: 'Error 101' });
  });

  test('goes on where the LMS’s own script fails', () => {
    const { session } = open({ LMSInitialize: () => 'true', LMSSetValue: () => { throw new TypeError('server is undefined'); } });
    expect(session.set('cmi.core.exit', 'suspend')).toBe(false);
    expect(session.problem).toEqual({ code: 'threw', text: 'server is undefined' });
    expect(session.commit()).toBe(false);
    expect(session.problem?.code).toBe('missing');
  });

  test('sends a value once, and again only after another', () => {
    const lms = new StrictLms('1.2');
    const { session } = open(lms.api);
    for (const value of ['a', 'a', 'b', 'a']) expect(session.set('cmi.core.lesson_location', value)).toBe(true);
    expect(session.set('cmi.core.lesson_status', 'finished')).toBe(false);
    expect(session.problem?.code).toBe('405');
    expect(lms.calls.filter(({ name }) => name === 'LMSSetValue')).toHaveLength(4);
  });

  test('calls functions as the API’s own', () => {
    class Lms {
      readonly #mode: string = 'review';
      LMSInitialize(): string {
        return this.#mode === '' ? 'false' : 'true';
      }
      LMSGetValue(): string {
        return this.#mode;
      }
    }
    const { session } = open(new Lms() as unknown as Record<string, unknown>);
    expect(session.get(MODE)).toBe('review');
  });
});
