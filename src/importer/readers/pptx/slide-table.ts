import type { Cell } from '../../outline.ts';
import { countWords } from '../../quoted-text.ts';
import { namesColumns } from '../../table-statements.ts';
import { attributeOf, childNamed, childrenNamed, type XmlElement } from '../office-open/parse-xml.ts';
import { canBeSeen } from '../runs.ts';
import type { Run } from '../text-writer.ts';
import { joinLines, readSlideText, type SlideParagraph } from './slide-text.ts';
import type { ListStyle } from './text-style.ts';

/** A table's cells, row by row; cells that a merged one covers are empty. */
export interface SlideTable {
  rows: SlideParagraph[][][];
  /** The first row is set off as a header. PowerPoint does so unless somebody takes it off, so that it says little. */
  isFirstRowSetOff: boolean;
}

export function readTable(table: XmlElement, styles: readonly ListStyle[]): SlideTable {
  const properties = childNamed(table, 'a:tblPr');
  const rows = childrenNamed(table, 'a:tr').map((row) =>
    childrenNamed(row, 'a:tc').map((cell) => {
      const body = childNamed(cell, 'a:txBody');
      return body ? readSlideText(body, styles).filter(({ lines }) => lines.some(({ runs }) => canBeSeen(runs))) : [];
    }),
  );
  return { rows, isFirstRowSetOff: properties !== undefined && /^(?:1|true)$/.test(attributeOf(properties, 'firstRow') ?? '') };
}

/** A cell's lines, one for each paragraph. */
export function linesOfCell(paragraphs: readonly SlideParagraph[]): Run[][] {
  return paragraphs.map(({ lines }) => joinLines(lines));
}

/** Whether the first row names the columns: it is set off and short, or its words say so. */
export function hasHeader(rows: readonly (readonly Cell[])[], isFirstRowSetOff: boolean): boolean {
  const [first, ...others] = rows;
  if (!first || others.length === 0) return false;
  const isShort = first.length > 1 && first.every((cell) => cell.length <= 1 && cell.every(({ text }) => countWords(text) <= 8 && !/[.;]$/.test(text)));
  return (isFirstRowSetOff && isShort) || namesColumns(first);
}
