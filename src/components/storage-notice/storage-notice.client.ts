import type { RecordHealth } from '../../record/learner-record.ts';
import { openLearnerRecord } from '../record/learner-record.ts';

/** Tells a learner in time when what they do is not being kept. */
class StorageNotice extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const record = await openLearnerRecord();
    record.subscribe(() => this.#show(record.health));
    this.#show(record.health);
  }

  #show(health: RecordHealth): void {
    const shown = health.state === 'kept' ? undefined : health.state === 'not-kept' && (health.reason === 'full' || health.reason === 'lost') ? 'write-failed' : health.state;
    for (const notice of this.querySelectorAll<HTMLElement>('[data-notice]')) notice.hidden = notice.dataset.notice !== shown;
    this.hidden = shown === undefined;
  }
}

customElements.define('storage-notice', StorageNotice);
