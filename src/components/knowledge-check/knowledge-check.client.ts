import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';

/** Marks a knowledge check when it is handed in, explains every answer, and keeps the result on record. */
class KnowledgeCheck extends HTMLElement {
  #pageTitle = '';

  connectedCallback(): void {
    this.#pageTitle = document.title;
    findElement(this, '[data-buttons]').hidden = false;
    for (const answer of this.querySelectorAll<HTMLElement>('[data-answer]')) answer.hidden = true;
    findElement(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#handIn();
    });
    findElement(this, '[data-again]').addEventListener('click', () => this.#startAgain());
  }

  get #questions(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-item]')];
  }

  #handIn(): void {
    const answers = this.#questions.map((question) => ({ question, chosen: question.querySelector<HTMLInputElement>('input:checked') }));
    const open = answers.filter(({ chosen }) => chosen === null).map(({ question }) => question);
    this.#showErrors(open);
    if (open.length > 0) return;
    const marked = answers.flatMap(({ question, chosen }) => (chosen ? [{ question, chosen, isCorrect: chosen.dataset.correct === 'yes' }] : []));
    for (const { question, isCorrect } of marked) showVerdict(question, isCorrect);
    const right = marked.filter(({ isCorrect }) => isCorrect).length;
    const result = findElement(this, '[data-result]');
    result.replaceChildren(makeElement('h3', {}, `${right} of ${marked.length} as the framework has it`), makeElement('p', {}, right === marked.length ? 'Each answer is explained below.' : 'Each answer is explained below. You can try again whenever you like.'));
    result.hidden = false;
    findElement(this, '[type="submit"]').hidden = true;
    findElement(this, '[data-again]').hidden = false;
    result.focus();
    void this.#keep(marked.map(({ question, chosen, isCorrect }) => ({ item: question.dataset.item ?? '', response: chosen.value, correct: isCorrect })));
  }

  async #keep(answers: { item: string; response: string; correct: boolean }[]): Promise<void> {
    const record = await openLearnerRecord();
    const { module = '', edition = '' } = this.dataset;
    await record.append({ type: 'check-submitted', attempt: record.newId(), module, edition, answers });
  }

  #showErrors(open: readonly HTMLElement[]): void {
    const summary = findElement(this, '[data-summary]');
    summary.hidden = open.length === 0;
    document.title = open.length > 0 ? `Error: ${this.#pageTitle}` : this.#pageTitle;
    for (const question of this.#questions) {
      const error = findElement(question, '[data-error]');
      error.hidden = !open.includes(question);
      if (error.hidden) findElement(question, 'fieldset').removeAttribute('aria-describedby');
      else findElement(question, 'fieldset').setAttribute('aria-describedby', error.id);
    }
    findElement(summary, '[data-summary-list]').replaceChildren(...open.map((question) => makeErrorLink(question)));
    if (open.length > 0) summary.focus();
  }

  #startAgain(): void {
    findElement<HTMLFormElement>(this, 'form').reset();
    for (const question of this.#questions) {
      for (const note of question.querySelectorAll('.check-note')) note.remove();
      for (const input of question.querySelectorAll<HTMLInputElement>('input')) input.disabled = false;
    }
    findElement(this, '[data-result]').hidden = true;
    findElement(this, '[type="submit"]').hidden = false;
    findElement(this, '[data-again]').hidden = true;
    findElement(this, 'input').focus();
  }
}

function showVerdict(question: HTMLElement, isCorrect: boolean): void {
  for (const input of question.querySelectorAll<HTMLInputElement>('input')) input.disabled = true;
  const explanation = findElement(question, '[data-answer] p').textContent;
  question.append(
    makeElement(
      'div',
      { class: 'check-note' },
      makeElement('p', { class: `check-verdict check-verdict--${isCorrect ? 'right' : 'other'}` }, isCorrect ? '✓ Yes, that is it' : '○ It is another one'),
      makeElement('p', { class: 'check-explanation' }, explanation),
    ),
  );
}

function makeErrorLink(question: HTMLElement): HTMLElement {
  const first = findElement(question, 'input');
  const link = makeElement('a', { href: `#${first.id}` }, (findElement(question, '[data-error]').lastChild?.textContent ?? '').trim());
  link.addEventListener('click', (event) => {
    event.preventDefault();
    first.focus();
  });
  return makeElement('li', {}, link);
}

customElements.define('knowledge-check', KnowledgeCheck);
