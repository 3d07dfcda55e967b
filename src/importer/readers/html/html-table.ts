import type { Element } from 'hast';
import { headingLevelOf, textOfNode } from './html-elements.ts';

/** One place of a table; without an element where a cell from above or from the left reaches it. */
export interface GridCell {
  element: Element | undefined;
}

export interface Grid {
  rows: GridCell[][];
  hasHeader: boolean;
  captions: Element[];
}

const MAX_SPAN = 100;

/** Lays a table's cells out in rows and columns; a cell that spans several stands in the first. */
export function readGrid(table: Element): Grid {
  const grid: Grid = { rows: [], hasHeader: false, captions: [] };
  const reaching = new Map<number, number>();
  for (const row of listRows(table, grid.captions)) {
    const cells: GridCell[] = [];
    const skipReached = () => {
      for (let left = reaching.get(cells.length) ?? 0; left > 0; left = reaching.get(cells.length) ?? 0) {
        reaching.set(cells.length, left - 1);
        cells.push({ element: undefined });
      }
    };
    const own = row.children.filter((child) => child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th')) as Element[];
    for (const element of own) {
      skipReached();
      const at = cells.length;
      const down = spanOf(element, 'rowSpan');
      const across = spanOf(element, 'colSpan');
      for (let column = 0; column < across; column += 1) {
        cells.push({ element: column === 0 ? element : undefined });
        if (down > 1) reaching.set(at + column, down - 1);
      }
    }
    skipReached();
    if (grid.rows.length === 0 && own.length > 1 && own.every(({ tagName }) => tagName === 'th')) grid.hasHeader = true;
    if (cells.length > 0) grid.rows.push(cells);
  }
  return grid;
}

function listRows(table: Element, captions: Element[]): Element[] {
  const rows: Element[] = [];
  for (const child of table.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'caption') captions.push(child);
    else if (child.tagName === 'tr') rows.push(child);
    else if (/^t(?:head|body|foot)$/.test(child.tagName)) rows.push(...listRows(child, captions));
  }
  return rows;
}

function spanOf({ properties }: Element, name: 'rowSpan' | 'colSpan'): number {
  return Math.min(MAX_SPAN, Math.max(1, Number(properties[name] ?? 1) || 1));
}

/** Whether a table only sets things side by side: it says so, has one column, or its cells hold tables, or several headings. */
export function isLayoutTable({ properties }: Element, { rows }: Grid): boolean {
  if (/^(?:presentation|none)$/.test(String(properties['role'] ?? ''))) return true;
  const cells = rows.flat().flatMap(({ element }) => (element ? [element] : []));
  if (rows.every((row) => row.length <= 1)) return true;
  if (cells.some((cell) => countHeadings(cell) >= 2)) return true;
  const holding = cells.filter((cell) => holds(cell, (inner) => inner.tagName === 'table' || (headingLevelOf(inner) !== undefined && textOfNode(cell).trim().length > textOfNode(inner).trim().length + 20)));
  return holding.length > 0 && holding.length >= cells.length * 0.4;
}

function countHeadings(element: Element): number {
  return element.children.reduce((sum, child) => sum + (child.type === 'element' ? (headingLevelOf(child) === undefined ? countHeadings(child) : 1) : 0), 0);
}

function holds(element: Element, test: (inner: Element) => boolean): boolean {
  return element.children.some((child) => child.type === 'element' && (test(child) || holds(child, test)));
}
