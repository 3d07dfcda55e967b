import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { openRecord, type LearnerRecord, type RecordChange } from '../../../../src/record/learner-record.ts';
import { projectScenario } from '../../../../src/record/scenario-progress.ts';
import { NotConnectedError } from '../../../../src/tracking/connection.ts';
import { StrictLms } from '../../../peers/scorm-strict.ts';
import { eventsOf } from '../../record/events-of.ts';
import { COURSE } from '../sample-course.ts';
import { FakePage, settle } from './fake-page.ts';
import { answerBadly, answerWell, beginVisit, connect, HELP_ONLY, meetWell, readValues, visit, visitBadly, visitWell } from './visit.ts';

const ELEMENTS = {
  '1.2': { names: ['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish'], learner: 'cmi.core.student_id', mode: 'cmi.core.lesson_mode', entry: 'cmi.core.entry', status: 'cmi.core.lesson_status', location: 'cmi.core.lesson_location', time: 'cmi.core.session_time', exit: 'cmi.core.exit', success: 'cmi.core.lesson_status', ended: '301' },
  '2004': { names: ['Initialize', 'SetValue', 'Commit', 'Terminate'], learner: 'cmi.learner_id', mode: 'cmi.mode', entry: 'cmi.entry', status: 'cmi.completion_status', location: 'cmi.location', time: 'cmi.session_time', exit: 'cmi.exit', success: 'cmi.success_status', ended: '143' },
} as const;

