import type { Element, ElementContent, Nodes } from 'hast';
import type { Block, Cell } from '../../outline.ts';
import type { QuotedText } from '../../quoted-text.ts';
import { isPageNumber } from '../../repeated-lines.ts';
import { opensUnmarkedList } from '../../vocabulary.ts';
import { looksLikeHeader } from '../table-header.ts';
import { canBeSeen, readTypedMarker, textOfRuns } from '../runs.ts';
import { TextWriter, type Run } from '../text-writer.ts';
import { BLOCK_TAGS, headingLevelOf, isNoteMark, isStrong, readWordListLevel, reasonBeside, UNREAD_TAGS } from './html-elements.ts';
import { BULLET, type ListMark } from './html-lists.ts';
import type { Openers } from './html-openers.ts';
import { isLayoutTable, readGrid } from './html-table.ts';

/** What is true of the text at a place in the page. */
interface Around {
  /** How many list items it stands inside. */
  depth: number;
  isQuotation: boolean;
  /** Why it is no part of the document. */
  reason: string | undefined;
  isStrong: boolean;
  isPreformatted: boolean;
  heading: number | undefined;
  /** In something that opens a part of the page. */
  isOpener: boolean;
}

const TOP: Around = { depth: 0, isQuotation: false, reason: undefined, isStrong: false, isPreformatted: false, heading: undefined, isOpener: false };

/** Walks through a page in reading order and writes its blocks. Text is gathered in lines until a block begins or ends. */
export class HtmlWalker {
  readonly #writer = new TextWriter();
  readonly #blocks: Block[] = [];
  readonly #main: Element | undefined;
  readonly #markOf: ReadonlyMap<Element, ListMark>;
  readonly #openers: Openers;
  #lastHeading = { level: 1, isOpener: false };
  #lines: Run[][] = [[]];
  #item: (ListMark & { depth: number }) | undefined;
  #term: QuotedText | undefined;
  /** `dt` or `dd` inside one. */
  #definition: string | undefined;
  #isAfterBreak = false;
  #chunk = 0;
  /** Where the cells of a table are gathered rather than written as blocks. */
  #cell: QuotedText[] | undefined;

  constructor(main: Element | undefined, markOf: ReadonlyMap<Element, ListMark>, openers: Openers) {
    this.#main = main;
    this.#openers = openers;
    this.#markOf = markOf;
  }

  end(): { documentText: string; blocks: Block[] } {
    this.#flush(TOP);
    return { documentText: this.#writer.text, blocks: this.#blocks };
  }

  walk(node: Nodes, around: Around = this.#main ? { ...TOP, reason: 'outside the main part of the page' } : TOP): void {
    if (node.type === 'text') this.#addText(node.value, around);
    else if (node.type === 'root') for (const child of node.children) this.walk(child, around);
    else if (node.type === 'element') this.#walkElement(node, around);
  }

  #walkElement(element: Element, outer: Around): void {
    const { tagName } = element;
    if (UNREAD_TAGS.has(tagName)) return;
    if (element === this.#main) {
      this.#flush(outer);
      this.#walkChildren(element, { ...outer, reason: undefined });
      this.#flush({ ...outer, reason: undefined });
      return;
    }
    const level = headingLevelOf(element) ?? this.#levelOfOpener(element, outer);
    const beside = outer.heading === undefined ? reasonBeside(element, this.#openers) : undefined;
    const around: Around = { ...outer, depth: outer.depth + (readWordListLevel(element) ?? 0), reason: outer.reason ?? beside, isStrong: outer.isStrong || isStrong(element), isQuotation: outer.isQuotation || tagName === 'blockquote', isPreformatted: outer.isPreformatted || tagName === 'pre', heading: outer.heading ?? level, isOpener: outer.isOpener || this.#openers.isOpener(element) || element.children.some((child) => child.type === 'element' && this.#openers.isOpener(child)) };
    if (tagName === 'br') this.#lines.push([]);
    else if (tagName === 'hr') this.#breakPage(outer);
    else if (tagName === 'img') this.#addPicture(element, around);
    else if (tagName === 'input') return;
    else if (isNoteMark(element)) this.#addNoteMark(element);
    else if (/mso-list\s*:\s*ignore/i.test(String(element.properties['style'] ?? ''))) this.#openWordItem(element, outer);
    else if (tagName === 'li' && outer.reason === undefined && this.#cell === undefined) this.#walkItem(element, around);
    else if (tagName === 'table' && outer.reason === undefined && this.#cell === undefined) this.#walkTable(element, around);
    else if (tagName === 'dt' || tagName === 'dd') this.#walkDefinition(element, around);
    else if (BLOCK_TAGS.has(tagName) || level !== undefined || around.reason !== outer.reason) {
      this.#flush(outer);
      this.#walkChildren(element, around);
      this.#flush(around);
    } else this.#walkChildren(element, around);
  }

  /** A button that opens a part heads it: above the headings inside, beside the opener before it, or else under the last heading. */
  #levelOfOpener(element: Element, { heading, reason }: Around): number | undefined {
    if (!this.#openers.isOpener(element) || reason !== undefined) return undefined;
    if (heading !== undefined) return heading;
    const { level, isOpener } = this.#lastHeading;
    const inside = this.#openers.levelInside(element);
    return Math.min(6, Math.max(2, inside !== undefined ? inside - 1 : isOpener ? level : level + 1));
  }

  #walkChildren(element: { children: readonly ElementContent[] }, around: Around): void {
    for (const child of element.children) this.walk(child, around);
  }

  #addText(value: string, { isStrong: isBold, isPreformatted }: Around): void {
    const lines = isPreformatted ? value.split(/\r?\n/) : [value];
    for (const [at, text] of lines.entries()) {
      if (at > 0) this.#lines.push([]);
      this.#lines.at(-1)?.push(isBold ? { text, isStrong: true } : { text });
    }
  }

  /** The number of a note is a mark and no part of the sentence; a link back to the text, such as "↩", says nothing. */
  #addNoteMark(element: Element): void {
    const text = element.children.map(textOf).join('');
    if (/[\p{L}\p{N}]/u.test(text) && !/^[^\p{L}\p{N}]*[\p{N}a-z]{1,4}[^\p{L}\p{N}]*$/iu.test(text)) this.#lines.at(-1)?.push({ text });
  }

  #addPicture(element: Element, around: Around): void {
    const text = String(element.properties['alt'] ?? '');
    if (!canBeSeen([{ text }])) return;
    this.#writeAside([{ text }], around.reason ?? 'picture (its description)');
  }

