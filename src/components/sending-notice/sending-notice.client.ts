import type { LearnerRecord } from '../../record/learner-record.ts';
import { writeUnsent } from '../../record/unsent.ts';
import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';
import { listLines, listLinesBeside, type Line, type SendingState } from './lines.ts';

/** Milliseconds that something may wait before a word is said of it: results are sent at once. */
const GRACE = 4_000;

const LINK_TEXTS = { pilot: 'Connect for a pilot', test: 'Test the connection (for your digital team)' };

/** Tells the learner how reporting goes. It is read aloud when the kind of news changes, not with every number. */
class SendingNotice extends HTMLElement {
  #hasWaited = false;
  #isLate = false;
  #timer = 0;
  /** Counting takes time; only the latest count is shown. */
  #turn = 0;

  async connectedCallback(): Promise<void> {
    this.append(
      makeElement('div', { role: 'status', 'data-lines': '' }),
      makeElement('p', { class: 'sending-actions', 'data-actions': '', hidden: '' }, makeButton('data-save', 'Save a copy of what was not sent'), makeButton('data-again', 'Try what was refused again'), makeElement('span', { role: 'status', 'data-said': '' })),
    );
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
    this.#watchWaiting(record, waiting);
    const { outbox, health, isReported } = record;
    const state: SendingState = { waiting, parked, sending: outbox.sending, isReported, hasWaited: this.#hasWaited, isLate: this.#isLate, ...(health.state === 'not-kept' && { notKept: health.reason }) };
    const { beside, launch, signIn } = this.dataset;
    const lines = beside === undefined ? listLines(state, { launch: launch === 'true', signIn: signIn === 'true' }) : listLinesBeside(state);
    if (lines) this.#show(lines);
    findElement(this, '[data-again]').hidden = parked === 0 || outbox.sending.state === 'stopped' || !isReported;
    findElement(this, '[data-actions]').hidden = parked === 0 && !(waiting > 0 && ['stopped', 'retrying'].includes(outbox.sending.state));
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

  /** Lines that stay are left in place, so that only news are read aloud. */
  #show(lines: readonly Line[]): void {
    const list = findElement(this, '[data-lines]');
    const shown = new Map([...list.children].map((element) => [element.getAttribute('data-line'), element]));
    const wanted = lines.map((line) => {
      const before = shown.get(line.name);
      const element = before?.getAttribute('data-text') === line.text && before.querySelector('[data-count]') !== null === (line.count !== undefined) ? before : this.#makeLine(line);
      const count = element.querySelector('[data-count]');
      if (count && count.textContent !== String(line.count)) count.textContent = String(line.count);
      return element;
    });
    if (wanted.some((element, index) => list.children[index] !== element) || list.children.length !== wanted.length) list.replaceChildren(...wanted);
    this.hidden = lines.length === 0;
  }

  #makeLine({ name, count, isUrgent, text, link }: Line): HTMLElement {
    const number = count === undefined ? undefined : makeElement('span', { 'data-count': '', 'aria-live': 'off' });
    const address = link && this.dataset[link];
    return makeElement(
      'p',
      { 'data-line': name, 'data-text': text },
      number && isUrgent ? makeElement('strong', {}, number) : number,
      `${number ? ' ' : ''}${text}${address ? ' ' : ''}`,
      address && link ? makeElement('a', { href: address }, LINK_TEXTS[link]) : undefined,
    );
  }

  async #save(record: LearnerRecord): Promise<void> {
    const now = Date.now();
    const file = new Blob([writeUnsent(await record.outbox.listAll(), now)], { type: 'application/json' });
    const link = makeElement('a', { href: URL.createObjectURL(file), download: `not-sent-${new Date(now).toISOString().slice(0, 10)}.json` });
    link.click();
    URL.revokeObjectURL(link.href);
    findElement(this, '[data-said]').textContent = 'It is in your downloads.';
  }
}

const makeButton = (name: string, text: string): HTMLElement => makeElement('button', { type: 'button', class: 'link-button', [name]: '' }, text);

customElements.define('sending-notice', SendingNotice);
