import type { Quotation } from '../library.ts';

/** A knowledge-check item with its words looked up, ready to show. `form` says how it is answered. */
export type CheckQuestion = ChoiceQuestion | MatchQuestion | OrderQuestion;

interface QuestionBase {
  id: string;
  question: string;
  /** A few words of ours on the moment that the question is about. */
  context?: string;
  /** The response that counts as correct, in the form that records hold; see `response.ts`. */
  correctResponse: string;
  /** Shown after the answer, whichever it was. Left out where each option has its own `why`. */
  explanation?: string;
  /** The words of the framework that the answer rests on, to quote after the explanation. */
  restsOn?: Quotation;
}

/** One option is right. */
export interface ChoiceQuestion extends QuestionBase {
  form: 'choice';
  /** The words of the framework that the question asks about, where it quotes any. */
  quotation?: Quotation;
  /** A fictional record that the question asks about. */
  record?: { title: string; paragraphs: readonly string[] };
  options: readonly CheckAnswer[];
}

export interface CheckAnswer {
  id: string;
  text: string;
  /** The text is somebody's words, the framework's or those that a worker would write or say, and stands between quotation marks. */
  isQuoted: boolean;
  isCorrect: boolean;
  /** Why it is right or not; shown for every option once the question is answered. */
  why?: string;
}

/** Each row belongs to one of the same few choices. More than one row may belong to a choice, and none may. */
export interface MatchQuestion extends QuestionBase {
  form: 'match';
  rows: readonly MatchRow[];
  /** In the order of the framework. */
  choices: readonly { id: string; label: string }[];
}

export interface MatchRow {
  id: string;
  quotation: Quotation;
  /** The id of the choice that it belongs to. */
  correct: string;
}

/** Steps to put in order. */
export interface OrderQuestion extends QuestionBase {
  form: 'order';
  /** As shown: never in the right order. */
  steps: readonly { id: string; text: string }[];
  /** The ids of the steps in the right order. */
  correct: readonly string[];
}
