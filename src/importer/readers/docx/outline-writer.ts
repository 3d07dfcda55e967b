import { looksLikeHeading } from '../../headings.ts';
import type { Block, Cell, HeadingBlock, Marker } from '../../outline.ts';
import { countWords, isAllStrong, type QuotedText } from '../../quoted-text.ts';
import { namesColumns } from '../../table-statements.ts';
import { isDuty } from '../../vocabulary.ts';
import { looksLikeHeader } from '../table-header.ts';
import { canBeSeen, readTypedMarker, textOfRuns } from '../runs.ts';
import { TextWriter, type Run } from '../text-writer.ts';
import type { AsideText, Line } from './inline-reader.ts';
import { OpenLists } from './open-lists.ts';
import { readRole } from './role.ts';
import { opensListBelow, partLines } from './soft-lines.ts';
import { gatherTabTables } from './tab-tables.ts';
import { isLayout, layOut } from './tables.ts';
import type { WordBlock, WordParagraph, WordTable } from './word-blocks.ts';

/** Words beyond which a paragraph in a heading's style is text that somebody gave the wrong style. */
const LONGEST_HEADING = 40;
const BULLET: Marker = { kind: 'bullet', value: '' };

/** Writes a document's text, a block to a line, and its blocks with it. */
export class OutlineWriter {
  readonly #writer = new TextWriter();
  readonly #blocks: Block[] = [];
  readonly #sized: ReadonlyMap<WordParagraph, number>;
  readonly #lists = new OpenLists();
  #isAfterBreak = false;
  #chunk = 0;
  /** What hangs on a paragraph waits for the next that is no item, so as not to part a list or take it from its lead-in. */
  #waiting: { asides: AsideText[]; boxes: WordBlock[] } = { asides: [], boxes: [] };

  constructor(sized: ReadonlyMap<WordParagraph, number>) {
    this.#sized = sized;
  }

  get documentText(): string {
    return this.#writer.text;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  writeStory(story: readonly WordBlock[]): void {
    this.#writeBlocks(story);
    this.#endLists();
  }

  /** Writes a story as text that is never a statement, a paragraph to a block. */
  writeAside(story: readonly WordBlock[], reason: string): void {
    for (const paragraph of listParagraphs(story)) {
      this.#pushAside({ reason, runs: joinRuns(paragraph.lines) });
      for (const aside of paragraph.asides) this.#pushAside(aside);
      this.writeAside(paragraph.boxes, reason);
    }
  }

