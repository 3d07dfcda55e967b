import { attributeOf, childNamed, childrenNamed, descend, elementsOf, type XmlElement } from '../office-open/parse-xml.ts';
import { readParagraphFormat, type ParagraphFormat } from './formats.ts';
import { chooseAlternative, InlineReader, type AsideText, type Line } from './inline-reader.ts';
import { readCount, readSwitch, valueOf } from './measure.ts';
import type { Numbering } from './numbering.ts';
import type { ResolvedStyle, StyleSheet } from './styles.ts';
import type { WordBlock, WordCell, WordListPlace, WordParagraph, WordTable } from './word-blocks.ts';

/** What all stories of a document share. */
export interface DocumentParts {
  styles: StyleSheet;
  numbering: Numbering;
  /** The words of a SmartArt graphic, by the id that the story names it by. */
  readDiagram: (relationshipId: string) => WordBlock[];
}

/** Reads one story (the body, a text box, a note, a header) into paragraphs and tables, in the order in which they stand. */
export function readStory(story: XmlElement, parts: DocumentParts): WordBlock[] {
  const reader = new StoryReader(parts);
  return reader.read(story);
}

class StoryReader {
  readonly #parts: DocumentParts;
  readonly #inline: InlineReader;
  /** Paragraphs whose end was deleted: their text goes on in the next. */
  #unended: { lines: Line[]; asides: AsideText[]; boxes: WordBlock[] } | undefined;
  #isAfterBreak = false;

  constructor(parts: DocumentParts) {
    this.#parts = parts;
    this.#inline = new InlineReader(parts.styles);
  }

