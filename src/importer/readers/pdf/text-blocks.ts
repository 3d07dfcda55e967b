import type { Marker } from '../../outline.ts';
import type { Line } from './page-text.ts';

/** A stretch of lines that are one heading, paragraph or list item, before it is written down. */
export interface TextBlock {
  type: 'heading' | 'paragraph' | 'item';
  page: number;
  lines: Line[];
  /** The size that most of its letters have. */
  size: number;
  /** Of an item: its mark as the document writes it, and what it says. */
  mark?: { text: string; marker: Marker };
  /** Where the text of its lines begins: after the mark, for an item. */
  textLeft: number;
  depth: number;
  /** White space parts it from the block before. */
  isApart: boolean;
}

/** A table with what its cells hold. */
export interface TableBlocks {
  type: 'table';
  page: number;
  rows: TextBlock[][][];
}

export type PageBlock = TextBlock | TableBlocks;
