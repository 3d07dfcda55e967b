import { looksLikeHeading } from '../../headings.ts';
import { quotesOf, type Block, type Cell, type HeadingBlock, type Marker } from '../../outline.ts';
import { sliceQuote, type QuotedText } from '../../quoted-text.ts';
import { canBeSeen, readTypedMarker, textOfRuns } from '../runs.ts';
import { TextWriter, type Run } from '../text-writer.ts';
import { joinLines, type SlideParagraph } from './slide-text.ts';
import { partLines, type Piece } from './part-lines.ts';
import type { SizeJudge } from './text-sizes.ts';

/** Writes what slides say, a block to a line. */
export class SlideWriter {
  readonly #writer = new TextWriter();
  readonly #blocks: Block[] = [];
  #isAfterBreak = false;
  #chunk = 0;
  #slides = 0;

  /** The line that comes next, from 1. */
  get line(): number {
    return this.#writer.line;
  }

  get documentText(): string {
    return this.#writer.text;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  /** The next block begins a slide. */
  startSlide(): void {
    this.#slides += 1;
    this.#isAfterBreak = true;
  }

  /** Everything that `write` writes is told apart as text that is never a statement. */
  writeAside(reason: string, write: () => void): void {
    const from = this.#blocks.length;
    write();
    const written = this.#blocks.splice(from);
    for (const block of written) {
      const { line, isAfterBreak } = block;
      for (const content of quotesOf(block)) if (content.text !== '') this.#blocks.push({ type: 'aside', reason, content, line, isAfterBreak, isQuotation: false, depth: 0 });
    }
  }

  /** `countLength`: how many characters at the end count slides and are no part of the heading. */
  writeHeading(runs: readonly Run[], { level, evidence, countLength = 0 }: Pick<HeadingBlock, 'level' | 'evidence'> & { countLength?: number }): void {
    const common = this.#common();
    const content = this.#write(runs);
    if (!content) return;
    const end = content.text.length - countLength;
    this.#blocks.push({ ...common, type: 'heading', level, evidence, content: sliceQuote(content, 0, end) });
    if (countLength > 0) this.#blocks.push({ ...common, type: 'aside', reason: 'count of slides under one title', content: sliceQuote(content, end) });
  }

  writeParagraph(runs: readonly Run[]): void {
    this.#chunk += 1;
    this.#writeParagraph(runs);
  }

  #writeParagraph(runs: readonly Run[]): void {
    const common = this.#common();
    const content = this.#write(runs);
    if (content) this.#blocks.push({ ...common, type: 'paragraph', content, chunk: this.#chunk });
  }

  writeItem(marker: Marker, written: string, runs: readonly Run[], depth: number): void {
    if (!canBeSeen(runs)) return;
    const common = this.#common();
    this.#writer.writeMark(`${'  '.repeat(depth)}${written} `);
    const content = this.#write(runs);
    if (content) this.#blocks.push({ ...common, type: 'item', marker, content, depth });
  }

  /** Writes the paragraphs of one text box: items where they have marks, headings where they are larger than the slide's text. */
  writeText(paragraphs: readonly SlideParagraph[], judge: SizeJudge): void {
    if (this.#slides > 1 && isAllBold(paragraphs)) {
      this.#writeBelow(paragraphs.map(({ lines }) => ({ runs: joinLines(lines).map(({ text }) => ({ text })), size: 0 })), 0);
      return;
    }
    /** The lists that are open, outermost first. */
    let open: { level: number; margin: number }[] = [];
    for (const [at, { field, lines, mark, level, margin }] of paragraphs.entries()) {
      this.#chunk += 1;
      if (field) {
        this.writeAside(field, () => { this.writeParagraph(joinLines(lines)); });
        continue;
      }
      // "**Respect** ⏎ We treat …" is one item that begins with its name.
      const parted = partLines(lines);
      const pieces = mark && parted[0]?.runs.every((run) => run.isStrong === true) ? [{ runs: joinLines(lines), size: parted[0].size }] : parted;
      for (const [index, piece] of pieces.entries()) {
        const typed = readTypedMarker(piece.runs);
        const isItem = mark !== undefined || (typed !== undefined && !isNumberedHeading(piece, pieces[index + 1] ?? partLines(paragraphs[at + 1]?.lines ?? [])[0]));
        if (!isItem) {
          open = [];
          const headingLevel = isHeadingText(textOfRuns(piece.runs)) ? judge(piece.size, level) : undefined;
          if (headingLevel === undefined) this.#writeParagraph(piece.runs);
          else this.writeHeading(piece.runs, { level: headingLevel, evidence: 'sized' });
          continue;
        }
        open = open.filter((outer) => outer.level < level || (outer.level === level && outer.margin < margin - SAME_MARGIN));
        const isCounted = mark !== undefined && mark.marker.kind !== 'bullet';
        const { marker, written, runs } = typed && !isCounted ? { ...typed, runs: typed.rest } : { marker: mark?.marker ?? BULLET, written: mark?.written ?? '•', runs: piece.runs };
        this.writeItem(marker, written, runs, open.length);
        open.push({ level, margin });
        if (mark) {
          this.#writeBelow(pieces.slice(1), open.length);
          break;
        }
      }
    }
  }

