/** A rectangle on a page, in points; y grows downwards from the top of the page as it is read. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Text that the page shows in one go: one font, one size, one baseline. */
export interface TextItem {
  text: string;
  left: number;
  right: number;
  /** Height of the baseline on the page. */
  y: number;
  size: number;
  isStrong: boolean;
  /** The family of its typeface, such as "Arial"; empty where the PDF doesn't say. */
  family: string;
  /** A raised figure or sign that points to a footnote. */
  isNote?: boolean;
  /** Its turn in the page's own order, which is the order of writing in most documents. */
  turn: number;
}

/** What a page draws beside text, as far as it helps to read the text. */
export interface PageShapes {
  /** Lines across, such as those between the rows of a table. */
  across: Box[];
  /** Lines down, such as those between the columns of a table. */
  down: Box[];
  /** Small filled shapes: bullets that are drawn rather than written. */
  dots: Box[];
  /** Whether it shows a picture, or draws more than a frame and a background. */
  hasPicture: boolean;
}

export interface PageText {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  items: TextItem[];
  shapes: PageShapes;
  /** Text that stands at an angle to the rest or outside the page, with the reason why it is kept apart. */
  apart: { text: string; reason: string }[];
}

/** Text on one baseline with no gap wider than a few spaces in it: a line of a column, or of a table's cell. */
export interface Piece {
  page: number;
  items: TextItem[];
  text: string;
  left: number;
  right: number;
  y: number;
  /** The size that most of its letters have. */
  size: number;
  turn: number;
  /** Stands for a table or a grid that was read already. */
  flow?: Flow;
}

/** A line of one column, read from left to right. */
export interface Line extends Piece {
  column: Column;
}

/** The stretch of a page that lines are set in, as wide as the widest of them. */
export interface Column {
  left: number;
  right: number;
}

/** Cells side by side, row by row, each with its lines. */
export interface Table {
  page: number;
  rows: Line[][][];
}

/** What a page holds in the order of reading. */
export type Flow = readonly (Line | Table)[];

export const isTable = (part: Line | Table): part is Table => 'rows' in part;

/** All lines of a page, those in tables too. */
export function linesOf(flow: Flow): Line[] {
  return flow.flatMap((part) => (isTable(part) ? part.rows.flat(2) : [part]));
}

/** Top of a piece's letters. */
export const topOf = ({ y, size }: Pick<Piece, 'y' | 'size'>) => y - size * 0.75;

/** Bottom of a piece's letters. */
export const bottomOf = ({ y, size }: Pick<Piece, 'y' | 'size'>) => y + size * 0.25;
