import type { Element, FrameworkInput, SourcePlace, SourceRecord } from '../framework/framework.ts';
import { isPublishedId, toId } from '../framework/ids.ts';
import { ContentError } from '../framework/problem.ts';
import type { Theme } from '../framework/theme.ts';
import { assignElementIds } from './assign-ids.ts';
import { createThemeFinder } from './assign-themes.ts';
import { judgeElement, judgeStatement, type Confidence } from './confidence.ts';
import { removeContents } from './contents.ts';
import { isStatementToAvoid, toWords, type Doubt, type DraftElement } from './draft-element.ts';
import { extractElements } from './extract-elements.ts';
import { readFrontPage, type FrontPage } from './front-page.ts';
import { rejoinBrokenSentences, removeFurniture, type LeftOut } from './furniture.ts';
import { findHeadings } from './headings.ts';
import type { QuotedStatement } from './quoted-statement.ts';
import { findPrevailingKind } from './kinds.ts';
import { findLosses, type Loss } from './loss.ts';
import { restoreLostBullets } from './lost-bullets.ts';
import { quotesOf, type Block, type Outline } from './outline.ts';
import { createPlaceFinder, type Place } from './place.ts';
import { boundsOf, EMPTY_QUOTE, type QuotedText } from './quoted-text.ts';
import { liftTableTitles } from './table-titles.ts';
import { refuse } from './readers/refuse.ts';
import { buildSections } from './sections.ts';
import { shorten } from './shorten.ts';
import { isExplainer, isSpeech, readDutyHolder, readLabelledStart } from './vocabulary.ts';

/** A document that was read, and what is known of its file. */
export interface DraftInput {
  outline: Outline;
  /** The file's own name, such as `our-practice.md`. */
  file: string;
  /** sha256 of the file's bytes, in lower-case hex. */
  sha256: string;
  /** The record of the text that was read, where the file isn't text itself. */
  text?: SourceRecord['text'];
  /** Id of the framework; made of the file's name where it is not given. */
  id?: string | undefined;
  themes: readonly Theme[];
}

export interface ImportResult {
  /** A draft that a person reviews. */
  framework: FrameworkInput;
  source: SourceRecord;
  /** The text that every `source.start` and `source.end` counts in: the file itself, or what was read of it. */
  documentText: string;
  /** What was left out and why. */
  loss: Placed<Loss>[];
  /** What the importer was unsure of, with the place to look at first. */
  doubts: Placed<Doubt>[];
  /** How sure it is of each element and statement, in the order of `framework`. */
  review: ElementReview[];
}

const MAX_STATEMENTS = 2_000;

export interface ElementReview {
  place: Place;
  confidence: Confidence;
  statements: { place: Place; confidence: Confidence }[];
}

/** Something found in the document, with the line, page or slide that a person finds it on. */
export type Placed<Found extends { line: number }> = Omit<Found, 'line'> & { place: Place };