  #writeBlocks(found: readonly WordBlock[]): void {
    const blocks = gatherTabTables(found);
    for (const [at, block] of blocks.entries()) {
      if (block.type === 'table') this.#writeTable(block);
      else this.#writeParagraph(block, isBoldNumber(block) && !isBoldNumber(blocks[at + 1]));
    }
  }

  #writeParagraph(paragraph: WordParagraph, isNumberedName: boolean): void {
    const role = readRole(paragraph);
    const lines = paragraph.lines.filter(({ runs }) => canBeSeen(runs));
    const isSeen = lines.length > 0;
    const isItem = paragraph.list !== undefined || role.type === 'list' || readTypedMarker(lines[0]?.runs ?? []) !== undefined;
    const goesOn = isItem || (this.#lists.isOpen && role.type === 'plain' && (paragraph.format.left ?? 0) > 0);
    if (isSeen && !goesOn) this.#endLists();
    if (paragraph.lines[0]?.isAfterBreak) this.#isAfterBreak = true;
    if (isSeen) {
      this.#chunk += 1;
      const level = role.type === 'heading' ? role.level : this.#sized.get(paragraph);
      if (role.type === 'contents') this.#pushAside({ reason: 'table of contents', runs: joinRuns(lines) });
      else if (role.type === 'code') for (const { runs } of lines) this.#pushAside({ reason: 'code', runs });
      else if (role.type === 'title') this.#writeHeading(paragraph, lines, { level: this.#blocks.some(({ type }) => type === 'heading') ? 1 : undefined, evidence: 'marked' });
      else if (level !== undefined && countWords(textOfRuns(joinRuns(lines))) <= LONGEST_HEADING) this.#writeHeading(paragraph, lines, { level, evidence: role.type === 'heading' ? 'marked' : 'sized' });
      else if (role.type === 'term') this.#writePlain(joinRuns(lines));
      else if (role.type === 'definition') this.#writeDefinition(paragraph.lines);
      else if (isNumberedName && role.type === 'plain') this.#writePlain(joinRuns(lines));
      else this.#writeText(paragraph, role.type === 'quotation', role.type === 'list');
    }
    this.#waiting.asides.push(...paragraph.asides);
    this.#waiting.boxes.push(...paragraph.boxes);
    if (!isSeen && !this.#lists.isOpen) this.#endLists();
  }

  #writeHeading(paragraph: WordParagraph, lines: readonly Line[], { level, evidence }: Pick<HeadingBlock, 'level' | 'evidence'>): void {
    this.#endLists();
    const mark = paragraph.list?.mark;
    const number = mark?.marker !== undefined && mark.marker.kind !== 'bullet' ? mark.marker.value : undefined;
    const { line, content } = this.#write(withWords(paragraph, joinRuns(lines)), number === undefined ? '' : (mark?.written ?? ''));
    this.#blocks.push({ type: 'heading', level, evidence, ...(number === undefined ? {} : { number }), ...this.#common(line), content });
  }

  #writeText(paragraph: WordParagraph, isQuotation: boolean, isListStyle: boolean): void {
    const mark = paragraph.list?.mark;
    const counted = mark?.marker ?? (isListStyle && mark === undefined ? BULLET : undefined);
    const lines = partLines(paragraph.lines, this.#isAfterStem());
    for (const [at, line] of lines.entries()) {
      if (line.isAfterBreak) this.#isAfterBreak = true;
      const typed = readTypedMarker(line.runs);
      if (at === 0 && counted) {
        // A bullet before a number that somebody typed is only its look.
        const own = typed && counted.kind === 'bullet' ? typed : { marker: counted, written: mark?.written ?? '•', rest: line.runs };
        this.#pushItem(own, this.#lists.openItem(paragraph), isQuotation);
      } else if (typed && !(at === 0 && mark !== undefined && mark.written !== '')) this.#pushItem(typed, this.#lists.openItem(paragraph, counted ? 1 : 0), isQuotation);
      else {
        const depth = counted ? 1 : this.#lists.continueItem(paragraph);
        this.#writePlain(at === 0 ? withWords(paragraph, line.runs) : line.runs, { isQuotation, depth });
      }
    }
  }

  /** What is defined stands in the paragraph before, or before other definitions of it. */
  #writeDefinition(lines: readonly Line[]): void {
    for (const { runs } of partLines(lines, false)) {
      const before = this.#blocks.at(-1);
      if (before?.type === 'paragraph') this.#blocks.pop();
      const term = before?.type === 'paragraph' ? before.content : before?.type === 'definition' ? before.term : undefined;
      if (!term) {
        this.#writePlain(runs);
        continue;
      }
      const { line, content } = this.#write(runs);
      this.#blocks.push({ type: 'definition', ...this.#common(line), term, content });
    }
  }

  #writePlain(runs: readonly Run[], { isQuotation = false, depth = 0 } = {}): void {
    const { line, content } = this.#write(runs);
    this.#blocks.push({ type: 'paragraph', ...this.#common(line, { isQuotation, depth }), content, chunk: this.#chunk });
  }

  #pushItem({ marker, written, rest }: { marker: Marker; written: string; rest: readonly Run[] }, depth: number, isQuotation: boolean): void {
    const { line, content } = this.#write(rest, `${'  '.repeat(depth)}${written}`);
    this.#blocks.push({ type: 'item', marker, ...this.#common(line, { isQuotation, depth }), content });
  }

  #writeTable(table: WordTable): void {
    this.#endLists();
    if (isLayout(table)) {
      for (const cell of table.rows.flat()) {
        this.#writeBlocks(cell.blocks);
        this.#endLists();
      }
      return;
    }
    const { line } = this.#writer;
    const rows = layOut(table).map((row) => this.#writeRow(row));
    const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
    if (filled.length > 0) this.#blocks.push({ type: 'table', ...this.#common(line), hasHeader: table.isHeaderMarked || looksLikeHeader(filled) || namesColumns(filled[0]) || isFirstRowStrong(filled), rows: filled });
    this.#endLists();
  }

  #writeRow(cells: readonly (readonly WordBlock[])[]): Cell[] {
    const row = cells.map((blocks, at): Cell => {
      if (at > 0) this.#writer.writeMark('\t');
      const quotes: QuotedText[] = [];
      for (const paragraph of listParagraphs(blocks)) {
        const lines = partLines(paragraph.lines, false);
        for (const [index, { runs }] of lines.entries()) {
          if (quotes.length > 0) this.#writer.endLine();
          const mark = index === 0 ? paragraph.list?.mark : undefined;
          const typed = mark?.marker ? undefined : readTypedMarker(runs);
          if (mark?.marker) this.#writer.writeMark(`${mark.written} `);
          else if (typed) this.#writer.writeMark(`${typed.written} `);
          quotes.push(this.#writer.write(index === 0 ? withWords(paragraph, typed?.rest ?? runs) : (typed?.rest ?? runs)));
        }
        this.#waiting.asides.push(...paragraph.asides);
        this.#waiting.boxes.push(...paragraph.boxes);
      }
      return quotes;
    });
    if (row.some((cell) => cell.length > 0)) this.#writer.endLine();
    return row;
  }

  #endLists(): void {
    this.#lists.close();
    const { asides, boxes } = this.#waiting;
    if (asides.length === 0 && boxes.length === 0) return;
    this.#waiting = { asides: [], boxes: [] };
    for (const aside of asides) this.#pushAside(aside);
    this.#writeBlocks(boxes);
    this.#endLists();
  }

  #pushAside({ reason, runs }: AsideText): void {
    if (!canBeSeen(runs)) return;
    const { line, content } = this.#write(runs);
    this.#blocks.push({ type: 'aside', reason, ...this.#common(line), content });
  }

  #isAfterStem(): boolean {
    const before = this.#blocks.at(-1);
    return (before?.type === 'paragraph' || before?.type === 'heading') && opensListBelow(before.content.text);
  }

  #write(runs: readonly Run[], mark = ''): { line: number; content: QuotedText } {
    const { line } = this.#writer;
    if (mark !== '') this.#writer.writeMark(`${mark} `);
    const content = this.#writer.write(runs);
    this.#writer.endLine();
    return { line, content };
  }

  #common(line: number, { isQuotation = false, depth = 0 }: { isQuotation?: boolean; depth?: number } = {}) {
    const isAfterBreak = this.#isAfterBreak;
    this.#isAfterBreak = false;
    return { line, isAfterBreak, isQuotation, depth };
  }
}

