import type { RecordHealth } from '../../record/learner-record.ts';
import { findElement } from '../find-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';

/** Tells a learner in time when what they do is not being kept. */
class StorageNotice extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const record = await openLearnerRecord();
    record.subscribe(() => this.#show(record.health));
    findElement(this, '[data-let-go]').addEventListener('click', () => {
      record.letGoOfMissing();
      this.#show(record.health);
    });
    this.#show(record.health);
  }

  #show(health: RecordHealth): void {
    const shown = pickNotice(health);
    for (const notice of this.querySelectorAll<HTMLElement>('[data-notice]')) notice.hidden = notice.dataset.notice !== shown;
    this.hidden = shown === undefined;
  }
}

function pickNotice(health: RecordHealth): string | undefined {
  if (health.state === 'kept') return undefined;
  if (health.state === 'shorter-than-expected') return health.state;
  if (health.reason === 'newer') return 'newer';
  return health.reason === 'full' || health.reason === 'lost' ? 'write-failed' : 'not-kept';
}

customElements.define('storage-notice', StorageNotice);
