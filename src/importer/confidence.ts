import type { DraftElement } from './draft-element.ts';
import type { QuotedStatement, StatementOrigin } from './quoted-statement.ts';
import { countWords } from './quoted-text.ts';
import { isDuty } from './vocabulary.ts';

/** How sure the importer is of something it took, and why. */
export interface Confidence {
  level: 'sure' | 'likely' | 'unsure';
  /** 0 to 1; it orders what to look at first and is no probability. */
  score: number;
  reasons: string[];
}

const SURE = 0.85;
const LIKELY = 0.65;
const LONG = 60;

const EVIDENCE: Readonly<Record<DraftElement['evidence'], readonly [score: number, reason: string]>> = {
  marked: [0.97, 'a heading of the document'],
  labelled: [0.95, 'it begins with its kind and number'],
  sized: [0.93, 'set larger than the text around it'],
  table: [0.9, 'a name in a table'],
  definition: [0.9, 'a term with its definition'],
  numbered: [0.88, 'a numbered line over its statements'],
  bold: [0.86, 'set in bold'],
  capitals: [0.86, 'set in capitals'],
  items: [0.8, 'an item of a list with items of its own'],
  'lead-in': [0.75, 'the lead-in of a list'],
  colon: [0.75, 'the words before a colon'],
  dash: [0.75, 'the words before a dash'],
  bare: [0.7, 'a short line of its own, which the document doesn’t mark as a heading'],
  opening: [0.5, 'the name was cut off where the sentence seems to begin'],
};

const ORIGINS: Readonly<Record<StatementOrigin, readonly [score: number, reason: string]>> = {
  item: [0.97, 'an item of a list'],
  cell: [0.92, 'a cell of a table'],
  sentence: [0.86, 'a sentence that says what people do'],
  paragraph: [0.8, 'a paragraph with a name of its own'],
  'unmarked-item': [0.75, 'a line of a list whose marks were lost'],
  heading: [0.5, 'a heading with nothing under it'],
};

/** How sure it is that this is an element with this name. */
export function judgeElement(element: DraftElement): Confidence {
  const { label, statements } = element;
  if (label.starts.length === 0) return toConfidence(0.3, ['the document has no heading, so the element is named after the file']);
  const [start, reason] = EVIDENCE[element.evidence];
  const reasons = [reason];
  let score = start;
  const sentences = statements.filter(({ origin }) => origin === 'sentence');
  if (sentences.length === statements.length && sentences.filter(({ quote }) => isDuty(quote.text)).length < sentences.length / 2) {
    score -= 0.2;
    reasons.push('most of its sentences explain rather than ask');
  }
  if (statements.length === 1) {
    score -= 0.1;
    reasons.push('it holds one statement only');
  }
  if (countWords(label.text) > 14) {
    score -= 0.1;
    reasons.push('the name is long');
  }
  return toConfidence(score, reasons);
}

/** How sure it is that this is one whole practice statement. */
export function judgeStatement({ quote, stems, origin }: QuotedStatement, isRepeated: boolean): Confidence {
  const { text } = quote;
  const words = countWords(text);
  const explains = origin === 'sentence' && !isDuty(text);
  const [start, reason] = explains ? [0.6, 'a sentence that may explain rather than ask'] : ORIGINS[origin];
  const reasons = [reason];
  let score = start;
  const weaken = (by: number, why: string) => {
    score -= by;
    reasons.push(why);
  };
  if (words > LONG) weaken(0.25, 'long: it may hold more than one statement');
  if (words < 3) weaken(0.25, 'very short');
  if (stems.length === 0 && /^\p{Ll}/u.test(text)) weaken(0.15, 'it begins like the rest of a sentence');
  if (/\b(?:the|a|an|and|or|of|to|with|our|their|for|by|from)$/i.test(text)) weaken(0.3, 'it breaks off in the middle of a sentence');
  if (/[\ufffd\ue000-\uf8ff]/.test(text)) weaken(0.3, 'it holds characters that can’t be read');
  if (isRepeated) weaken(0.15, 'the document says it more than once');
  return toConfidence(score, reasons);
}

function toConfidence(score: number, reasons: string[]): Confidence {
  const bounded = Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;
  return { level: bounded >= SURE ? 'sure' : bounded >= LIKELY ? 'likely' : 'unsure', score: bounded, reasons };
}
