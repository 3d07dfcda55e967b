import { attributeOf, childNamed, elementsOf, type XmlElement } from '../office-open/parse-xml.ts';
import type { Run } from '../text-writer.ts';
import type { RunFormat } from './formats.ts';
import { readSymbol, replaceSymbols } from './symbols.ts';
import { resolveRunFormat, type StyleSheet } from './styles.ts';

export interface WordRun extends Run {
  /** In half points. */
  size?: number;
}

/** A line as its author broke it. */
export interface Line {
  runs: WordRun[];
  /** A page ended just before. */
  isAfterBreak: boolean;
}

/** Text that is no part of the paragraph's own. */
export interface AsideText {
  reason: string;
  runs: WordRun[];
}

/** What one paragraph holds. */
export interface InlineContent {
  lines: Line[];
  asides: AsideText[];
  /** `w:txbxContent` of the text boxes that hang on the paragraph. */
  boxes: XmlElement[];
  /** Relationship ids of its SmartArt graphics. */
  diagramIds: string[];
  endsPage: boolean;
  /** It is part of a table of contents that Word keeps up to date. */
  isInContentsField: boolean;
}

interface Field {
  isResult: boolean;
  instruction: string;
}

/** Removed by somebody whose changes are tracked, or moved elsewhere: gone once the changes are accepted. */
const REMOVED = new Set(['w:del', 'w:moveFrom']);

/**
 * Reads what stands inside paragraphs: runs in their style, line breaks, fields, pictures. One reader reads one story from beginning to end, since
 * a field may begin in one paragraph and end in another.
 */
export class InlineReader {
  readonly #styles: StyleSheet;
  readonly #fields: Field[] = [];
  #content: InlineContent = emptyContent();
  #paragraphRun: RunFormat = {};

  constructor(styles: StyleSheet) {
    this.#styles = styles;
  }

  read(paragraph: XmlElement, paragraphRun: RunFormat): InlineContent {
    this.#content = emptyContent();
    this.#paragraphRun = paragraphRun;
    this.#walk(paragraph, paragraphRun);
    // An instruction that isn't over by the end of its paragraph has lost its end; what follows is text.
    while (this.#fields.some((field) => !field.isResult)) this.#fields.pop();
    return this.#content;
  }

  #walk(element: XmlElement, format: RunFormat): void {
    for (const child of elementsOf(element)) this.#read(child, format);
  }

  #read(element: XmlElement, format: RunFormat): void {
    if (REMOVED.has(element.name)) return;
    switch (element.name) {
      case 'w:r':
        this.#walk(element, resolveRunFormat(childNamed(element, 'w:rPr'), this.#paragraphRun, this.#styles));
        break;
      case 'w:t':
      case 'm:t':
        this.#put(replaceSymbols(ownText(element)), format);
        break;
      case 'w:tab':
      case 'w:ptab':
        this.#put('\t', format);
        break;
      case 'w:noBreakHyphen':
        this.#put('-', format);
        break;
      case 'w:sym':
        this.#put(readSymbol(element), format);
        break;
      case 'w:br':
        this.#breakLine(attributeOf(element, 'w:type') === 'page');
        break;
      case 'w:cr':
        this.#breakLine(false);
        break;
      case 'w:lastRenderedPageBreak': {
        const line = this.#content.lines.at(-1);
        if (line && line.runs.length === 0) line.isAfterBreak = true;
        break;
      }
      case 'w:fldChar':
        this.#readFieldMark(attributeOf(element, 'w:fldCharType'));
        break;
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field) field.instruction += ownText(element);
        break;
      }
      case 'w:txbxContent':
        this.#content.boxes.push(element);
        break;
      case 'wp:docPr':
        this.#describePicture(attributeOf(element, 'descr'));
        break;
      case 'v:shape':
      case 'v:rect':
        this.#describePicture(attributeOf(element, 'alt'));
        this.#walk(element, format);
        break;
      case 'v:textpath':
        this.#describePicture(attributeOf(element, 'string'));
        break;
      case 'dgm:relIds':
        this.#content.diagramIds.push(attributeOf(element, 'r:dm') ?? '');
        break;
      case 'mc:AlternateContent':
        this.#walk(chooseAlternative(element), format);
        break;
      case 'w:pPr':
      case 'w:rPr':
        break;
      default:
        this.#walk(element, format);
    }
  }

  #put(text: string, format: RunFormat): void {
    if (this.#fields.some((field) => /^\s*TOC\b/.test(field.instruction))) this.#content.isInContentsField = true;
    const run: WordRun = { text, ...(format.isStrong ? { isStrong: true } : {}), ...(format.size === undefined ? {} : { size: format.size }) };
    const isInInstruction = this.#fields.some((field) => !field.isResult);
    if (format.isHidden || isInInstruction) {
      const last = this.#content.asides.at(-1);
      if (last?.reason === 'hidden text') last.runs.push(run);
      else this.#content.asides.push({ reason: 'hidden text', runs: [run] });
      return;
    }
    this.#content.lines.at(-1)?.runs.push(run);
    if (text.trim() !== '') this.#content.endsPage = false;
  }

  #breakLine(isPage: boolean): void {
    this.#content.lines.push({ runs: [], isAfterBreak: isPage });
    if (isPage) this.#content.endsPage = true;
  }

  #readFieldMark(type: string | undefined): void {
    if (type === 'begin') this.#fields.push({ isResult: false, instruction: '' });
    else if (type === 'end') this.#fields.pop();
    else {
      const field = this.#fields.at(-1);
      if (field) field.isResult = true;
    }
  }

  #describePicture(description: string | undefined): void {
    if (description !== undefined && description.trim() !== '') this.#content.asides.push({ reason: 'picture (its description)', runs: [{ text: description }] });
  }
}

const ownText = (element: XmlElement) => element.children.filter((child) => typeof child === 'string').join('');

function emptyContent(): InlineContent {
  return { lines: [{ runs: [], isAfterBreak: false }], asides: [], boxes: [], diagramIds: [], endsPage: false, isInContentsField: false };
}

/** The first form of the content that holds something for us; programs write the same text box in a new and in an old form. */
export function chooseAlternative(alternate: XmlElement): XmlElement {
  const forms = elementsOf(alternate);
  return forms.find(holdsText) ?? forms[0] ?? alternate;
}

function holdsText(element: XmlElement): boolean {
  return /^(?:w:t|m:t|w:txbxContent|w:p|dgm:relIds)$/.test(element.name) || elementsOf(element).some(holdsText);
}
