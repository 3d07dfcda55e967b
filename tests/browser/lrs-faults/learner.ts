// A page as small as can be that keeps a record and sends it: what a page of the site does, without its looks. Runs in the browser.
import type { TrackedCourse } from '../../../src/course/tracked-course.ts';
import { browserClock as clock } from '../../../src/layouts/browser-clock.ts';
import { openRecord, type LearnerRecord } from '../../../src/record/learner-record.ts';
import { openSessionNotes } from '../../../src/record/session-notes.ts';
import { openLrs } from '../../../src/tracking/lrs/client.ts';
import { encloseStatements } from '../../../src/tracking/lrs/enclose-statements.ts';
import { listenToPage } from '../../../src/tracking/lrs/page-signals.ts';
import { Sender } from '../../../src/tracking/lrs/sender.ts';
import { sealStatement } from '../../../src/tracking/lrs/statement.ts';

/** What the browser has stored for good. */
export interface Kept {
  id: string;
  session: string;
  at: string;
}

/** What the page offers to the test. */
export interface Learner {
  record: LearnerRecord;
  /** Takes in `count` choices, as many at a time as `together` says, and tells of each once it is kept. */
  learn(count: number, together?: number): Promise<void>;
  /** Goes on for as long as the page lives: some choices, a pause. */
  learnOn(pace: { count: number; pause: number }): void;
  /** Ends what `learnOn` began. */
  rest(): Promise<void>;
}

declare global {
  interface Window {
    learner: Promise<Learner>;
    /** Tells the test of events that are kept. A crash afterwards must not lose them. */
    tellKept: (kept: readonly Kept[]) => Promise<void>;
  }
}

const course: TrackedCourse = {
  iriBase: 'https://academy.example/frameworks',
  language: 'en-GB',
  modules: [],
  scenarios: [
    {
      id: 'the-late-visit',
      title: 'The late visit',
      edition: 'e1',
      steps: [{ id: 'friday-afternoon', question: 'What would you do first?', options: (['strong', 'acceptable', 'weak', 'unsafe'] as const).map((judgement) => ({ id: judgement, text: `Do what is ${judgement}, and say to the family why it is done and what comes next`, judgement, next: 'over' })) }],
      endings: [{ id: 'over', title: 'Over' }],
    },
  ],
};


async function open(settings: URLSearchParams): Promise<Learner> {
  const record = await openRecord({ database: 'faults', now: () => Date.now(), enclose: encloseStatements(course) });
  const access = { endpoint: settings.get('endpoint') ?? '', authorization: 'Basic dGVzdDp0ZXN0' };
  const actor = { account: { homePage: 'https://council.example', name: 'l-1' } };
  const sender = new Sender({
    name: 'faults',
    outbox: record.outbox,
    lrs: openLrs({ ...access, fetch: (...request) => fetch(...request), clock, timeLimit: Number(settings.get('timeLimit') ?? 30_000) }),
    seal: (entry) => sealStatement(entry, { actor, version: '1.0.3' }),
    clock,
    random: () => Math.random(),
    locks: navigator.locks,
    notes: openSessionNotes(),
    page: listenToPage(window),
    gather: { forMs: 500 },
  });
  sender.start();
  const attempt = record.newId();
  const choose = async (): Promise<Kept[]> => {
    const saved = await record.append({ type: 'option-chosen', attempt, scenario: 'the-late-visit', step: 'friday-afternoon', option: 'acceptable', judgement: 'acceptable', next: 'over' });
    return saved.kept ? [{ id: saved.event.id, session: saved.event.session, at: saved.event.at }] : [];
  };
  let isResting = false;
  let learning: Promise<void> | undefined;
  const learner: Learner = {
    record,
    async learn(count, together = 1) {
      for (let left = count; left > 0; left -= together) {
        const kept = await Promise.all(Array.from({ length: Math.min(together, left) }, choose));
        await window.tellKept(kept.flat());
      }
    },
    learnOn({ count, pause }) {
      if (isResting) return;
      learning = learner.learn(count);
      void learning.then(() => clock.after(pause, () => learner.learnOn({ count, pause })));
    },
    async rest() {
      isResting = true;
      await learning;
    },
  };
  return learner;
}

window.learner = open(new URLSearchParams(location.search));
