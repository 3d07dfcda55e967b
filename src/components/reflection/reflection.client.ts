import type { LearnerEvent } from '../../record/learner-event.ts';
import { findElement } from '../find-element.ts';
import { formatDate } from '../format-date.ts';
import { openLearnerRecord } from '../record/learner-record.ts';

/** Keeps what a learner writes on this device, and says so once it is safe. */
class ReflectionNote extends HTMLElement {
  /** What the record holds, as far as this page knows. */
  #saved = '';

  async connectedCallback(): Promise<void> {
    findElement(this, '.reflection-without-script').hidden = true;
    const form = findElement<HTMLFormElement>(this, 'form');
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#save();
    });
    window.addEventListener('beforeunload', (event) => {
      if (this.#text.value !== this.#saved) event.preventDefault();
    });
    const record = await openLearnerRecord();
    record.subscribe((change) => void (change.type === 'saved' || this.#readLast()));
    await this.#readLast();
  }

  get #text(): HTMLTextAreaElement {
    return findElement<HTMLTextAreaElement>(this, 'textarea');
  }

  /** Shows what was saved last, here or in another window, but never in place of words that are not saved yet. */
  async #readLast(): Promise<void> {
    const record = await openLearnerRecord();
    const last = (await record.readAll()).findLast((event): event is Extract<LearnerEvent, { type: 'reflection-saved' }> => event.type === 'reflection-saved' && event.module === this.dataset.module);
    if (last?.text === this.#saved) return;
    const isUntouched = this.#text.value === this.#saved || this.#text.value === last?.text;
    if (!isUntouched) return this.#say('This reflection was changed in another window. Saving here replaces it.');
    this.#saved = last?.text ?? '';
    this.#text.value = this.#saved;
    this.#say(last ? `Last saved on ${formatDate(last.at)}` : '');
  }

  async #save(): Promise<void> {
    const text = this.#text.value;
    if (text === this.#saved) return this.#say(text === '' ? 'There is nothing to save yet' : 'Saved on this device');
    const record = await openLearnerRecord();
    const { kept } = await record.append({ type: 'reflection-saved', module: this.dataset.module ?? '', text });
    if (kept) this.#saved = text;
    this.#say(kept ? 'Saved on this device' : 'Not saved: this browser keeps nothing. Copy it somewhere before you close this window.');
  }

  #say(text: string): void {
    findElement(this, '[data-saved]').textContent = text;
  }
}

customElements.define('reflection-note', ReflectionNote);