/** Makes a draft framework of a document's outline. Pure: no model, no network, no clock. Throws nothing but a `ContentError`. */
export function draftFramework({ outline, file, sha256, text, id, themes }: DraftInput): ImportResult {
  const frameworkId = chooseId(id, file);
  const { documentText } = outline;
  const { blocks, leftOut } = cleanOutline(outline);
  const front = readFrontPage(outline, blocks, file);
  const introduction = blocks.filter((block) => block.type === 'paragraph').slice(0, 40).map((block) => block.content.text).join('\n');
  const root = buildSections(blocks);
  const extraction = extractElements(root, { front: front.blocks, title: front.title ?? { ...EMPTY_QUOTE, text: front.titleText }, fallbackKind: findPrevailingKind(front.titleText, introduction) });
  if (extraction.elements.length === 0) {
    throw new ContentError([{
      rule: 'no-statements-found',
      severity: 'error',
      place: { file },
      message: 'No values, standards or practice statements were found in this document.',
      hint: 'Mark each standard as a heading ("## Standard 1: …") with its statements as a list under it, and import again.',
    }]);
  }
  checkSize(extraction.elements, file);
  const framework = toFramework(frameworkId, file, front, extraction.elements, outline, themes);
  const reasons = new Map<Block, string>([...extraction.reasons, ...leftOut.map(({ block, reason }): [Block, string] => [block, reason])]);
  const loss = findLosses([...blocks, ...leftOut.map(({ block }) => block)], takenQuotes(front, extraction.elements), (block) => (front.blocks.has(block) ? 'front page, beside title, publisher and date' : (reasons.get(block) ?? describeBlock(block))), documentText.length);
  const placeOf = createPlaceFinder(outline);
  const toPlaced = <Found extends { line: number }>({ line, ...rest }: Found) => ({ ...rest, place: placeOf(line) });
  const { publisher, date } = front;
  const source: SourceRecord = { file, title: framework.title, licence: 'not stated', sha256, ...(publisher === undefined ? {} : { publisher }), ...(date === undefined ? {} : { date }), ...(text === undefined ? {} : { text }) };
  return { framework, source, documentText, loss: loss.map(toPlaced), doubts: [...(outline.notes ?? []), ...extraction.doubts].map(toPlaced), review: reviewElements(extraction.elements, outline) };
}

/** Asides are taken out first, so that a list or sentence goes on over a footer or note that stands in its way. */
function cleanOutline(outline: Outline): { blocks: Block[]; leftOut: LeftOut[] } {
  const asides = outline.blocks.filter((block) => block.type === 'aside').map((block): LeftOut => ({ block, reason: block.reason }));
  const withoutFurniture = removeFurniture(unwrapQuotedLists(outline.blocks.filter((block) => block.type !== 'aside')));
  const withoutContents = removeContents(withoutFurniture.blocks);
  const whole = rejoinBrokenSentences(withoutContents.blocks);
  return { blocks: findHeadings(liftTableTitles(restoreLostBullets(whole))), leftOut: [...asides, ...withoutFurniture.leftOut, ...withoutContents.leftOut] };
}

/** A block quote that holds a list or a numbered heading is a box in the document, not somebody's words. */
function unwrapQuotedLists(blocks: readonly Block[]): Block[] {
  const boxed = new Set<Block>();
  let run: Block[] = [];
  for (const block of [...blocks, undefined]) {
    if (block?.isQuotation) {
      run.push(block);
      continue;
    }
    if (run.some((inner) => inner.type === 'item' || inner.type === 'heading' || (inner.type === 'paragraph' && readLabelledStart(inner.content.text)))) for (const inner of run) boxed.add(inner);
    run = [];
  }
  return blocks.map((block) => (boxed.has(block) ? { ...block, isQuotation: false } : block));
}

/** An element that holds more than anybody could learn was read wrongly, and its ids would not be valid. */
function checkSize(elements: readonly DraftElement[], file: string): void {
  const largest = elements.find(({ statements }) => statements.length > MAX_STATEMENTS);
  if (largest) refuse(file, 'document-too-complex', `“${shorten(largest.label.text)}” would hold ${largest.statements.length} practice statements; the limit is ${MAX_STATEMENTS}.`, 'Give the parts of the list headings of their own, or split the document, and import again.');
}

function chooseId(id: string | undefined, file: string): string {
  const chosen = id ?? toId(file.replace(/\.[a-z0-9]{1,8}$/i, ''), { fallback: 'framework' });
  if (!isPublishedId(chosen)) {
    throw new ContentError([{ rule: 'framework-id', severity: 'error', place: { file }, message: `"${chosen}" can't be the id of a framework.`, hint: 'Use lower-case words joined by hyphens, such as --id our-practice.' }]);
  }
  return chosen;
}