  #breakPage(around: Around): void {
    this.#flush(around);
    this.#isAfterBreak = true;
  }

  #openWordItem(element: Element, around: Around): void {
    const written = element.children.map(textOf).join('').replace(/[\s\u00a0]+/g, ' ').trim();
    const found = readTypedMarker([{ text: `${written} x` }]);
    const typed = found && textOfRuns(found.rest) === 'x' ? found : undefined;
    // "Standard 3" that Word counts up is what the document says; one letter alone may be a bullet in a font of signs.
    if (!typed && /\p{L}{2}|\p{N}/u.test(written)) this.#addText(`${written} `, around);
    else this.#item = { ...(typed ? { marker: typed.marker, written } : BULLET), depth: around.depth };
  }

  #walkItem(element: Element, around: Around): void {
    this.#flush(around);
    const holdsHeading = element.children.some((child) => child.type === 'element' && headingLevelOf(child) !== undefined);
    // A list of cards, each with a heading, is a list only in the page's program.
    if (holdsHeading) {
      this.#walkChildren(element, around);
      this.#flush(around);
      return;
    }
    this.#item = { ...(this.#markOf.get(element) ?? BULLET), depth: around.depth };
    this.#walkChildren(element, { ...around, depth: around.depth + 1 });
    this.#flush({ ...around, depth: around.depth + 1 });
    this.#item = undefined;
  }

  #walkDefinition(element: Element, around: Around): void {
    this.#flush(around);
    if (element.tagName === 'dt') this.#term = undefined;
    this.#definition = element.tagName;
    this.#walkChildren(element, around);
    this.#flush(around);
    this.#definition = undefined;
  }

  #walkTable(element: Element, around: Around): void {
    this.#flush(around);
    const grid = readGrid(element);
    for (const caption of grid.captions) {
      this.#walkChildren(caption, around);
      this.#flush(around);
    }
    if (isLayoutTable(element, grid)) {
      for (const { element: cell } of grid.rows.flat()) {
        if (cell === undefined) continue;
        this.#walkChildren(cell, around);
        this.#flush(around);
      }
      return;
    }
    const { line } = this.#writer;
    const rows = grid.rows.map((row) => row.map(({ element: cell }, at) => this.#readCell(cell, around, at === row.length - 1)));
    const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
    if (filled.length > 0) this.#blocks.push({ type: 'table', line, isAfterBreak: this.#takeBreak(), isQuotation: around.isQuotation, depth: around.depth, hasHeader: grid.hasHeader || looksLikeHeader(filled), rows: filled });
  }

  #readCell(cell: Element | undefined, around: Around, isLast: boolean): Cell {
    const lines: QuotedText[] = [];
    if (cell) {
      this.#cell = lines;
      this.#walkChildren(cell, { ...around, isStrong: false });
      this.#flush(around);
      this.#cell = undefined;
    }
    if (isLast) this.#writer.endLine();
    else this.#writer.writeMark('\t');
    return lines;
  }

  /** Ends what was gathered and writes it as what it is. */
  #flush(around: Around): void {
    const lines = this.#lines.filter(canBeSeen);
    this.#lines = [[]];
    if (lines.length === 0) return;
    this.#chunk += 1;
    if (around.reason !== undefined) for (const runs of lines) this.#writeAside(runs, around.reason);
    else if (this.#cell) for (const runs of joinCarriedOn(lines, false)) this.#writeCellLine(this.#cell, runs);
    else if (around.heading !== undefined) this.#writeHeading(lines.flatMap((runs) => [...runs, { text: ' ' }]), around, around.heading);
    else if (this.#definition === 'dt') this.#writeTerm(lines.flatMap((runs) => [...runs, { text: ' ' }]), around);
    else if (this.#definition === 'dd' && this.#term) this.#writeDefinitions(lines, around, this.#term);
    else for (const runs of joinCarriedOn(lines, this.#isAfterStem())) this.#writeLine(runs, around);
  }

  #isAfterStem(): boolean {
    const before = this.#blocks.at(-1);
    return (before?.type === 'paragraph' || before?.type === 'heading') && opensListBelow(before.content.text);
  }

  #writeLine(runs: readonly Run[], around: Around): void {
    const item = this.#item;
    this.#item = undefined;
    if (item) {
      const { line, content } = this.#write(runs, item.written);
      this.#blocks.push({ ...this.#common(around, line), type: 'item', depth: item.depth, marker: item.marker, content });
      return;
    }
    const typed = readTypedMarker(trimStart(runs));
    if (typed) {
      const { line, content } = this.#write(typed.rest, typed.written);
      this.#blocks.push({ ...this.#common(around, line), type: 'item', marker: typed.marker, content });
      return;
    }
    const { line, content } = this.#write(runs);
    this.#blocks.push({ ...this.#common(around, line), type: 'paragraph', content, chunk: this.#chunk });
  }

  #writeHeading(runs: readonly Run[], around: Around, level: number): void {
    this.#lastHeading = { level, isOpener: around.isOpener };
    const { line, content } = this.#write(runs);
    this.#blocks.push({ ...this.#common(around, line), depth: 0, type: 'heading', level, evidence: 'marked', content });
  }

  /** A term is a paragraph until its definition comes. */
  #writeTerm(runs: readonly Run[], around: Around): void {
    const { line, content } = this.#write(runs);
    this.#term = content;
    this.#blocks.push({ ...this.#common(around, line), type: 'paragraph', content, chunk: this.#chunk });
  }

  #writeDefinitions(lines: readonly Run[][], around: Around, term: QuotedText): void {
    const before = this.#blocks.at(-1);
    if (before?.type === 'paragraph' && before.content === term) this.#blocks.pop();
    for (const runs of joinCarriedOn(lines, false)) {
      const typed = readTypedMarker(trimStart(runs));
      const { line, content } = this.#write(typed?.rest ?? runs, typed?.written);
      this.#blocks.push({ ...this.#common(around, line), type: 'definition', term, content });
    }
  }

  #writeCellLine(cell: QuotedText[], runs: readonly Run[]): void {
    if (cell.length > 0) this.#writer.endLine();
    const typed = readTypedMarker(trimStart(runs));
    if (typed) this.#writer.writeMark(`${typed.written} `);
    cell.push(this.#writer.write(typed?.rest ?? runs));
  }

  #writeAside(runs: readonly Run[], reason: string): void {
    if (this.#cell && this.#cell.length > 0) this.#writer.endLine();
    const { line, content } = this.#write(runs);
    this.#blocks.push({ type: 'aside', line, isAfterBreak: false, isQuotation: false, depth: 0, reason, content });
  }

  #write(runs: readonly Run[], mark = ''): { line: number; content: QuotedText } {
    const { line } = this.#writer;
    if (mark !== '') this.#writer.writeMark(`${mark} `);
    const content = this.#writer.write(runs);
    this.#writer.endLine();
    return { line, content };
  }

  #common({ depth, isQuotation }: Around, line: number) {
    return { line, isAfterBreak: this.#takeBreak(), isQuotation, depth };
  }

  #takeBreak(): boolean {
    const isAfterBreak = this.#isAfterBreak;
    this.#isAfterBreak = false;
    return isAfterBreak;
  }
}

/** Lines that a break parted in the middle of a sentence go on, unless they are the list that a lead-in opens. */
function joinCarriedOn(lines: readonly Run[][], isAfterStem: boolean): Run[][] {
  const joined: Run[][] = [];
  let isListed = isAfterStem;
  for (const runs of lines) {
    const before = joined.at(-1);
    const text = textOfRuns(before ?? []);
    const goesOn = before !== undefined && !isListed && /^[\s\u00a0]*\p{Ll}/u.test(textOfRuns(runs)) && !/[.:;!?]["'”’]?\s*$/.test(text) && !isPageNumber(text) && readTypedMarker(trimStart(runs)) === undefined;
    if (goesOn) before.push({ text: ' ' }, ...runs);
    else joined.push([...runs]);
    isListed ||= opensListBelow(textOfRuns(runs).trim());
  }
  return joined;
}

const opensListBelow = (text: string) => text.endsWith(':') || opensUnmarkedList(text);

function trimStart(runs: readonly Run[]): Run[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  const text = first.text.replace(/^[\s\u00a0]+/, '');
  return text === '' ? trimStart(rest) : [{ ...first, text }, ...rest];
}

function textOf(node: Nodes): string {
  return node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
}
