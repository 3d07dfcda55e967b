import type { Block, HeadingBlock, Outline } from './outline.ts';
import { countWords, EMPTY_QUOTE, sliceQuote, type QuotedText } from './quoted-text.ts';
import { looksLikeHeading } from './headings.ts';
import { endsWithOrganisation, isExplainer, namesOrganisation, readLabelledStart } from './vocabulary.ts';

const DOCUMENT_WORD = /\b(?:frameworks?|standards?|values|models?|principles|polic(?:y|ies)|guid(?:e|ance)|handbook|plan|strategy|charter|code|toolkit|manual|statement|being|leading|our|we|how|this)\b/i;
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|winter)';
const DATE = new RegExp(`\\b(?:(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${MONTH}\\s+(?:19|20)\\d\\d(?:\\s*[–-]\\s*(?:${MONTH}\\s+)?(?:19|20)\\d\\d)?|\\d{1,2}[/.]\\d{1,2}[/.](?:19|20)?\\d\\d|(?:19|20)\\d\\d\\s*[–/-]\\s*(?:19|20)?\\d\\d)\\b`, 'i');
const NOTHING_BUT_DATE = new RegExp(`^\\W*${DATE.source}\\W*$`, 'i');
const PUBLISHER_PREFIX = /^((?:\p{L}[\p{L}'’&-]*\s){1,10}?(?:council|services|trust|partnership|authority|constabulary|police|agency|university|board))(?=\s|:|,|$)/iu;

export interface FrontPage {
  title: QuotedText | undefined;
  titleText: string;
  publisher?: string;
  date?: string;
  /** Blocks that say who, when and what, and so are no part of the framework. */
  blocks: ReadonlySet<Block>;
  /** What of the document's text the title, publisher and date were taken from. */
  quotes: readonly QuotedText[];
}

/** Reads title, publisher and date off the front and, for a publisher, the very end of a document. What it doesn't say is left out. */
export function readFrontPage(outline: Outline, blocks: readonly Block[], fileName: string): FrontPage {
  const front = takeFront(blocks);
  const end = blocks.filter(({ type }) => type !== 'aside').slice(-3).filter((block) => block.type === 'paragraph' || block.type === 'heading');
  const used = new Set<Block>();
  const quotes: QuotedText[] = [];
  const given = outline.isMetadataWeak ? {} : outline.metadata;
  const isPublisherLine = (text: string) => namesOrganisation(text) && !text.includes('@') && !DOCUMENT_WORD.test(text) && countWords(text) <= 16 && !/[.;!?:]$/.test(text);
  // "ASHMERE" over "CITY COUNCIL" is one name on two lines.
  const halfNames = new Set(front.filter(({ content }, at) => countWords(content.text) <= 3 && NAMELESS.test(front[at + 1]?.content.text ?? '')));
  const titleBlock = findOnlyTitle(outline, blocks, isPublisherLine) ?? front.find((block) => !halfNames.has(block) && !isPublisherLine(block.content.text) && looksLikeTitle(block.content.text));
  if (titleBlock) {
    used.add(titleBlock);
    if (given['title'] === undefined || given['title'] === titleBlock.content.text) quotes.push(titleBlock.content);
  }
  const publishers: string[] = [];
  for (const block of [...front, ...(front.some(({ content }) => isPublisherLine(content.text)) ? [] : end)]) {
    if (!isPublisherLine(block.content.text) || block === titleBlock) continue;
    const before = front[front.indexOf(block) - 1];
    const half = before && halfNames.has(before) ? before : undefined;
    const named = `${half ? `${half.content.text} ` : ''}${toPublisher(block.content.text)}`;
    if (half) {
      used.add(half);
      quotes.push(half.content);
    }
    // A cover's line may stand on the page after it again.
    if (!publishers.includes(named)) publishers.push(named);
    used.add(block);
    quotes.push(findQuote(block.content, toPublisher(block.content.text)));
  }
  const subtitles = front.filter((block) => block !== titleBlock && !used.has(block));
  if (publishers.length === 0) {
    for (const block of [...subtitles, ...(titleBlock ? [titleBlock] : [])]) {
      const named = readPublisherPrefix(block.content.text);
      if (named === undefined) continue;
      publishers.push(named);
      used.add(block);
      quotes.push(findQuote(block.content, named));
      break;
    }
  }
  const dated = [...front, ...end].find(({ type, content }) => DATE.test(content.text) && countWords(content.text) <= 16 && !(type === 'heading' && isExplainer(content.text)));
  const date = given['date'] ?? (dated ? DATE.exec(dated.content.text)?.[0] : undefined);
  if (dated && date !== undefined && dated !== titleBlock) {
    used.add(dated);
    quotes.push(findQuote(dated.content, date));
  }
  const publisher = given['publisher'] ?? (isNamed(publishers) ? publishers.join(', ') : undefined);
  if (publisher !== publishers.join(', ')) quotes.splice(0, quotes.length, ...quotes.filter(({ text }) => !publishers.includes(text)));
  const titleText = given['title'] ?? titleBlock?.content.text ?? (readTitleProperty(outline.metadata['title']) ?? toTitle(fileName));
  return { title: titleBlock?.content, titleText, blocks: used, quotes, ...(publisher === undefined ? {} : { publisher }), ...(date === undefined ? {} : { date }) };
}

const NAMELESS = /^(?:city|county|borough|district|metropolitan|council|unitary|of|the|&|and| )*council$/i;

/** The one heading of the first level, where pages and office documents have just one near their beginning: menus and covers may stand before it. */
function findOnlyTitle({ isMetadataWeak }: Outline, blocks: readonly Block[], isPublisherLine: (text: string) => boolean): HeadingBlock | undefined {
  if (!isMetadataWeak) return undefined;
  const firsts = blocks.filter((block) => block.type === 'heading' && block.evidence === 'marked' && block.level === 1) as HeadingBlock[];
  const [only] = firsts;
  return only && firsts.length === 1 && blocks.indexOf(only) < 30 && !isPublisherLine(only.content.text) && !isExplainer(only.content.text) && looksLikeTitle(only.content.text) ? only : undefined;
}

/** The title that the file's properties give, unless it is only the name of a file. */
function readTitleProperty(title: string | undefined): string | undefined {
  return title === undefined || title.trim() === '' || /\.[a-z0-9]{2,5}$/i.test(title) ? undefined : title;
}

/** The place of some words of a line. */
function findQuote(line: QuotedText, words: string): QuotedText {
  const at = line.text.indexOf(words);
  return at < 0 ? EMPTY_QUOTE : sliceQuote(line, at, at + words.length);
}

/** The short lines before the document begins in earnest. */
function takeFront(blocks: readonly Block[]): Extract<Block, { type: 'heading' | 'paragraph' }>[] {
  const front: Extract<Block, { type: 'heading' | 'paragraph' }>[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'aside') continue;
    if ((block.type !== 'heading' && block.type !== 'paragraph') || countWords(block.content.text) > 20 || front.length >= 8) break;
    const { text } = block.content;
    if (isExplainer(text) || readLabelledStart(text)) break;
    // The heading that begins the first list or prose is content, unless nothing has been named yet.
    const next = blocks[at + 1];
    const beginsContent = next === undefined || next.type === 'item' || next.type === 'table' || next.type === 'definition' || (next.type === 'paragraph' && countWords(next.content.text) > 20);
    if (beginsContent && front.some(({ content }) => !namesOrganisation(content.text)) && !DATE.test(text) && !endsWithOrganisation(text)) break;
    front.push(block);
  }
  return front;
}

function looksLikeTitle(text: string): boolean {
  return countWords(text) <= 20 && /\p{L}/u.test(text) && (looksLikeHeading(text, 20) || /^\p{Lu}/u.test(text)) && !/^(?:version|v\d|draft|date|author|published|review|page|official|updated|issued|approved)\b/i.test(text) && !NOTHING_BUT_DATE.test(text);
}

/** "Published by Anytown Council, May 2024" → "Anytown Council". */
function toPublisher(text: string): string {
  return text.replace(/^(?:published|produced|issued|written|prepared) (?:by|for)\s+|^©\s*(?:(?:19|20)\d\d\s*)?/i, '').replace(DATE, '').replace(/(?<![\s,|•–-])[\s,|•–-]+$/, '');
}

/** "ANYTOWN CHILDREN'S SERVICES PRACTICE FRAMEWORK" begins with who published it. */
function readPublisherPrefix(text: string): string | undefined {
  const match = PUBLISHER_PREFIX.exec(text);
  const words = match?.[1]?.split(' ').filter((word) => !/^(?:and|of|for|the)$/i.test(word)) ?? [];
  return match?.[1] !== undefined && words.length <= 7 && !DOCUMENT_WORD.test(match[1]) && isNamed([match[1]]) ? match[1] : undefined;
}

/** "Children's Services" alone names nobody. */
function isNamed(publishers: readonly string[]): boolean {
  const generic = /^(?:the|of|and|for|children|childrens?|young|peoples?|adults?|family|families|social|care|services?|departments?|directorate|divisions?|council|trust|board|partnership|education|health|early|help|safeguarding|fostering|adoption|youth|justice|service|s|&|people|nursing|police|agency|centre|team|unit)$/i;
  const words = publishers.join(' ').replace(/['’]s?\b/g, '').split(/[^\p{L}&]+/u).filter(Boolean);
  return words.some((word) => !generic.test(word)) || words.length >= 5;
}

/** A title made of a file's name, for a document that has none. */
export function toTitle(fileName: string): string {
  const words = (fileName.split(/[\\/]/).at(-1) ?? fileName).replace(/\.[a-z0-9]{1,8}$/i, '').replace(/[-_\s]+/g, ' ').trim();
  return words === '' ? 'Framework' : words.charAt(0).toUpperCase() + words.slice(1);
}
