import type { Element } from '../framework/framework.ts';
import { parseStatementId } from '../framework/ids.ts';
import { hashText } from './fnv1a.ts';
import type { CheckItem } from './learning-module.ts';
import type { Library, Quotation } from './library.ts';
import { orderOptions } from './option-order.ts';

/** A knowledge-check item with its words looked up, ready to show. */
export interface CheckQuestion {
  id: string;
  question: string;
  /** The words of the framework that the question asks about, where it quotes any. */
  quotation?: Quotation;
  options: CheckAnswer[];
  /** Shown after the answer, whichever it was. */
  explanation: string;
}

export interface CheckAnswer {
  id: string;
  text: string;
  /** The text is the framework's own words. */
  isQuoted: boolean;
  isCorrect: boolean;
}

/**
 * Looks up the words of a knowledge-check item.
 * @throws RangeError where the item names what the library does not hold; `npm run check` reports that with its line.
 */
export function prepareQuestion(item: CheckItem, library: Library, own: { framework: string; element: Element }): CheckQuestion {
  const quote = (id: string): Quotation => {
    const quotation = library.findQuotation(id);
    if (!quotation) throw new RangeError(`The knowledge check names "${id}", which is not in the framework`);
    return quotation;
  };
  if (item.kind === 'which-statement') {
    const ids = [item.answer, ...item.distractors];
    return {
      id: item.id,
      question: `Which of these belongs to “${own.element.label}”?`,
      options: arrange(item.id, ids.map((id) => ({ id: optionId(id), text: quote(id).statement.text, isQuoted: true, isCorrect: id === item.answer }))),
      explanation: `“${quote(item.answer).statement.text}” stands under “${own.element.label}”. ${item.distractors.length === 1 ? 'The other belongs' : 'The others belong'} elsewhere: ${listLabels(item.distractors.map((id) => quote(id).element.label))}.`,
    };
  }
  const quotation = quote(item.statement);
  const elements = quotation.framework.elements;
  const answer = { id: own.element.id, label: own.element.label };
  const wrong = item.distractors.map((id) => ({ id, label: elements.find((element) => element.id === id)?.label ?? id }));
  return {
    id: item.id,
    question: 'Where does this come from?',
    quotation,
    options: arrange(item.id, [answer, ...wrong].map(({ id, label }) => ({ id, text: label, isQuoted: false, isCorrect: id === own.element.id }))),
    explanation: `It stands under “${own.element.label}”.`,
  };
}

/** Ids go into records and statements, so they hold no slash. */
const optionId = (statementId: string): string => {
  const parts = parseStatementId(statementId);
  return parts ? `${parts.element}-${parts.number}` : statementId;
};

const listLabels = (labels: readonly string[]): string => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format([...new Set(labels)].map((label) => `“${label}”`));

/** An order that does not give the answer away and is the same at every build. */
function arrange(seed: string, answers: CheckAnswer[]): CheckAnswer[] {
  const order = orderOptions(answers.map(({ id }) => id), hashText(seed).low);
  return [...answers].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
