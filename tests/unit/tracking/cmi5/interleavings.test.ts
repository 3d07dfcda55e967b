import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { projectModule } from '../../../../src/record/module-progress.ts';
import type { LearnerRecord } from '../../../../src/record/learner-record.ts';
import { openSessionNotes, type SessionNotes } from '../../../../src/record/session-notes.ts';
import { Cmi5Lms, type Launch, type Loss } from '../../../peers/cmi5-lms/cmi5-lms.ts';
import { HELP } from '../sample-course.ts';
import { NINE } from '../lrs/timing.ts';
import { goOn, inTime, PAGE, TestBrowser, visit, type Visit } from './visit.ts';
import { isDefined, verbOf } from './wire.ts';

/** What may happen next: to the learner's page, to the network, or at the LMS. */
type Step =
  | { do: 'play'; choices: readonly string[] }
  | { do: 'answer'; correct: readonly boolean[] }
  | { do: 'reload' | 'launch again' | 'go elsewhere' | 'exit' | 'old page acts' }
  | { do: 'drop'; losses: readonly Loss[] }
  | { do: 'cut' | 'mend' }
  | { do: 'wait'; milliseconds: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('play' as const), choices: fc.constantFrom(['ring-and-say-so', 'say-sorry'], ['send-a-text', 'say-nothing'], ['leave-it']) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('answer' as const), correct: fc.constantFrom([true, true, true], [true, false, false], [false, false, false]) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('reload' as const, 'launch again' as const, 'go elsewhere' as const, 'exit' as const, 'old page acts' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('drop' as const), losses: fc.array(fc.constantFrom<Loss>('request', 'answer'), { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'mend' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: fc.constantFrom(0, 700, 6_000, 90_000) }) },
);

/** A device keeps its record from launch to launch, as IndexedDB does; a tab keeps its notes over a reload. */
interface Device {
  browser: TestBrowser;
  record?: LearnerRecord;
}

class World {
  readonly lms: Cmi5Lms;
  readonly pages: Visit[] = [];
  readonly #hasLocks: boolean;
  losses: Loss[] = [];
  isCut = false;
  #device: Device = { browser: new TestBrowser() };
  #launch: Launch | undefined;
  #notes: SessionNotes = openSessionNotes();
  /** Ends the page that is open. */
  #unload: () => void = () => undefined;

  constructor({ hasLocks, masteryScore, afterTerminated }: { hasLocks: boolean; masteryScore: number; afterTerminated: 'read' | 'nothing' }) {
    this.#hasLocks = hasLocks;
    this.lms = new Cmi5Lms({ afterTerminated, units: [{ id: 'https://publisher.example/a', moveOn: 'CompletedAndPassed', masteryScore }], lose: ({ path }) => (path.startsWith('/fetch/') ? undefined : this.isCut ? 'request' : this.losses.shift()) });
  }

  get page(): Visit | undefined {
    return this.pages.at(-1);
  }

  /** Opens the launch that is there, or a new one. Where the LMS can't be reached, there is no page. */
  async open({ again }: { again: boolean }): Promise<void> {
    if (again || !this.#launch) {
      this.#launch = this.lms.launch(PAGE, { launchMode: 'Normal' });
      this.#notes = openSessionNotes();
    }
    this.page?.page.say('leave');
    if (!again) this.#unload();
    const life = { isOver: false };
    const locks = this.#hasLocks ? this.#device.browser.locks.forPage() : undefined;
    const opened = await visit({
      // A page that was unloaded hears no answer any more, and sends nothing.
      fetch: (input, init) => (life.isOver ? new Promise(() => undefined) : this.lms.fetch(input, init)),
      launch: this.#launch.url,
      browser: this.#device.browser,
      notes: this.#notes,
      locks,
      ...(this.#device.record && { kept: this.#device.record }),
    }).catch(() => undefined);
    if (!opened) return;
    this.#device.record = opened.record;
    this.pages.push(opened);
    this.#unload = () => {
      life.isOver = true;
      locks?.unload();
      this.pages.splice(this.pages.indexOf(opened), 1);
    };
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'play':
        return this.page?.play(...step.choices);
      case 'answer':
        return this.page?.answer(...step.correct);
      case 'reload':
        return this.open({ again: false });
      case 'launch again':
        return this.open({ again: true });
      case 'go elsewhere':
        this.#device = { browser: new TestBrowser() };
        return this.open({ again: true });
      case 'exit':
        await this.page?.exit();
        return;
      case 'old page acts':
        return this.pages.at(-2)?.answer(true, true, true);
      case 'drop':
        this.losses.push(...step.losses);
        return;
      case 'cut':
      case 'mend':
        this.isCut = step.do === 'cut';
        return;
      case 'wait':
        return goOn(step.milliseconds);
    }
  }
}

const told = (lms: Cmi5Lms) => lms.statements.filter(isDefined).map(verbOf);

test('whatever happens in whichever order, no clause is broken, nothing is told twice or taken back, and in the end everything is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.record({ hasLocks: fc.boolean(), masteryScore: fc.constantFrom(0, 0.32, 0.7, 1), afterTerminated: fc.constantFrom('read' as const, 'nothing' as const) }), async (steps, options) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NINE });
      try {
        const world = new World(options);
        await world.open({ again: true });
        for (const next of steps) await world.take(next);
        world.isCut = false;
        world.losses = [];
        await world.open({ again: true });
        const last = world.page;
        if (!last) throw new Error('The last page did not open');
        await goOn(20_000);
        const exit = await inTime(last.exit());
        const { lms } = world;

        // An LMS that ends a session refuses what comes of it after that; no other refusal is due.
        expect(lms.refusals.filter(({ requirement }) => requirement !== '8.1.2.0-2')).toEqual([]);
        expect(exit.delivered).toBe(true);
        expect(await last.record.outbox.count()).toEqual({ waiting: 0, parked: 0 });
        const verbs = told(lms);
        for (const once of ['completed', 'passed']) expect(verbs.filter((verb) => verb === once).length).toBeLessThanOrEqual(1);
        expect(verbs.slice(verbs.indexOf('passed') + 1).includes('failed') && verbs.includes('passed')).toBe(false);
        const { standing } = projectModule(await last.record.readAll(), { module: HELP.module, requirements: { ...HELP.requirements, masteryScore: options.masteryScore } });
        // The LMS may know more: what another device told and could not leave for this one.
        if (standing.completion === 'completed') expect(lms.standing().completed).toBe(true);
        if (standing.success === 'passed') expect(lms.standing().passed).toBe(true);
      } finally {
        vi.useRealTimers();
      }
    }),
    { numRuns: Number(process.env['CMI5_RUNS'] ?? 60), timeout: 30_000 },
  );
});