function toFramework(id: string, file: string, front: FrontPage, drafts: readonly DraftElement[], outline: Outline, themes: readonly Theme[]): FrameworkInput {
  const findThemes = createThemeFinder(themes);
  const lineOf = createLineFinder(outline.documentText);
  const placeOf = createPlaceFinder(outline);
  const ids = assignElementIds(drafts.map((draft) => ({ label: draft.label.text, kind: draft.kind })));
  const elements = drafts.map((draft, at): Element => {
    const elementId = ids[at] ?? 'element';
    const section = draft.sections[0]?.text;
    const statements = draft.statements.map((statement, index) => ({
      id: `${id}/${elementId}/${index + 1}`,
      ...describeStatement(statement, draft.label.text),
      source: toSourcePlace(statement.quote, (offset) => placeOf(lineOf(offset))),
      themes: findThemes({ text: statement.quote.text, stem: statement.stems.map(({ text }) => text).join(' '), label: draft.label.text, section }),
    }));
    const description = draft.description.map(({ text }) => text).join('\n\n');
    return {
      id: elementId,
      kind: draft.kind,
      label: draft.label.text,
      ...(draft.number === undefined ? {} : { number: draft.number }),
      ...(section === undefined ? {} : { section }),
      ...(description === '' ? {} : { description }),
      statements,
    };
  });
  const { publisher, date } = front;
  return { id, title: front.titleText, ...(publisher === undefined ? {} : { publisher }), edition: { label: 'as received', ...(date === undefined ? {} : { date }) }, source: file, elements };
}

function reviewElements(drafts: readonly DraftElement[], outline: Outline): ElementReview[] {
  const lineOf = createLineFinder(outline.documentText);
  const placeOf = createPlaceFinder(outline);
  const counts = new Map<string, number>();
  for (const { quote } of drafts.flatMap(({ statements }) => statements)) counts.set(toWords(quote.text), (counts.get(toWords(quote.text)) ?? 0) + 1);
  return drafts.map((draft) => ({
    place: placeOf(draft.line),
    confidence: judgeElement(draft),
    statements: draft.statements.map((statement) => ({
      place: placeOf(lineOf(boundsOf(statement.quote).start)),
      confidence: judgeStatement(statement, (counts.get(toWords(statement.quote.text)) ?? 0) > 1),
    })),
  }));
}

function describeStatement(statement: QuotedStatement, label: string): { text: string; stem?: string; dutyHolder?: string; isToAvoid?: true } {
  const { text } = statement.quote;
  const stem = statement.stems.map((quote) => quote.text).join(' ');
  const dutyHolder = statement.stems.map((quote) => readDutyHolder(quote.text)).findLast((holder) => holder !== undefined) ?? readDutyHolder(text);
  return { text, ...(stem === '' ? {} : { stem }), ...(dutyHolder === undefined ? {} : { dutyHolder }), ...(isStatementToAvoid(statement, label) ? { isToAvoid: true } : {}) };
}

function toSourcePlace(quote: QuotedText, placeOf: (offset: number) => Place): SourcePlace {
  const { start, end } = boundsOf(quote);
  return { ...placeOf(start), start, end };
}

/** Finds the line of an offset, both as people count: lines from 1. */
function createLineFinder(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function* takenQuotes(front: FrontPage, drafts: readonly DraftElement[]): Iterable<QuotedText> {
  yield* front.quotes;
  for (const draft of drafts) {
    yield* [draft.label, ...draft.headings, ...draft.sections.slice(0, 1), ...draft.description];
    for (const { quote, stems } of draft.statements) yield* [quote, ...stems];
  }
}

function describeBlock(block: Block): string {
  switch (block.type) {
    case 'aside':
      return block.reason;
    case 'table':
      return 'table cell outside the columns that hold statements';
    case 'heading':
      return isExplainer(quotesOf(block)[0]?.text ?? '') ? 'heading of text about the document' : 'heading with no statement under it';
    case 'item':
      return 'list that no element holds';
    case 'definition':
      return 'definition that no element holds';
    default:
      return block.isQuotation || isSpeech(quotesOf(block)[0]?.text ?? '') ? 'quotation from elsewhere' : 'prose beside the statements';
  }
}
