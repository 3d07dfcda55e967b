import { findElement } from '../find-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';

/** Keeps what a learner writes on this device, and says so once it is safe. */
class ReflectionNote extends HTMLElement {
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
    const last = (await record.readAll()).findLast((event) => event.type === 'reflection-saved' && event.module === this.dataset.module);
    if (last?.type !== 'reflection-saved' || this.#text.value !== '') return;
    this.#text.value = last.text;
    this.#saved = last.text;
    this.#say(`Last saved on ${formatDate(last.at)}`);
  }

  #saved = '';

  get #text(): HTMLTextAreaElement {
    return findElement<HTMLTextAreaElement>(this, 'textarea');
  }

  async #save(): Promise<void> {
    const text = this.#text.value;
    const record = await openLearnerRecord();
    const { kept } = await record.append({ type: 'reflection-saved', module: this.dataset.module ?? '', text });
    if (kept) this.#saved = text;
    this.#say(kept ? 'Saved on this device' : 'Not saved: this browser keeps nothing. Copy it somewhere before you close this window.');
  }

  #say(text: string): void {
    findElement(this, '[data-saved]').textContent = text;
  }
}

const formatDate = (at: string): string => new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

customElements.define('reflection-note', ReflectionNote);
