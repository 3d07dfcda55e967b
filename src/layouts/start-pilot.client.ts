import { findElement } from '../components/find-element.ts';
import { makeElement } from '../components/make-element.ts';
import { openSessionNotes } from '../record/session-notes.ts';
import { forgetManualConnection, keepManualConnection, readManualConnection, type ManualConnection, type ManualProblems } from '../tracking/xapi/manual.ts';
import { readPageSettings } from './page-data.ts';

const FIELDS = ['endpoint', 'key', 'secret', 'accountName'] as const satisfies readonly (keyof ManualConnection)[];

/** Takes in where a pilot reports to, and forgets it again. The pages that are opened next in this window go on with it. */
class PilotConnection extends HTMLElement {
  readonly #notes = openSessionNotes();
  readonly #title = document.title;

  connectedCallback(): void {
    findElement(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#connect();
    });
    findElement(this, '[data-forget]').addEventListener('click', () => {
      forgetManualConnection(this.#notes);
      this.#refresh();
      findElement(this, '[data-said]').textContent = 'The connection is forgotten.';
      this.#input('endpoint').focus();
    });
    this.#refresh();
  }

  #refresh(): void {
    const kept = readManualConnection(this.#notes);
    findElement(this, '[data-connected]').hidden = kept === undefined;
    findElement(this, 'form').hidden = kept !== undefined;
    if (!kept) return;
    findElement(this, '[data-host]').textContent = new URL(kept.endpoint).host;
    findElement(this, '[data-account]').textContent = 'account' in kept.actor ? kept.actor.account.name : '';
  }

  #connect(): void {
    const typed = Object.fromEntries(FIELDS.map((name) => [name, this.#input(name).value])) as unknown as ManualConnection;
    const problems = keepManualConnection(this.#notes, typed, new URL(readPageSettings().iriBase).origin);
    this.#showProblems(problems);
    if (Object.keys(problems).length > 0) return;
    findElement<HTMLFormElement>(this, 'form').reset();
    findElement(this, '[data-said]').textContent = '';
    this.#refresh();
    findElement(this, '[data-connected] h2').focus();
  }

  #showProblems(problems: ManualProblems): void {
    const found = FIELDS.filter((name) => problems[name] !== undefined);
    for (const name of FIELDS) {
      const field = findElement(this, `[data-field="${name}"]`);
      const problem = problems[name];
      field.classList.toggle('govuk-form-group--error', problem !== undefined);
      findElement(field, '.govuk-error-message').hidden = problem === undefined;
      findElement(field, '[data-error]').textContent = problem ?? '';
      this.#input(name).classList.toggle('govuk-input--error', problem !== undefined);
      if (problem === undefined) this.#input(name).removeAttribute('aria-invalid');
      else this.#input(name).setAttribute('aria-invalid', 'true');
    }
    const summary = findElement(this, '[data-summary]');
    summary.hidden = found.length === 0;
    document.title = found.length === 0 ? this.#title : `Error: ${this.#title}`;
    findElement(summary, '[data-summary-list]').replaceChildren(...found.map((name) => makeElement('li', {}, makeElement('a', { href: `#connection-${name}` }, problems[name]))));
    if (found.length > 0) summary.focus();
  }

  #input(name: keyof ManualConnection): HTMLInputElement {
    return findElement<HTMLInputElement>(this, `[name="${name}"]`);
  }
}

customElements.define('pilot-connection', PilotConnection);
