import { getResolvedPDFJS } from 'unpdf';
import { combine, type Matrix, toBox, toMatrix } from './matrix.ts';
import type { PdfPage } from './open-pdf.ts';
import type { Box, PageShapes } from './page-text.ts';

/** A drawing of more strokes than this is a picture. */
const MAX_SHAPES = 5000;
const MAX_CORNERS = 60;
/** A background, a frame and a line are so many paths; more than these make a picture. */
const MAX_PLAIN_PATHS = 4;
/** Nothing but a picture is drawn in a unit as large as this: it fills one unit, stretched to its size. Pictures themselves are never unpacked. */
const MIN_PICTURE = 20;
const MAX_LINE_WIDTH = 3;
const MIN_LINE_LENGTH = 8;
const MIN_DOT = 1.2;
const MAX_DOT = 9;

/** How pdf.js codes a path: a number for what to do, then its coordinates. */
const COORDINATES: readonly number[] = [2, 2, 6, 4, 0];

/** Reads the straight lines and the small shapes that a page draws. Asking for the drawing also makes pdf.js load the page's fonts. */
export async function readShapes(page: PdfPage, toPage: Matrix): Promise<PageShapes> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const hasPicture = fnArray.filter((operator) => operator === OPS.constructPath).length > MAX_PLAIN_PATHS;
  const shapes: PageShapes = { across: [], down: [], dots: [], hasPicture };
  const saved: Matrix[] = [];
  let matrix = toPage;
  const push = (inner: unknown) => {
    saved.push(matrix);
    matrix = combine(matrix, toMatrix(inner) ?? [1, 0, 0, 1, 0, 0]);
  };
  for (const [at, operator] of fnArray.entries()) {
    const args: unknown[] = Array.isArray(argsArray[at]) ? argsArray[at] : [];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? toPage;
    else if (operator === OPS.transform) matrix = combine(matrix, toMatrix(args) ?? [1, 0, 0, 1, 0, 0]);
    else if (operator === OPS.paintFormXObjectBegin) push(args[0]);
    else if (operator === OPS.constructPath && args[0] !== OPS.endPath) for (const path of findSubpaths(Array.isArray(args[1]) ? args[1][0] : undefined)) addPath(shapes, path, matrix);
    if (Math.min(Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3])) >= MIN_PICTURE) shapes.hasPicture = true;
    if (shapes.across.length + shapes.down.length + shapes.dots.length > MAX_SHAPES) return { across: [], down: [], dots: [], hasPicture: true };
  }
  return shapes;
}

/** The corners of each closed or open stretch of a path. */
function findSubpaths(data: unknown): [number, number][][] {
  if (!(data instanceof Float32Array)) return [];
  const paths: [number, number][][] = [];
  let at = 0;
  while (at < data.length) {
    const step = data[at] ?? 0;
    const count = COORDINATES[step] ?? 0;
    if (step === 0) paths.push([]);
    const path = paths.at(-1);
    if (count > 0) path?.push([data[at + count - 1] ?? 0, data[at + count] ?? 0]);
    else if (path?.[0]) path.push(path[0]);
    at += count + 1;
  }
  return paths;
}

function addPath(shapes: PageShapes, path: readonly [number, number][], matrix: Matrix): void {
  if (path.length < 2 || path.length > MAX_CORNERS) return;
  const xs = path.map(([x]) => x);
  const ys = path.map(([, y]) => y);
  const box = toBox(matrix, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (path.length > 2 && Math.max(width, height) <= MAX_DOT && Math.min(width, height) >= MIN_DOT) shapes.dots.push(box);
  else if (width <= MAX_LINE_WIDTH || height <= MAX_LINE_WIDTH) addLine(shapes, box);
  else for (const [at, [x, y]] of path.entries()) {
    const [toX, toY] = path[at + 1] ?? [x, y];
    const side = toBox(matrix, x, y, toX, toY);
    if (side.right - side.left <= 0.5 || side.bottom - side.top <= 0.5) addLine(shapes, side);
  }
}

function addLine(shapes: PageShapes, box: Box): void {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (width >= MIN_LINE_LENGTH && height <= MAX_LINE_WIDTH) shapes.across.push(box);
  else if (height >= MIN_LINE_LENGTH && width <= MAX_LINE_WIDTH) shapes.down.push(box);
}
