import type { Block, Cell, Outline } from '../../outline.ts';
import { sliceQuote } from '../../quoted-text.ts';
import { findRepeatedKeys, isPageNumber, toRepeatKey } from '../../repeated-lines.ts';
import { countHtmlLines, readHtmlBlock, readHtmlOpening } from './html-blocks.ts';
import { looksLikeHeader } from '../table-header.ts';
import { readInlineText } from './inline-text.ts';
import { readListMarker, type FoundMarker } from '../list-marker.ts';
import { cutLine, isBlank, splitSourceLines, type SourceLine } from '../source-lines.ts';
import { namesColumns } from '../../table-statements.ts';
import { countTabColumns, isDelimiterRow, isFramedRow, readPipeRow, readTabRow } from './table-rows.ts';
import { groupTextLines, isCapitals, measurePageWidth } from '../text-lines.ts';
import { opensUnmarkedList, readLabelledStart } from '../../vocabulary.ts';

const ATX_HEADING = /^ {0,3}(#{1,6})(?:[ \t\u00a0]+(?=\S)|(?=[\p{L}*_\d"“‘'])|[ \t]*$)/u;
const RULE = /^[ \t]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const SETEXT_UNDERLINE = /^ {0,3}(?:={2,}|-{3,})[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const FOOTNOTE_DEFINITION = /^ {0,3}\[\^[^\]\s]{1,50}\]:[ \t]*/;
const LINK_DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*(?:<[^<>]*>|\S+)(?:[ \t]+["'(].*["')])?[ \t]*$/;
const PICTURE = /!\[((?:[^\]\n!]|!(?!\[)){0,1000})\]\([^()\n]{0,2000}\)/g;

/**
 * Reads Markdown or plain text into an outline. Line by line, so that its time grows with the length alone and no input can make it
 * hang; only what the text itself marks becomes a heading here.
 */
export function readMarkdown(documentText: string): Outline {
  const reader = new MarkdownReader(documentText);
  return reader.read();
}

interface OpenItem {
  found: FoundMarker;
  depth: number;
  lines: SourceLine[];
  isQuotation: boolean;
  isAfterBreak: boolean;
}

class MarkdownReader {
  readonly #documentText: string;
  readonly #lines: SourceLine[];
  readonly #repeated: ReadonlySet<string>;
  readonly #pageWidth: number;
  readonly #blocks: Block[] = [];
  #metadata: Record<string, string> = {};
  #paragraph: SourceLine[] = [];
  /** How many list items the paragraph being read stands inside. */
  #paragraphDepth = 0;
  #item: OpenItem | undefined;
  /** Columns of the marks of the lists that are open, outermost first. */
  #indents: number[] = [];
  #isAfterBreak = false;
  #isQuotation = false;
  #blankLines = 0;

  constructor(documentText: string) {
    this.#documentText = documentText;
    this.#lines = splitSourceLines(documentText);
    this.#pageWidth = measurePageWidth(this.#lines);
    this.#repeated = findRepeatedKeys(this.#lines.map((line) => line.text));
  }

  read(): Outline {
    let at = this.#readFrontMatter();
    while (at < this.#lines.length) at += this.#readAt(at);
    this.#flush();
    return { documentText: this.#documentText, metadata: this.#metadata, blocks: this.#blocks };
  }

  /** Reads what begins at a line and returns how many lines that was. */
  #readAt(at: number): number {
    const source = this.#lines[at];
    if (!source) return 1;
    const line = this.#withoutQuotationMarks(source);
    if (isBlank(line)) {
      this.#blankLines += 1;
      this.#flushParagraph();
      if (line.text.includes('\f') || this.#blankLines >= 3) this.#isAfterBreak = true;
      return 1;
    }
    const taken = this.#readFence(at, line) || this.#readHtml(at, line) || this.#readHeading(line) || this.#readTable(at, line) || this.#readDefinitions(line) || this.#readItem(line) || this.#readText(line);
    this.#blankLines = 0;
    return taken;
  }

  #readFrontMatter(): number {
    if (this.#lines[0]?.text.trimEnd() !== '---') return 0;
    const end = this.#lines.findIndex((line, index) => index > 0 && index < 200 && /^(?:---|\.\.\.)\s*$/.test(line.text));
    const body = this.#lines.slice(1, end);
    if (end < 0 || !body.every((line) => isBlank(line) || /^(?:[\w-]+\s*:|\s|#|-)/.test(line.text))) return 0;
    for (const line of body) {
      const field = /^([\w-]+)\s*:([^]*)$/.exec(line.text);
      const value = field?.[2]?.trim() ?? '';
      if (field?.[1] && value !== '') this.#metadata = { ...this.#metadata, [field[1].toLowerCase()]: value.replace(/^(["'])(.*)\1$/, '$2') };
      if (!isBlank(line)) this.#blocks.push({ ...this.#common(line), type: 'aside', reason: 'front matter of the file', content: readInlineText([line]) });
    }
    return end + 1;
  }

  #withoutQuotationMarks(line: SourceLine): SourceLine {
    const marks = /^ {0,3}(?:>[ \t]?)+/.exec(line.text)?.[0].length ?? 0;
    if ((marks > 0) !== this.#isQuotation && (marks > 0 || !isBlank(line))) {
      this.#flush();
      this.#isQuotation = marks > 0;
    }
    return marks > 0 ? cutLine(line, marks) : line;
  }

  #readFence(at: number, line: SourceLine): number {
    const fence = FENCE.exec(line.text)?.[1];
    if (!fence) return 0;
    let end = at + 1;
    while (end < this.#lines.length && !(this.#lines[end]?.text.trim().startsWith(fence) ?? false)) end += 1;
    if (end === this.#lines.length) return 0;
    this.#flush();
    for (const inner of this.#lines.slice(at + 1, end)) if (!isBlank(inner)) this.#blocks.push({ ...this.#common(inner), type: 'aside', reason: 'code', content: readPlain(inner) });
    return end - at + 1;
  }

  #readHtml(at: number, line: SourceLine): number {
    const name = readHtmlOpening(line.text);
    if (!name || countTabColumns(line.text) > 1) return 0;
    this.#flush();
    const count = countHtmlLines(this.#lines, at, name);
    const lines = this.#lines.slice(at, at + count);
    const blocks = readHtmlBlock(this.#documentText, lines);
    for (const block of blocks) this.#blocks.push(block.type === 'table' && looksLikeHeader(block.rows) ? { ...block, hasHeader: true } : block);
    return count;
  }

  #readHeading(line: SourceLine): number {
    const heading = ATX_HEADING.exec(line.text);
    if (heading) {
      this.#flush();
      const content = readInlineText([cutLine(line, heading[0].length, line.text.replace(/(?<![ \t])[ \t]+#+[ \t]*$/, '').length)]);
      if (content.text !== '') this.#blocks.push({ ...this.#common(line), type: 'heading', level: (heading[1] ?? '').length, evidence: 'marked', content });
      return 1;
    }
    const isUnderline = SETEXT_UNDERLINE.test(line.text) && this.#paragraph.length === 1 && this.#blankLines === 0;
    const [above] = this.#paragraph;
    if (isUnderline && above && above.text.trim().length <= 150 && !/[,;]$/.test(above.text.trim())) {
      this.#paragraph = [];
      this.#blocks.push({ ...this.#common(above), type: 'heading', level: line.text.includes('=') ? 1 : 2, evidence: 'marked', content: readInlineText([above]) });
      return 1;
    }
    if (RULE.test(line.text) || SETEXT_UNDERLINE.test(line.text)) {
      this.#flush();
      this.#isAfterBreak = true;
      return 1;
    }
    return 0;
  }

  #readTable(at: number, line: SourceLine): number {
    const next = this.#lines[at + 1];
    const hasDelimiter = next !== undefined && line.text.includes('|') && isDelimiterRow(next.text);
    const columns = countTabColumns(line.text);
    const isTabbed = !hasDelimiter && columns > 1 && !readListMarker(line.text) && next !== undefined && countTabColumns(next.text) === columns;
    const isFramed = !hasDelimiter && isFramedRow(line.text) && next !== undefined && isFramedRow(next.text);
    if (!hasDelimiter && !isFramed && !isTabbed) return 0;
    this.#flush();
    const rows: (readonly Cell[])[] = [];
    let end = at;
    for (; end < this.#lines.length; end += 1) {
      const row = this.#lines[end];
      if (!row || isBlank(row) || (isTabbed ? countTabColumns(row.text) !== columns : !row.text.includes('|') || ATX_HEADING.test(row.text))) break;
      if (!isTabbed && isDelimiterRow(row.text)) continue;
      rows.push(isTabbed ? readTabRow(row) : readPipeRow(row));
    }
    const hasHeader = isTabbed ? namesColumns(rows[0]) : (hasDelimiter ? (rows[0]?.some((cell) => cell.length > 0) ?? false) : looksLikeHeader(rows));
    this.#blocks.push({ ...this.#common(line), type: 'table', hasHeader, rows: rows.filter((row) => row.some((cell) => cell.length > 0)) });
    return end - at;
  }

  #readDefinitions(line: SourceLine): number {
    const footnote = FOOTNOTE_DEFINITION.exec(line.text);
    if (footnote) {
      this.#flush();
      this.#blocks.push({ ...this.#common(line), type: 'aside', reason: 'footnote', content: readInlineText([cutLine(line, footnote[0].length)]) });
      return 1;
    }
    if (LINK_DEFINITION.test(line.text) && this.#paragraph.length === 0) return 1;
    const definition = /^ {0,3}[:~][ \t]{1,7}(?=\S)/.exec(line.text);
    if (!definition) return 0;
    const content = readInlineText([cutLine(line, definition[0].length)]);
    const [term, ...others] = this.#paragraph;
    const before = this.#blocks.at(-1);
    if (term && others.length === 0) {
      this.#paragraph = [];
      this.#pushPictures([term]);
      this.#blocks.push({ ...this.#common(term), type: 'definition', term: readInlineText([term]), content });
      return 1;
    }
    const isTerm = this.#paragraph.length === 0 && before !== undefined && ((before.type === 'paragraph' && before.content.text.length <= 120) || before.type === 'definition');
    if (!isTerm) return 0;
    if (before.type === 'paragraph') this.#blocks.pop();
    this.#blocks.push({ ...this.#common(line), type: 'definition', term: before.type === 'paragraph' ? before.content : before.term, content });
    return 1;
  }

  #readItem(line: SourceLine): number {
    const found = readListMarker(line.text);
    if (!found || this.#isWrappedNumber(line, found)) return 0;
    this.#flushParagraph();
    this.#flushItem();
    while ((this.#indents.at(-1) ?? -1) >= found.indent) this.#indents.pop();
    // One column more or less is a slip of the conversion, not a level.
    const outer = this.#indents.at(-1);
    if (outer !== undefined && found.indent - outer < 2) this.#indents.pop();
    this.#indents.push(found.indent);
    const content = found.boldAt === undefined ? [cutLine(line, found.contentAt)] : joinCut(line, found);
    this.#item = { found, depth: this.#indents.length - 1, lines: content, isQuotation: this.#isQuotation, isAfterBreak: this.#takeBreak() };
    return 1;
  }

  /** A line of prose that happens to begin with a number, such as "2024. The …", goes on with the sentence before. */
  #isWrappedNumber(line: SourceLine, { marker }: FoundMarker): boolean {
    if (this.#blankLines > 0 || this.#paragraph.length === 0) return false;
    const previous = this.#paragraph.at(-1)?.text.trim() ?? '';
    if (marker.kind === 'bullet') return /^[\s]*[–—]\s+\p{Ll}/u.test(line.text) && !/[:;.]$/.test(previous);
    return marker.value !== '1' && marker.value !== 'a' && previous.length > 60 && !/[.:;!?]$/.test(previous);
  }

  #readText(line: SourceLine): number {
    if (isPageNumber(line.text) || this.#repeated.has(toRepeatKey(line.text) ?? '')) {
      // A list that a footer cuts in two goes on after it.
      const indents = this.#indents;
      this.#flush();
      this.#paragraphDepth = 0;
      this.#paragraph.push(line);
      this.#flushParagraph();
      this.#indents = indents;
      return 1;
    }
    if (this.#item) {
      if (this.#blankLines === 0 && this.#isContinuation(this.#item, line)) {
        this.#item.lines.push(line);
        return 1;
      }
      this.#flushItem();
    }
    if (this.#paragraph.length === 0) {
      const indent = /^[ \t\u00a0]*/.exec(line.text)?.[0].replace(/\t/g, '    ').length ?? 0;
      this.#paragraphDepth = this.#indents.filter((column) => indent >= column + 2).length;
      this.#indents = this.#indents.slice(0, this.#paragraphDepth);
    }
    this.#paragraph.push(line);
    return 1;
  }

  #isContinuation(item: OpenItem, line: SourceLine): boolean {
    const text = line.text.trim();
    const previous = item.lines.at(-1)?.text.trim() ?? '';
    if (previous === '') return true;
    if (/^[\s\u00a0]{2,}/.test(line.text)) return true;
    if (/^[\p{Ll}(,;]/u.test(text)) return true;
    if (readLabelledStart(text) || (isCapitals(text) && !isCapitals(previous))) return false;
    return !/[.!?:;]["'”’*_]*$/.test(previous) && previous.length >= 60;
  }

  #flush(): void {
    this.#flushParagraph();
    this.#flushItem();
    this.#indents = [];
  }

  #flushParagraph(): void {
    const lines = this.#paragraph;
    this.#paragraph = [];
    const [first] = lines;
    if (!first) return;
    for (const group of groupTextLines(lines, this.#pageWidth, this.#isAfterStem())) {
      const [start] = group;
      if (!start) continue;
      this.#pushPictures(group);
      const content = readInlineText(group);
      if (content.text !== '') this.#blocks.push({ ...this.#common(start), type: 'paragraph', content, chunk: first.number, depth: this.#paragraphDepth });
    }
  }

  #isAfterStem(): boolean {
    const before = this.#blocks.at(-1);
    return before !== undefined && (before.type === 'paragraph' || before.type === 'heading') && (before.content.text.endsWith(':') || opensUnmarkedList(before.content.text));
  }

  #flushItem(): void {
    const item = this.#item;
    this.#item = undefined;
    const first = item?.lines[0];
    if (!item || !first) return;
    this.#pushPictures(item.lines);
    const content = readInlineText(item.lines);
    if (content.text === '') return;
    this.#blocks.push({ type: 'item', line: first.number, isAfterBreak: item.isAfterBreak, isQuotation: item.isQuotation, depth: item.depth, marker: item.found.marker, content });
  }

  #pushPictures(lines: readonly SourceLine[]): void {
    for (const line of lines) {
      for (const picture of line.text.matchAll(PICTURE)) {
        const from = picture.index + 2;
        const content = readInlineText([cutLine(line, from, from + (picture[1] ?? '').length)]);
        if (content.text !== '') this.#blocks.push({ ...this.#common(line), type: 'aside', reason: 'picture (its description)', content });
      }
    }
  }

  #common(line: SourceLine) {
    return { line: line.number, isAfterBreak: this.#takeBreak(), isQuotation: this.#isQuotation, depth: 0 };
  }

  #takeBreak(): boolean {
    const isAfterBreak = this.#isAfterBreak;
    this.#isAfterBreak = false;
    return isAfterBreak;
  }
}

/** "**1. Label** text": the number is cut out and the bold mark before it kept, as two pieces of one line. */
function joinCut(line: SourceLine, found: FoundMarker): SourceLine[] {
  return [cutLine(line, found.boldAt ?? 0, (found.boldAt ?? 0) + 2), cutLine(line, found.contentAt)];
}

/** Code is shown as it is written. */
function readPlain(line: SourceLine) {
  const text = line.text.replace(/\s/g, ' ');
  const starts = Array.from(text, (_, at) => line.start + at);
  return sliceQuote({ text, starts, ends: starts.map((start) => start + 1), strong: [] }, 0);
}
