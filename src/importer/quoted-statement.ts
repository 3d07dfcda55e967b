import type { QuotedText } from './quoted-text.ts';
import { splitSentences } from './sentences.ts';

/**
 * How a statement stands in the document: an item of a list, an item whose mark was lost, a cell of a table, a sentence of prose, a
 * paragraph with a name of its own, or a heading with nothing under it.
 */
export type StatementOrigin = 'item' | 'unmarked-item' | 'cell' | 'sentence' | 'paragraph' | 'heading';

/** A statement in the document's words, and the lead-ins it hangs on. */
export interface QuotedStatement {
  quote: QuotedText;
  stems: readonly QuotedText[];
  origin: StatementOrigin;
}

/** Every sentence of a passage as a statement. */
export function fromSentences(passage: QuotedText, stems: readonly QuotedText[] = []): QuotedStatement[] {
  return splitSentences(passage).map((quote) => ({ quote, stems, origin: 'sentence' }));
}

/** The statements of a table's rows, each under the heading of its column where that is needed. */
export function fromCells(cells: readonly { quote: QuotedText; stem?: QuotedText }[], stems: readonly QuotedText[] = []): QuotedStatement[] {
  return cells.map(({ quote, stem }) => ({ quote, stems: stem ? [...stems, stem] : stems, origin: 'cell' }));
}