/** "2.1 Visits", typed and all in bold: the name of what follows, unless that is another of the kind and so the next item of a list. */
function isBoldNumber(block: WordBlock | undefined): boolean {
  if (block?.type !== 'paragraph' || block.list) return false;
  const runs = joinRuns(block.lines);
  const text = textOfRuns(runs).replace(/\s+/g, ' ').trim();
  return /^\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s/.test(text) && runs.every((run) => run.isStrong === true || run.text.trim() === '') && looksLikeHeading(text.replace(/:$/, ''), 16) && !isDuty(text);
}

/** The paragraphs of a story with those of its tables, in reading order. */
function listParagraphs(blocks: readonly WordBlock[]): WordParagraph[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : block.rows.flat().flatMap((cell) => listParagraphs(cell.blocks))));
}

/** A mark that holds words, such as "Standard 3:", is read as part of the line, as a person would. */
function withWords({ list }: WordParagraph, runs: readonly Run[]): Run[] {
  const mark = list?.mark;
  return mark !== undefined && mark.marker === undefined && mark.written !== '' ? [{ text: `${mark.written} `, ...(runs[0]?.isStrong ? { isStrong: true } : {}) }, ...runs] : [...runs];
}

const joinRuns = (lines: readonly Line[]): Run[] => lines.flatMap(({ runs }, at) => (at === 0 ? runs : [{ text: ' ' }, ...runs]));

function isFirstRowStrong([first, ...others]: readonly (readonly Cell[])[]): boolean {
  const filled = (first ?? []).filter((cell) => cell.length > 0);
  return filled.length >= 2 && others.length > 0 && filled.every((cell) => cell.length === 1 && cell.every((quote) => isAllStrong(quote) && countWords(quote.text) <= 8)) && !others.every((row) => row.every((cell) => cell.every(isAllStrong)));
}
