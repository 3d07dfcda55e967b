import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';
import { readAnswer, showVerdict } from './answers.ts';

/** What is still to mend in a question. */
interface Mistake {
  question: HTMLElement;
  message: string;
  fields: readonly HTMLElement[];
}

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
    const marked: { question: HTMLElement; response: string; isCorrect: boolean }[] = [];
    const mistakes: Mistake[] = [];
    for (const [index, question] of this.#questions.entries()) {
      const answer = readAnswer(question);
      if ('response' in answer) marked.push({ question, ...answer });
      else mistakes.push({ question, fields: answer.fields, message: answer.error === undefined ? question.dataset.open ?? '' : `${answer.error} question ${index + 1}` });
    }
    this.#showMistakes(mistakes);
    if (mistakes.length > 0) return;
    for (const { question, isCorrect } of marked) showVerdict(question, isCorrect);
    const right = marked.filter(({ isCorrect }) => isCorrect).length;
    const result = findElement(this, '[data-result]');
    result.replaceChildren(makeElement('h3', {}, `${right} of ${marked.length} right`), makeElement('p', {}, right === marked.length ? 'Each answer is explained below.' : 'Each answer is explained below. You can try again whenever you like.'));
    result.hidden = false;
    findElement(this, '[type="submit"]').hidden = true;
    findElement(this, '[data-again]').hidden = false;
    result.focus();
    void this.#keep(marked.map(({ question, response, isCorrect }) => ({ item: question.dataset.item ?? '', response, correct: isCorrect })));
  }

  async #keep(answers: { item: string; response: string; correct: boolean }[]): Promise<void> {
    const record = await openLearnerRecord();
    const { module = '', edition = '' } = this.dataset;
    await record.append({ type: 'check-submitted', attempt: record.newId(), module, edition, answers });
  }

  #showMistakes(mistakes: readonly Mistake[]): void {
    const summary = findElement(this, '[data-summary]');
    summary.hidden = mistakes.length === 0;
    document.title = mistakes.length > 0 ? `Error: ${this.#pageTitle}` : this.#pageTitle;
    for (const question of this.#questions) showMistake(question, mistakes.find((mistake) => mistake.question === question));
    findElement(summary, '[data-summary-list]').replaceChildren(...mistakes.map(makeErrorLink));
    if (mistakes.length > 0) summary.focus();
  }

  #startAgain(): void {
    findElement<HTMLFormElement>(this, 'form').reset();
    for (const note of this.querySelectorAll('.check-note')) note.remove();
    for (const field of this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) field.disabled = false;
    findElement(this, '[data-result]').hidden = true;
    findElement(this, '[type="submit"]').hidden = false;
    findElement(this, '[data-again]').hidden = true;
    findElement(this, 'input, select').focus();
  }
}

function showMistake(question: HTMLElement, mistake: Mistake | undefined): void {
  const error = findElement(question, '[data-error]');
  const fieldset = findElement(question, 'fieldset');
  error.hidden = mistake === undefined;
  if (mistake) findElement(error, '[data-error-text]').textContent = mistake.message;
  const described = [fieldset.dataset.hint, mistake && error.id].filter((id) => id !== undefined).join(' ');
  if (described === '') fieldset.removeAttribute('aria-describedby');
  else fieldset.setAttribute('aria-describedby', described);
  for (const select of question.querySelectorAll('select')) {
    const isWrong = mistake?.fields.includes(select) ?? false;
    select.classList.toggle('govuk-select--error', isWrong);
    if (isWrong) select.setAttribute('aria-describedby', error.id);
    else select.removeAttribute('aria-describedby');
  }
}

function makeErrorLink({ fields: [field], message }: Mistake): HTMLElement {
  const link = makeElement('a', { href: `#${field?.id ?? ''}` }, message);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    field?.focus();
  });
  return makeElement('li', {}, link);
}

customElements.define('knowledge-check', KnowledgeCheck);