describe.each(['1.2', '2004'] as const)('SCORM %s', (version) => {
  const { names: [initialize, set, commit, finish], learner, mode, entry, status, location, time, exit, success, ended } = ELEMENTS[version];
  const namesOf = (lms: StrictLms) => lms.calls.map(({ name }) => name);
  const count = (lms: StrictLms, name: string) => namesOf(lms).filter((called) => called === name).length;

  describe('a visit', () => {
    test('is incomplete as soon as it begins, will be taken up again, and is saved', async () => {
      const lms = new StrictLms(version);
      await visit(lms);
      expect(lms.saved).toMatchObject({ [status]: 'incomplete', [exit]: 'suspend' });
      expect(lms.refused).toEqual([]);
    });

    test('is saved after everything that the learner does', async () => {
      const lms = new StrictLms(version);
      const { do: act } = await visit(lms);
      const texts = new Set([lms.saved['cmi.suspend_data']]);
      for (const step of [...visitWell(), answerWell()]) {
        await act(step);
        texts.add(lms.saved['cmi.suspend_data']);
      }
      expect(texts.size).toBe(6);
      expect(lms.saved).toEqual(Object.fromEntries(lms.values));
    });

    test('makes only calls that a strict LMS takes, each of them with strings, begins once and ends once', async () => {
      const lms = new StrictLms(version);
      const { do: act, connection, page } = await visit(lms, COURSE);
      await act(...visitBadly(), answerBadly(), ...visitWell(), answerWell(), ...meetWell(), readValues());
      await connection.exit?.();
      page.fire('pagehide');
      expect(await connection.exit?.()).toEqual({ delivered: true });
      expect(lms.refused).toEqual([]);
      expect([count(lms, initialize), count(lms, finish)]).toEqual([1, 1]);
    });

    test('says where the learner is', async () => {
      const { do: act, value } = await visit(new StrictLms(version), COURSE);
      await act(readValues());
      expect(value(location)).toBe('standards/values');
    });

    test('lasts as long as the page was in sight', async () => {
      const { wait, page, connection, value } = await visit(new StrictLms(version));
      wait(61_000);
      page.look('hidden');
      wait(3_600_000);
      page.look('visible');
      wait(1_500);
      await connection.exit?.();
      expect(value(time)).toBe(version === '1.2' ? '0000:01:02.50' : 'PT0H1M2.50S');
    });
  });

  describe('leaving', () => {
    test('by the button saves, ends the session and says that the page can be closed', async () => {
      const lms = new StrictLms(version);
      const { do: act, connection, statuses } = await visit(lms);
      await act(...visitWell());
      expect(await connection.exit?.()).toEqual({ delivered: true });
      expect(lms.state).toBe('ended');
      expect(statuses.at(-1)).toMatchObject({ state: 'stopped', message: expect.stringContaining('You can close this page') });
    });

    test('by closing the tab commits and ends at once, so that the LMS keeps what it was told', async () => {
      const lms = new StrictLms(version);
      const { do: act, page } = await visit(lms);
      await act(...beginVisit());
      page.fire('pagehide');
      expect(namesOf(lms).slice(-2)).toEqual([commit, finish]);
      expect(lms.saved).toMatchObject({ [status]: 'incomplete', [exit]: 'suspend' });
    });

    test('right after the last answer still tells the LMS of it', async () => {
      const lms = new StrictLms(version);
      const { do: act, record, page } = await visit(lms);
      await act(...visitWell());
      await record.append(answerWell());
      page.fire('pagehide');
      expect([lms.saved[success], lms.state, lms.refused]).toEqual(['passed', 'ended', []]);
    });

    test('before the record was read leaves what the LMS kept as it was', async () => {
      const before = new StrictLms(version);
      const first = await visit(before);
      await first.do(...beginVisit());
      first.page.fire('pagehide');
      const lms = before.nextSession();
      const page = new FakePage({ parent: { [version === '1.2' ? 'API' : 'API_1484_11']: lms.api, parent: null } });
      const connection = await connect(version)({ page, course: HELP_ONLY, now: () => 0, newId: () => 'id' });
      connection.report(await openRecord(connection.environment));
      page.fire('pagehide');
      await settle();
      expect(namesOf(lms)).not.toContain(finish);
      expect(lms.values.get('cmi.suspend_data')).toBe(before.saved['cmi.suspend_data']);
    });

    test('while the LMS has not taken the last answer tries once more', async () => {
      const lms = new StrictLms(version);
      let isDeaf = false;
      const { do: act, page } = await visit({ version, values: lms.values, api: { ...lms.api, [set]: (...texts: unknown[]) => (isDeaf ? 'false' : lms.api[set]?.(...texts)) } });
      await act(...visitWell());
      isDeaf = true;
      await act(answerWell());
      isDeaf = false;
      page.fire('pagehide');
      expect([lms.saved[success], lms.state]).toEqual(['passed', 'ended']);
    });

    test('before the LMS was told a status ends nothing, because it would count as completed', async () => {
      const lms = new StrictLms(version);
      const page = Object.assign(new FakePage(), { [version === '1.2' ? 'API' : 'API_1484_11']: lms.api });
      await connect(version)({ page, course: HELP_ONLY, now: () => 0, newId: () => 'id' });
      page.fire('pagehide');
      expect(lms.state).toBe('open');
    });

    test('for another tab saves and ends nothing', async () => {
      const lms = new StrictLms(version);
      const { page } = await visit(lms);
      const before = count(lms, commit);
      page.look('hidden');
      expect([count(lms, commit), lms.state]).toEqual([before + 1, 'open']);
    });

    test('and coming back by the Back button finds the session ended, and records nothing more', async () => {
      const lms = new StrictLms(version);
      const { page, do: act, statuses } = await visit(lms);
      page.fire('pagehide', { persisted: true });
      page.fire('pageshow', { persisted: true });
      expect(statuses.at(-1)).toMatchObject({ state: 'stopped', message: expect.stringContaining('from there again') });
      const calls = lms.calls.length;
      await act(...visitWell());
      expect(lms.calls).toHaveLength(calls);
    });
  });

  describe('the next visit', () => {
    test('goes on with the step at which the learner stopped, on a device that never saw them', async () => {
      const lms = new StrictLms(version);
      const first = await visit(lms);
      await first.do(...beginVisit());
      first.page.fire('pagehide');
      const { record } = await visit(lms.nextSession());
      expect(projectScenario(await record.readAll(), 'visit').unfinished).toMatchObject({ route: [{ step: 'friday', option: 'ring-and-say-so' }], nextStep: 'at-the-door', started: { seed: 7 } });
    });

    test('is in the same record, another learner and a new attempt in others', async () => {
      const database = async (lms: StrictLms) => (await visit(lms)).connection.environment.database;
      const lms = new StrictLms(version);
      const first = await database(lms);
      expect(await database(lms.nextSession())).toBe(first);
      expect(await database(lms.nextSession({ kept: { [learner]: 'learner-2' } }))).not.toBe(first);
      expect(await database(new StrictLms(version))).not.toBe(first);
    });

    test('never begins a new attempt with the results of the last', async () => {
      const lms = new StrictLms(version);
      const { do: act, connection } = await visit(lms);
      await act(...visitWell(), answerWell());
      await connection.exit?.();
      const refresher = new StrictLms(version);
      await visit(refresher);
      expect(refresher.saved[status]).toBe('incomplete');
    });

    test.each(['resume', 'ab-initio', '', 'continue?'])('takes up what was kept where the LMS calls it “%s”', async (word) => {
      const lms = new StrictLms(version);
      const { do: act, connection } = await visit(lms);
      await act(...visitWell());
      await connection.exit?.();
      const next = lms.nextSession({ kept: { [entry]: word } });
      const { do: go } = await visit(next);
      await go(answerWell());
      expect(next.saved[version === '1.2' ? status : 'cmi.success_status']).toBe('passed');
    });

    test.each(['', 'page=3;score=20', 'pa1Ezzz.zzz.AAAA~0123456789ab', '~', '{"v":1}'])('starts afresh where the LMS gives “%s”, and keeps the status', async (garbage) => {
      const done = { '1.2': { [status]: 'passed', 'cmi.core.score.raw': '90' }, '2004': { [status]: 'completed', 'cmi.success_status': 'passed', 'cmi.score.scaled': '0.9' } }[version];
      const lms = new StrictLms(version, { kept: { ...done, 'cmi.suspend_data': garbage } });
      const { do: act, connection } = await visit(lms);
      expect(lms.saved).toMatchObject(done);
      await act(...visitBadly(), answerBadly());
      await connection.exit?.();
      expect(lms.saved).toMatchObject(done);
      expect(lms.refused).toEqual([]);
    });
  });

  test('over any number of visits a status is never taken back, and nothing is refused', async () => {
    const rank = (saved: Readonly<Record<string, string>>) => (version === '1.2' ? ['not attempted', 'incomplete', 'failed', 'completed', 'passed'].indexOf(saved[status] ?? '') : ['unknown', 'incomplete', 'completed'].indexOf(saved[status] ?? '') * 10 + ['unknown', 'failed', 'passed'].indexOf(saved['cmi.success_status'] ?? ''));
    const acts = { visitWell, visitBadly, beginVisit, meetWell, answerWell: () => [answerWell()], answerBadly: () => [answerBadly()], readValues: () => [readValues()] };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.array(fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])), { maxLength: 4 }), fc.boolean()), { minLength: 1, maxLength: 4 }), fc.constantFrom(undefined, '0', '1'), async (visits, mastery) => {
        const masteryElement = version === '1.2' ? 'cmi.student_data.mastery_score' : 'cmi.scaled_passing_score';
        let lms = new StrictLms(version, { kept: mastery === undefined ? {} : { [masteryElement]: mastery === '1' && version === '1.2' ? '100' : mastery } });
        let reached = -1;
        for (const [does, leavesByButton] of visits) {
          const { do: act, connection, page } = await visit(lms, COURSE);
          for (const name of does) {
            await act(...acts[name]());
            expect(rank(lms.saved)).toBeGreaterThanOrEqual(reached);
            reached = rank(lms.saved);
          }
          if (leavesByButton) await connection.exit?.();
          else page.fire('pagehide');
          expect(lms.refused).toEqual([]);
          expect(rank(lms.saved)).toBeGreaterThanOrEqual(reached);
          reached = rank(lms.saved);
          lms = lms.nextSession();
        }
      }),
      { numRuns: 25 },
    );
  });

  describe.each(['browse', 'review'])('launched to %s', (word) => {
    test('reads what is there and writes nothing, whatever the learner does', async () => {
      const lms = new StrictLms(version, { kept: { [mode]: word } });
      const { do: act, connection, page, record } = await visit(lms);
      await act(...visitWell(), answerWell());
      page.look('hidden');
      expect(await connection.exit?.()).toEqual({ delivered: true });
      expect(record.launchMode.toLowerCase()).toBe(word);
      expect(namesOf(lms).filter((name) => name === set || name === commit)).toEqual([]);
      expect(lms.state).toBe('ended');
    });
  });

  describe('an LMS that can’t save', () => {
    test('is tried again by itself a few times, and the learner is told', async () => {
      let canSave = true;
      const lms = new StrictLms(version, { canSave: () => canSave });
      const { do: act, page, statuses } = await visit(lms);
      canSave = false;
      await act(...beginVisit());
      expect(statuses.at(-1)?.state).toBe('retrying');
      await page.elapse(20);
      expect(count(lms, commit)).toBeLessThan(12);
      expect(page.waiting).toBe(0);
      canSave = true;
      await act(...visitWell());
      expect(statuses.at(-1)).toEqual({ state: 'connected' });
      expect(lms.saved['cmi.suspend_data']).toBe(lms.values.get('cmi.suspend_data'));
    });

    test('and is back soon has everything without the learner doing anything', async () => {
      let canSave = true;
      const lms = new StrictLms(version, { canSave: () => canSave });
      const { do: act, page, statuses } = await visit(lms);
      canSave = false;
      await act(...visitWell(), answerWell());
      canSave = true;
      await page.elapse();
      expect(statuses.at(-1)).toEqual({ state: 'connected' });
      expect(lms.saved).toEqual(Object.fromEntries(lms.values));
    });

    test('keeps the learner who leaves from losing it: the session stays open, and the button can be used again', async () => {
      let canSave = true;
      const lms = new StrictLms(version, { canSave: () => canSave });
      const { do: act, connection, page, statuses } = await visit(lms);
      canSave = false;
      await act(...visitWell());
      const leaving = connection.exit?.();
      for (let time = 0; time < 5; time += 1) await page.elapse();
      expect(await leaving).toEqual({ delivered: false });
      expect(lms.state).toBe('open');
      expect(statuses.at(-1)?.state).toBe('retrying');
      canSave = true;
      expect(await connection.exit?.()).toEqual({ delivered: true });
    });

    test('because it has ended the session is not asked again, and the learner is told', async () => {
      const lms = new StrictLms(version);
      const { api } = lms;
      let hasEnded = false;
      const refuse = (name: string) => [name, (...texts: unknown[]) => (hasEnded ? 'false' : api[name]?.(...texts))] as const;
      const lastError = version === '1.2' ? 'LMSGetLastError' : 'GetLastError';
      const { do: act, statuses, page } = await visit({ version, values: lms.values, api: { ...api, ...Object.fromEntries([set, commit].map(refuse)), [lastError]: () => (hasEnded ? ended : api[lastError]?.()) } });
      hasEnded = true;
      await act(...beginVisit());
      expect(statuses.at(-1)).toMatchObject({ state: 'stopped' });
      expect(page.waiting).toBe(0);
    });

    test('takes no interactions is asked for them once, and everything else arrives', async () => {
      const lms = new StrictLms(version);
      const { api } = lms;
      const asked: string[] = [];
      const withoutInteractions = (element: unknown, value: unknown) => {
        if (!String(element).startsWith('cmi.interactions')) return api[set]?.(element, value);
        asked.push(String(element));
        return 'false';
      };
      const { do: act, statuses } = await visit({ version, values: lms.values, api: { ...api, [set]: withoutInteractions } });
      await act(...visitWell(), answerWell());
      expect(asked).toEqual(['cmi.interactions.0.id']);
      expect(statuses.at(-1)).toEqual({ state: 'connected' });
      expect(lms.saved[version === '1.2' ? status : 'cmi.success_status']).toBe('passed');
    });
  });

  test('what comes from a copy of the learner’s record was told when it happened, and is not told again', async () => {
    const lms = new StrictLms(version);
    const page = Object.assign(new FakePage(), { [version === '1.2' ? 'API' : 'API_1484_11']: lms.api });
    const connection = await connect(version)({ page, course: HELP_ONLY, now: () => Date.UTC(2026, 2, 2, 9), newId: () => 'id' });
    const [started, chosen] = eventsOf(...beginVisit());
    if (!started || !chosen) throw new Error('Nothing was begun');
    const yesterday = { ...chosen, at: '2026-03-01T09:00:00.000Z' };
    let listener: (change: RecordChange) => void = () => undefined;
    const record = { readAll: async () => [started, yesterday], subscribe: (heard: typeof listener) => (listener = heard) };
    connection.report(record as unknown as LearnerRecord);
    listener({ type: 'saved', events: [started, yesterday] });
    await settle();
    expect(lms.values.get('cmi.interactions._count')).toBe('0');
    listener({ type: 'saved', events: [chosen] });
    await settle();
    expect(lms.values.get('cmi.interactions._count')).toBe('1');
  });

  test('answers true and numbers in place of strings do no harm', async () => {
    const values: Record<string, unknown> = { [mode]: 'normal', [learner]: 17 };
    const api = Object.fromEntries([initialize, set, commit, finish].map((name) => [name, vi.fn(() => true)]));
    const get = version === '1.2' ? 'LMSGetValue' : 'GetValue';
    const { statuses, connection } = await visit({ version, values: new Map(), api: { ...api, [get]: (element: unknown) => values[String(element)] } });
    expect(statuses).toEqual([{ state: 'connected' }]);
    expect(await connection.exit?.()).toEqual({ delivered: true });
  });
});

describe('without an LMS to report to', () => {
  const launch = (page: FakePage) => connect('2004')({ page, course: HELP_ONLY, now: () => 0, newId: () => 'id' });

  test('the learner is told to open the module from the LMS', async () => {
    await expect(launch(new FakePage())).rejects.toThrow(NotConnectedError);
    await expect(launch(new FakePage())).rejects.toThrow('Open the module from yours');
  });

  test('of the version that the package was made for, which package is needed', async () => {
    const page = Object.assign(new FakePage(), { API: new StrictLms('1.2').api });
    await expect(launch(page)).rejects.toThrow('add the package for SCORM 1.2');
  });

  test('that opens a session, the learner is told what the LMS said', async () => {
    const lms = new StrictLms('2004');
    const first = await visit(lms);
    await first.connection.exit?.();
    await settle();
    const page = Object.assign(new FakePage(), { API_1484_11: lms.api });
    await expect(launch(page)).rejects.toThrow('open it from there again. (It said: 104 Error 104.)');
  });
});
