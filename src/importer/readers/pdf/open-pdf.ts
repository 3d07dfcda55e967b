import { getResolvedPDFJS } from 'unpdf';
import { refuse, refuseDamaged, refuseOversized } from '../refuse.ts';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
export type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

const MAX_PAGES = 1000;

/** Images are never looked at: the smallest limit keeps them from being unpacked. */
const MAX_IMAGE_PIXELS = 1;

/**
 * Opens a PDF for reading its text and nothing else: no script of the document runs, nothing is fetched, no image or form is unpacked.
 * Refuses what can't be read, with what to do instead.
 */
export async function openPdf(bytes: Uint8Array, file: string): Promise<PdfDocument> {
  const { getDocument, VerbosityLevel } = await getResolvedPDFJS();
  const task = getDocument({
    // A copy: pdf.js takes what it is given away from its caller.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MAX_IMAGE_PIXELS,
  });
  let pdf: PdfDocument;
  try {
    pdf = await task.promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') refuse(file, 'document-locked', 'The PDF is protected by a password.', 'Open it with its password, print or export it as a new PDF without one, and import that file.');
    return refuseDamaged(file, 'its pages can\'t be found');
  }
  if (pdf.numPages > MAX_PAGES) {
    await closePdf(pdf);
    refuse(file, 'document-too-large', `The PDF has ${pdf.numPages} pages; the limit is ${MAX_PAGES}.`, 'Print the pages that hold the framework as a PDF of their own, and import that file.');
  }
  return pdf;
}

export async function closePdf(pdf: PdfDocument): Promise<void> {
  await pdf.loadingTask.destroy();
}

/** Whether pdf.js found something in the file that it could not read; it looks at pages only when they are asked for. */
export function isPdfProblem(error: unknown): boolean {
  return error instanceof Error && error.name.endsWith('Exception');
}

/** Stops where a document has more pieces of text than people can have written. */
export function refuseManyItems(file: string): never {
  return refuseOversized(file, 'millions of separate pieces of text');
}
