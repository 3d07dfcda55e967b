import { ContentError } from '../../framework/problem.ts';

import { createPlaceFinder, describePlace } from '../place.ts';
import type { Outline } from '../outline.ts';
import { detectFormat, type DocumentFormat } from './detect-format.ts';

/** All the text of one document: 300 pages of dense prose are less than a third of it. */
const MAX_CHARACTERS = 5_000_000;
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/;

/** Reads a document of any format we know into its outline. Each reader is loaded only when its format comes. Throws a `ContentError`. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<{ format: DocumentFormat; outline: Outline }> {
  const format = detectFormat(bytes, fileName);
  const outline = await readFormat(format, bytes, fileName);
  if (format === 'text') return { format, outline };
  checkText(outline, fileName);
  return { format, outline: { ...outline, isMetadataWeak: true } };
}

async function readFormat(format: DocumentFormat, bytes: Uint8Array, fileName: string): Promise<Outline> {
  switch (format) {
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(bytes, fileName);
    case 'pptx':
      return (await import('./pptx/read-pptx.ts')).readPptx(bytes, fileName);
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes, fileName);
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(bytes, fileName);
    case 'text': {
      const [{ decodeDocument }, { readMarkdown }] = await Promise.all([import('../decode-document.ts'), import('./markdown/read-markdown.ts')]);
      return readMarkdown(decodeDocument(bytes, fileName));
    }
  }
}

function checkText(outline: Outline, file: string): void {
  const refuse = (rule: string, message: string, hint: string): never => {
    throw new ContentError([{ rule, severity: 'error', place: { file }, message, hint }]);
  };
  const { documentText } = outline;
  if (documentText.trim() === '') refuse('document-empty', 'The document holds no text.', 'Check that it is the file you meant.');
  if (documentText.length > MAX_CHARACTERS) refuse('document-too-large', `The document holds ${documentText.length} characters of text; the limit is ${MAX_CHARACTERS}.`, 'Split the document into parts.');
  const lines = documentText.split('\n');
  const at = lines.findIndex((line) => BIDI_CONTROL.test(line));
  if (at >= 0) {
    const place = describePlace(createPlaceFinder(outline)(at + 1));
    refuse('hidden-character', `On ${place} there is a hidden character that turns the reading direction round, so the text may read differently from what it says: "${lines[at]?.slice(0, 60).replace(BIDI_CONTROL, '▯')}".`, 'Retype the passage in the document, save it and import it again.');
  }
}
