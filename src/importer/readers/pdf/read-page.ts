import { type Matrix, combine, toMatrix } from './matrix.ts';
import type { PdfDocument, PdfPage } from './open-pdf.ts';
import { readShapes } from './page-shapes.ts';
import type { PageText, TextItem } from './page-text.ts';

const BOLD_NAME = /bold|black|heavy|demi|(?:^|[-,+_ ])(?:bd|blk|hv|sb)(?![a-z])/i;

const MAX_WAITS = 20;

/** What the PDF calls its fonts; a font is asked for once. */
export type FontNames = Map<string, string>;

/** Reads the text of one page with its places, sizes and weights. */
export async function readPage(pdf: PdfDocument, number: number, fonts: FontNames): Promise<PageText> {
  const page = await pdf.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const toPage = toMatrix(transform) ?? [1, 0, 0, -1, 0, height];
  const { items: found } = await page.getTextContent();
  // Fonts get their names while the page's drawing is read, so this comes before the text is judged.
  const shapes = await readShapes(page, toPage);
  await loadFontNames(page, new Set(found.flatMap((item) => ('fontName' in item ? [item.fontName] : []))), fonts);
  const items: TextItem[] = [];
  const apart: PageText['apart'] = [];
  for (const [turn, item] of found.entries()) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const matrix = combine(toPage, toMatrix(item.transform) ?? toPage);
    const size = Math.hypot(matrix[2], matrix[3]);
    const [left, y] = [matrix[4], matrix[5]];
    if (!isUpright(matrix)) apart.push({ text: item.str, reason: 'text that stands at an angle' });
    else if (left > width + 1 || left + item.width < -1 || y < -1 || y - size > height + 1) apart.push({ text: item.str, reason: 'text outside the visible page' });
    else items.push({ text: item.str, left, right: left + item.width, y, size, ...describeFont(fonts.get(item.fontName) ?? ''), turn });
  }
  page.cleanup();
  return { number, width, height, items, shapes, apart };
}

/** "ABCDEF+Arial-BoldMT" is Arial, in bold. */
function describeFont(name: string): Pick<TextItem, 'isStrong' | 'family'> {
  return { isStrong: BOLD_NAME.test(name), family: name.replace(/^[A-Z]{6}\+/, '').replace(/[-,][^]*|(?:PS)?MT$/, '') };
}

/** Written from left to right along the page; a slant or slight tilt doesn't matter. */
function isUpright([a, b]: Matrix): boolean {
  return a > 0 && Math.abs(b) < a * 0.1;
}

/** A font's name arrives a moment after the drawing that uses it; one that doesn't is taken for ordinary type. */
async function loadFontNames(page: PdfPage, ids: ReadonlySet<string>, fonts: FontNames): Promise<void> {
  for (const id of ids) {
    for (let wait = 0; wait < MAX_WAITS && !fonts.has(id) && !page.commonObjs.has(id); wait += 1) await new Promise((resolve) => setImmediate(resolve));
    if (fonts.has(id)) continue;
    const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined;
    fonts.set(id, typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : '');
  }
}
