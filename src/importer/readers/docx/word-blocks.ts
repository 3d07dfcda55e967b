import type { AsideText, Line } from './inline-reader.ts';
import type { ParagraphFormat } from './formats.ts';
import type { ListMark } from './numbering.ts';
import type { ResolvedStyle } from './styles.ts';

/** A paragraph as the document has it, before it is decided whether it is a heading, an item or prose. */
export interface WordParagraph {
  type: 'paragraph';
  lines: Line[];
  style: ResolvedStyle;
  /** With all that the style and the list say. */
  format: ParagraphFormat;
  list: WordListPlace | undefined;
  isContents: boolean;
  asides: AsideText[];
  /** What hangs on the paragraph: text boxes and the words of graphics. */
  boxes: WordBlock[];
}

export interface WordListPlace {
  id: string;
  level: number;
  mark: ListMark;
}

export interface WordTable {
  type: 'table';
  isHeaderMarked: boolean;
  rows: WordCell[][];
}

export interface WordCell {
  blocks: WordBlock[];
  /** How many columns it takes; the cells of a row that reach down from above are there and empty. */
  span: number;
}

export type WordBlock = WordParagraph | WordTable;
