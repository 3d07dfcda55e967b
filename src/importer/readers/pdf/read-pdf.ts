import { refuse, refuseDamaged } from '../refuse.ts';
import type { Outline } from '../../outline.ts';
import { buildPageBlocks } from './build-blocks.ts';
import { readInOrder } from './columns.ts';
import { rankHeadings } from './heading-levels.ts';
import { createHyphenRule } from './join-lines.ts';
import { joinCutBlocks } from './join-pages.ts';
import { closePdf, isPdfProblem, openPdf, refuseManyItems, type PdfDocument } from './open-pdf.ts';
import { partFurniture } from './page-furniture.ts';
import { linesOf, type PageShapes, type PageText } from './page-text.ts';
import { findPieces } from './pieces.ts';
import { readPage } from './read-page.ts';
import { measureTypesetting } from './typesetting.ts';
import { writeOutline } from './write-outline.ts';

const MAX_ITEMS = 2_000_000;
/** A page with less text than this, on average, is a picture with a stamp on it. */
const MIN_LETTERS_PER_PAGE = 20;
const NO_SHAPES: PageShapes = { across: [], down: [], dots: [], hasPicture: false };

/** Reads the text of a PDF by where it stands on its pages, in what size and weight. Throws a `ContentError`. */
export async function readPdf(bytes: Uint8Array, fileName: string): Promise<Outline> {
  const pdf = await openPdf(bytes, fileName);
  try {
    const pages = await readPages(pdf, fileName);
    return toOutline(pages, await readMetadata(pdf));
  } catch (error) {
    if (isPdfProblem(error)) refuseDamaged(fileName, 'one of its pages can\'t be read');
    throw error;
  } finally {
    await closePdf(pdf);
  }
}

async function readPages(pdf: PdfDocument, file: string): Promise<PageText[]> {
  const pages: PageText[] = [];
  const fonts = new Map<string, string>();
  let items = 0;
  let letters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await readPage(pdf, number, fonts);
    items += page.items.length;
    letters += page.items.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
    if (items > MAX_ITEMS) refuseManyItems(file);
    pages.push(page);
  }
  if (letters < MIN_LETTERS_PER_PAGE * Math.min(pages.length, 3)) refuse(file, 'document-scanned', 'The PDF holds pictures of its pages (a scan) and no text.', 'Make a PDF with text of it first, for instance with OCRmyPDF or the "Scan & OCR" tool of Acrobat, and import that file.');
  return pages;
}

async function readMetadata(pdf: PdfDocument): Promise<Record<string, string>> {
  const { info } = await pdf.getMetadata();
  const metadata: Record<string, string> = {};
  for (const [name, key] of [['title', 'Title'], ['author', 'Author']] as const) {
    const value: unknown = key in info ? Reflect.get(info, key) : undefined;
    if (typeof value === 'string' && /\p{L}{2}/u.test(value)) metadata[name] = value.replace(/\s+/g, ' ').trim();
  }
  return metadata;
}

function toOutline(pages: readonly PageText[], metadata: Record<string, string>): Outline {
  const parted = partFurniture(pages, pages.map(findPieces));
  const flows = parted.map(({ pieces }, at) => readInOrder(pieces, pages[at]?.shapes ?? NO_SHAPES));
  const lines = flows.flatMap(linesOf);
  const typesetting = measureTypesetting(lines);
  const joined = joinCutBlocks(flows.map((flow, at) => buildPageBlocks(flow, typesetting, pages[at]?.shapes.dots ?? [])));
  const all = joined.flatMap(({ blocks }) => blocks).filter((block) => block.type !== 'table');
  return writeOutline(
    joined.map(({ blocks, repeated }, at) => ({ blocks, furniture: [...(parted[at]?.furniture ?? []), ...repeated.map((text) => ({ text, reason: 'header of a table, repeated on the next page', isAtTop: true }))], apart: pages[at]?.apart ?? [], isPicture: parted[at]?.pieces.length === 0 && pages[at]?.shapes.hasPicture === true })),
    metadata,
    { levelOf: rankHeadings(all), judgeHyphen: createHyphenRule(lines) },
  );
}
