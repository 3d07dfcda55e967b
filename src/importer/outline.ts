import type { QuotedText } from './quoted-text.ts';

/** What made us read a line as a heading, strongest first; `sized` is type larger than the text around it, with a level by its size. */
export type HeadingEvidence = 'marked' | 'sized' | 'labelled' | 'numbered' | 'bold' | 'capitals' | 'bare';

export interface Marker {
  kind: 'bullet' | 'number' | 'letter' | 'roman' | 'lost';
  /** As the document writes it without brackets and full stops: "1", "1.2", "a", "iv"; empty for bullets. */
  value: string;
}

interface Common {
  /** Line in the document, from 1. */
  line: number;
  /** A page or slide ended just before. */
  isAfterBreak: boolean;
  /** Set off as a quotation from elsewhere. */
  isQuotation: boolean;
  /** How many list items this stands inside; 0 outside any list. */
  depth: number;
}

export interface HeadingBlock extends Common {
  type: 'heading';
  /** 1 to 6 where the format says it. */
  level: number | undefined;
  evidence: HeadingEvidence;
  /** Where the heading was an item of a numbered list. */
  number?: string;
  content: QuotedText;
}

export interface ParagraphBlock extends Common {
  type: 'paragraph';
  content: QuotedText;
  /** Paragraphs that were lines of one block of text, with no empty line between them, share a number. */
  chunk: number;
}

export interface ItemBlock extends Common {
  type: 'item';
  marker: Marker;
  content: QuotedText;
}

/** A cell's lines: one for most, several where the cell holds line breaks or a list. */
export type Cell = readonly QuotedText[];

export interface TableBlock extends Common {
  type: 'table';
  hasHeader: boolean;
  rows: readonly (readonly Cell[])[];
}

export interface DefinitionBlock extends Common {
  type: 'definition';
  term: QuotedText;
  content: QuotedText;
}

/** Text that is never a statement: code, a footnote, a picture's description, front matter. */
export interface AsideBlock extends Common {
  type: 'aside';
  reason: string;
  content: QuotedText;
}

export type Block = HeadingBlock | ParagraphBlock | ItemBlock | TableBlock | DefinitionBlock | AsideBlock;

/** How a document that isn't text is parted, and the line of its text that each part begins at, first part first. */
export interface Parts {
  unit: 'page' | 'slide';
  firstLines: readonly number[];
}

/** A document as every reader hands it on: its text, decoded once, and its blocks in reading order. */
export interface Outline {
  documentText: string;
  /** Named in the document's front matter or properties: `title`, `author`, … */
  metadata: Readonly<Record<string, string>>;
  /** Office programs and content systems fill the properties in by themselves: what the text says comes first. */
  isMetadataWeak?: boolean;
  blocks: readonly Block[];
  /** Where the document has pages or slides. */
  parts?: Parts;
  /** What the reader could not read, with its place. */
  notes?: readonly { line: number; text: string; reason: string }[];
}

/** All that a block says, in order. */
export function quotesOf(block: Block): readonly QuotedText[] {
  switch (block.type) {
    case 'table':
      return block.rows.flat(2);
    case 'definition':
      return [block.term, block.content];
    default:
      return [block.content];
  }
}

/** Whether the document itself sets the heading apart, by a style or by its size, and so gives its level. */
export function isFormatted(heading: Pick<HeadingBlock, 'evidence'>): boolean {
  return heading.evidence === 'marked' || heading.evidence === 'sized';
}
