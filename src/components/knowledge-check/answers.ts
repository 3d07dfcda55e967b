import { encodePairs, encodeSequence } from '../../course/check/response.ts';
import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';

/** What a learner has answered to a question: something to mark, or what is still to mend and the fields to mend it in. */
export type Answer = { response: string; isCorrect: boolean } | { error?: string; fields: readonly HTMLElement[] };

const listSelects = (question: HTMLElement): HTMLSelectElement[] => [...question.querySelectorAll('select')];

/** @param question as the page holds it, with its form and its right response. */
export function readAnswer(question: HTMLElement): Answer {
  const selects = listSelects(question);
  if (selects.length === 0) {
    const chosen = question.querySelector<HTMLInputElement>('input:checked');
    return chosen ? mark(question, chosen.value) : { fields: [findElement(question, 'input')] };
  }
  const open = selects.filter(({ value }) => value === '');
  if (open.length > 0) return { fields: open };
  if (question.dataset.form === 'match') return mark(question, encodePairs(selects.map((select) => [rowOf(select), select.value])));
  const shared = selects.filter(({ value }) => selects.filter((other) => other.value === value).length > 1);
  if (shared.length > 0) return { error: 'Give each step a place of its own in', fields: shared };
  return mark(question, encodeSequence(selects.sort((a, b) => Number(a.value) - Number(b.value)).map(rowOf)));
}

const rowOf = ({ dataset }: HTMLSelectElement): string => dataset.row ?? '';

const mark = ({ dataset }: HTMLElement, response: string): Answer => ({ response, isCorrect: response === dataset.right });

/** Shows below each part of the question, and then below the question, what is right and why; nothing can be changed any more. */
export function showVerdict(question: HTMLElement, isCorrect: boolean): void {
  for (const field of question.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) field.disabled = true;
  for (const part of question.querySelectorAll<HTMLElement>('[data-part]')) {
    const note = describePart(question, part);
    if (!note) continue;
    const element = makeElement('p', { class: `check-note check-mark check-mark--${note.isRight ? 'right' : 'other'}` }, makeElement('strong', {}, note.word), ` ${note.text}`);
    if (part.matches('li')) part.append(element);
    else part.after(element);
  }
  question.append(
    makeElement(
      'div',
      { class: 'check-note' },
      makeElement('p', { class: `check-verdict check-verdict--${isCorrect ? 'right' : 'other'}` }, describeVerdict(question, isCorrect)),
      ...[...findElement(question, '[data-explained]').children].map((child) => child.cloneNode(true)),
    ),
  );
}

function describePart(question: HTMLElement, part: HTMLElement): { isRight: boolean; word: string; text: string } | undefined {
  const { part: id = '' } = part.dataset;
  const text = question.querySelector(`[data-of="${CSS.escape(id)}"] [data-mark]`)?.textContent ?? '';
  const select = part.querySelector('select');
  if (select) {
    const isRight = select.value === select.dataset.right;
    return { isRight, word: isRight ? '✓ Right.' : '○ Elsewhere.', text };
  }
  const isRight = id === question.dataset.right;
  // Where options have no reasons of their own, the right one is pointed out to whoever chose another.
  return text !== '' || (isRight && !findElement<HTMLInputElement>(part, 'input').checked) ? { isRight, word: isRight ? '✓ This one.' : '○ Not this one.', text } : undefined;
}

function describeVerdict(question: HTMLElement, isCorrect: boolean): string {
  switch (question.dataset.form) {
    case 'match': {
      const selects = listSelects(question);
      return isCorrect ? '✓ Yes, each of them' : `○ ${selects.filter((select) => select.value === select.dataset.right).length} of ${selects.length} are where they belong`;
    }
    case 'order':
      return isCorrect ? '✓ Yes, in this order' : '○ They come in another order';
    default:
      return isCorrect ? '✓ Yes, that is it' : '○ Another answer fits better';
  }
}