  /** Lines that stand under the first line of an item. */
  #writeBelow(pieces: readonly Piece[], depth: number): void {
    for (const { runs } of pieces) {
      const typed = readTypedMarker(runs);
      if (typed) this.writeItem(typed.marker, typed.written, typed.rest, depth);
      else this.writeItem({ kind: 'lost', value: '' }, '', runs, depth);
    }
  }

  /** Writes a table, a row to a line with tabs between its cells. */
  writeTable(rows: readonly (readonly (readonly Run[])[][])[], hasHeader: (rows: readonly (readonly Cell[])[]) => boolean): void {
    const common = this.#common();
    const written = rows.map((row) => {
      const cells = row.map((lines, at): Cell => {
        if (at > 0) this.#writer.writeMark('\t');
        return lines.flatMap((runs, index) => {
          if (!canBeSeen(runs)) return [];
          if (index > 0) this.#writer.writeMark(' ');
          return [this.#writer.write(runs)];
        });
      });
      if (cells.some((cell) => cell.length > 0)) this.#writer.endLine();
      return cells;
    });
    const filled = written.filter((row) => row.some((cell) => cell.length > 0));
    if (filled.length > 0) this.#blocks.push({ ...common, type: 'table', hasHeader: hasHeader(filled), rows: filled });
  }

  #common(): Pick<Block, 'line' | 'isAfterBreak' | 'isQuotation' | 'depth'> {
    return { line: this.#writer.line, isAfterBreak: this.#isAfterBreak, isQuotation: false, depth: 0 };
  }

  #write(runs: readonly Run[]): QuotedText | undefined {
    const content = this.#writer.write(runs);
    this.#writer.endLine();
    if (content.text === '') return undefined;
    this.#isAfterBreak = false;
    return content;
  }
}

/** Two paragraphs begin at the same place unless this many EMU (a tenth of an inch) are between them. */
const SAME_MARGIN = 91_440;
const BULLET: Marker = { kind: 'bullet', value: '' };

/** Whether a text that is set larger than the rest may be a heading: words, and few of them. */
function isHeadingText(text: string): boolean {
  return /\p{L}/u.test(text) && looksLikeHeading(text.replace(/\s+/g, ' ').trim().replace(/:$/, ''), 14);
}

/** "1. **Timely help**" in bold throughout heads what follows it, unless that is the next of its kind. */
function isNumberedHeading(piece: Piece, next: Piece | undefined): boolean {
  const isBold = ({ runs }: Piece) => runs.every((run) => run.isStrong === true || run.text.trim() === '' || /^[\d.() ]+$/.test(run.text));
  return next !== undefined && isBold(piece) && !(isBold(next) && readTypedMarker(next.runs)) && /^\s*[(]?[\dA-Za-z]/.test(textOfRuns(piece.runs)) && isHeadingText(textOfRuns(piece.runs));
}

/** Three lines or more that are all bold, with nothing under any of them, are a list rather than headings. The lines of a cover are not. */
function isAllBold(paragraphs: readonly SlideParagraph[]): boolean {
  const seen = paragraphs.filter(({ lines }) => lines.some(({ runs }) => canBeSeen(runs)));
  return seen.length >= 3 && seen.every(({ mark, field, lines }) => !mark && !field && lines.every(({ runs }) => runs.every((run) => run.isStrong === true || run.text.trim() === '')));
}