  read(story: XmlElement): WordBlock[] {
    const blocks: WordBlock[] = [];
    this.#walk(story, blocks, false);
    if (this.#unended) blocks.push({ type: 'paragraph', style: this.#parts.styles.resolveParagraph(undefined), format: {}, list: undefined, isContents: false, ...this.#unended });
    return blocks;
  }

  #walk(element: XmlElement, blocks: WordBlock[], isContents: boolean): void {
    for (const child of elementsOf(element)) {
      switch (child.name) {
        case 'w:p': {
          const paragraph = this.#readParagraph(child, isContents);
          if (paragraph) blocks.push(paragraph);
          break;
        }
        case 'w:tbl':
          blocks.push(this.#readTable(child));
          break;
        case 'w:sdt':
          this.#walk(child, blocks, isContents || isContentsControl(child));
          break;
        case 'mc:AlternateContent':
          this.#walk(chooseAlternative(child), blocks, isContents);
          break;
        case 'w:del':
        case 'w:moveFrom':
          break;
        default:
          this.#walk(child, blocks, isContents);
      }
    }
  }

  #readParagraph(element: XmlElement, isContents: boolean): WordParagraph | undefined {
    const { styles } = this.#parts;
    const properties = childNamed(element, 'w:pPr');
    const style = styles.resolveParagraph(valueOf(properties, 'w:pStyle'));
    const content = this.#inline.read(element, style.run);
    const boxes = [...content.boxes.flatMap((box) => readStory(box, this.#parts)), ...content.diagramIds.flatMap((id) => this.#parts.readDiagram(id))];
    const { lines, asides } = content;
    const [first] = lines;
    if (this.#isAfterBreak && first) first.isAfterBreak = true;
    this.#isAfterBreak = false;
    const joined = this.#unended ? { lines: joinLines(this.#unended.lines, lines), asides: [...this.#unended.asides, ...asides], boxes: [...this.#unended.boxes, ...boxes] } : { lines, asides, boxes };
    this.#unended = undefined;
    if (content.endsPage || endsSection(properties)) this.#isAfterBreak = true;
    const markFormat = properties && childNamed(properties, 'w:rPr');
    if (markFormat && (childNamed(markFormat, 'w:del') || childNamed(markFormat, 'w:moveFrom'))) {
      this.#unended = joined;
      return undefined;
    }
    const { list, format } = this.#placeInList(readParagraphFormat(properties), style);
    const start = joined.lines[0];
    if (format.startsPage && start) start.isAfterBreak = true;
    return { type: 'paragraph', ...joined, style, format, list, isContents: isContents || content.isInContentsField };
  }

  #placeInList(direct: ParagraphFormat, style: ResolvedStyle): { list: WordListPlace | undefined; format: ParagraphFormat } {
    const { numbering } = this.#parts;
    const id = direct.numberingId ?? style.paragraph.numberingId;
    const plain = { ...style.paragraph, ...direct };
    if (id === undefined || id === '0') return { list: undefined, format: plain };
    const isOfStyle = direct.numberingId === undefined;
    const level = direct.listLevel ?? (isOfStyle ? (style.paragraph.listLevel ?? numbering.levelOfStyle(id, style.ids)) : undefined) ?? 0;
    const mark = numbering.count(id, level);
    const ofList = numbering.formatOf(id, level) ?? {};
    // Indents of a list count more than the style's, unless the style itself names the list.
    const format = isOfStyle ? { ...ofList, ...plain } : { ...style.paragraph, ...ofList, ...direct };
    return { list: mark && { id, level, mark }, format };
  }

  #readTable(table: XmlElement): WordTable {
    const rows: WordCell[][] = [];
    let isHeaderMarked = false;
    for (const row of findInside(table, 'w:tr')) {
      const properties = childNamed(row, 'w:trPr');
      if (properties && childNamed(properties, 'w:del')) continue;
      if (rows.length === 0 && readSwitch(properties, 'w:tblHeader')) isHeaderMarked = true;
      const skipped = readCount(properties, 'w:gridBefore') ?? 0;
      const cells: WordCell[] = Array.from({ length: Math.min(60, Math.max(0, skipped)) }, () => ({ blocks: [], span: 1 }));
      for (const cell of findInside(row, 'w:tc')) {
        const cellProperties = childNamed(cell, 'w:tcPr');
        if (cellProperties && childNamed(cellProperties, 'w:cellDel')) continue;
        const blocks: WordBlock[] = [];
        this.#walk(cell, blocks, false);
        cells.push({ blocks, span: Math.min(60, Math.max(1, readCount(cellProperties, 'w:gridSpan') ?? 1)) });
      }
      rows.push(cells);
    }
    return { type: 'table', isHeaderMarked, rows };
  }
}

/** The elements of a name in a table or row, also those inside content controls and the like. */
function findInside(element: XmlElement, name: 'w:tr' | 'w:tc'): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'mc:AlternateContent') return findInside(chooseAlternative(child), name);
    return child.name === 'w:del' || child.name === 'w:tc' || child.name === 'w:tr' ? [] : findInside(child, name);
  });
}

/** The last line of a paragraph and the first of the next become one. */
function joinLines(before: readonly Line[], after: readonly Line[]): Line[] {
  const last = before.at(-1);
  const [first, ...others] = after;
  if (!last || !first) return [...before, ...after];
  return [...before.slice(0, -1), { runs: [...last.runs, ...first.runs], isAfterBreak: last.isAfterBreak || (last.runs.length === 0 && first.isAfterBreak) }, ...others];
}

function isContentsControl(control: XmlElement): boolean {
  const properties = childNamed(control, 'w:sdtPr');
  const gallery = properties && descend(properties, 'w:docPartObj', 'w:docPartGallery');
  return /table of contents/i.test((gallery && attributeOf(gallery, 'w:val')) ?? '');
}

/** A section that goes on on the same page ends none. */
function endsSection(properties: XmlElement | undefined): boolean {
  const section = properties && childNamed(properties, 'w:sectPr');
  if (!section) return false;
  return childrenNamed(section, 'w:type').every((type) => attributeOf(type, 'w:val') !== 'continuous');
}
