import type { LearnerRecord } from '../../record/learner-record.ts';
import { writeUnsent } from '../../record/unsent.ts';
import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';
import { pickNotice } from './pick-notice.ts';

/** Milliseconds that something may wait before a word is said of it: most is sent sooner. */
const GRACE = 4_000;

/** Tells the learner how reporting goes. What is read aloud changes with the kind of news only, never with a number. */
class SendingNotice extends HTMLElement {
  #hasWaited = false;
  #isLate = false;
  #timer = 0;
  /** Counting takes time; only the latest count is shown. */
  #turn = 0;

  async connectedCallback(): Promise<void> {
    const record = await openLearnerRecord();
    const refresh = () => void this.#refresh(record);
    record.outbox.subscribe(refresh);
    record.subscribe(refresh);
    findElement(this, '[data-save]').addEventListener('click', () => void this.#save(record));
    findElement(this, '[data-again]').addEventListener('click', () => void record.outbox.unpark());
    refresh();
  }

  async #refresh(record: LearnerRecord): Promise<void> {
    const turn = (this.#turn += 1);
    const { waiting, parked } = await record.outbox.count();
    if (turn !== this.#turn) return;
    const { sending } = record.outbox;
    this.#watchWaiting(record, waiting);
    const notice = pickNotice({ waiting, sending, isReported: record.isReported, hasWaited: this.#hasWaited, isLate: this.#isLate });
    this.#write('[data-waiting]', String(waiting));
    this.#write('[data-parked]', parked === 1 ? '1 was' : `${parked} were`);
    if (sending.state === 'stopped') this.#write('[data-reason]', sending.reason);
    // Until what waits is late, the last news stands.
    if (notice !== undefined || waiting === 0) for (const line of this.querySelectorAll<HTMLElement>('[data-state]')) line.hidden = line.dataset.state !== notice;
    findElement(this, '[data-some-wait]').hidden = waiting === 0;
    findElement(this, '[data-refused]').hidden = parked === 0;
    findElement(this, '[data-again]').hidden = parked === 0 || !record.isReported || sending.state === 'stopped';
    findElement(this, '[data-not-kept]').hidden = !(this.#isLate && waiting > 0 && record.health.state === 'not-kept');
    findElement(this, '[data-actions]').hidden = parked === 0 && !(waiting > 0 && (this.#isLate || sending.state === 'stopped'));
    this.hidden = this.querySelector('[data-state]:not([hidden]), [data-refused]:not([hidden])') === null;
  }

  #watchWaiting(record: LearnerRecord, waiting: number): void {
    if (waiting === 0) {
      window.clearTimeout(this.#timer);
      this.#timer = 0;
      this.#isLate = false;
      return;
    }
    this.#hasWaited = true;
    if (this.#timer !== 0) return;
    this.#timer = window.setTimeout(() => {
      this.#isLate = true;
      void this.#refresh(record);
    }, GRACE);
  }

  async #save(record: LearnerRecord): Promise<void> {
    const now = Date.now();
    const file = new Blob([writeUnsent(await record.outbox.listAll(), now)], { type: 'application/json' });
    const link = makeElement('a', { href: URL.createObjectURL(file), download: `not-sent-${new Date(now).toISOString().slice(0, 10)}.json` });
    link.click();
    URL.revokeObjectURL(link.href);
    this.#write('[data-said]', 'It is in your downloads.');
  }

  /** Only what differs, so that nothing is read aloud for nothing. */
  #write(where: string, text: string): void {
    for (const element of this.querySelectorAll(where)) if (element.textContent !== text) element.textContent = text;
  }
}

customElements.define('sending-notice', SendingNotice);
