import { ContentError } from '../../framework/problem.ts';

/** The formats that the importer reads; `text` is Markdown or plain text. */
export type DocumentFormat = 'text' | 'html' | 'docx' | 'pdf' | 'pptx';

/** What people call each format, with its article. */
export const FORMAT_NAMES: Readonly<Record<DocumentFormat, string>> = {
  text: 'Markdown or plain text',
  html: 'a web page',
  docx: 'a Word document',
  pdf: 'a PDF',
  pptx: 'a PowerPoint presentation',
};

const EXTENSIONS: readonly (readonly [DocumentFormat, RegExp])[] = [
  ['text', /\.(?:md|markdown|mdown|txt|text)$/i],
  ['html', /\.(?:html?|xhtml)$/i],
  ['docx', /\.(?:docx|docm|dotx)$/i],
  ['pdf', /\.pdf$/i],
  ['pptx', /\.(?:pptx|pptm|ppsx)$/i],
];

/** The format that a file's name promises; `undefined` where it promises none that we read. */
export function formatOfName(fileName: string): DocumentFormat | undefined {
  return EXTENSIONS.find(([, pattern]) => pattern.test(fileName))?.[0];
}

/**
 * Tells a document's format by what it holds; its name decides only between a web page and text that looks alike.
 * Throws a `ContentError` for well-known files that are none of ours, with what to do instead.
 */
export function detectFormat(bytes: Uint8Array, fileName: string): DocumentFormat {
  const head = toLatin1(bytes.subarray(0, 4096));
  const foreign = nameForeign(bytes, head);
  if (foreign) throw new ContentError([{ rule: foreign.rule, severity: 'error', place: { file: fileName }, message: foreign.message, hint: foreign.hint }]);
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) {
    const zip = detectOfficeFile(toLatin1(bytes.subarray(Math.max(0, bytes.length - 200_000))) + toLatin1(bytes.subarray(0, 20_000)));
    if (zip) return zip;
    throw new ContentError([{ rule: 'document-unknown', severity: 'error', place: { file: fileName }, message: 'This is a zipped file, but neither a Word document nor a PowerPoint presentation.', hint: 'Open it in the program that made it, save it as .docx, .pptx or PDF, and import that file.' }]);
  }
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf)?(?:\s|<\?xml[^>]{0,200}\?>|<!--[^]{0,2000}?-->)*/, '');
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return 'html';
  return formatOfName(fileName) === 'html' && /<(?:p|div|h[1-6]|ul|ol|table|section|main|article|span|meta|title)\b/i.test(head) ? 'html' : 'text';
}

/** The names of a zip's parts stand in it unpacked. */
function detectOfficeFile(names: string): 'docx' | 'pptx' | undefined {
  if (names.includes('word/document')) return 'docx';
  return names.includes('ppt/presentation') || names.includes('ppt/slides/') ? 'pptx' : undefined;
}

function nameForeign(bytes: Uint8Array, head: string): { rule: string; message: string; hint: string } | undefined {
  const asText = 'Save the document as .docx, PDF, plain text or Markdown (UTF-8), and import that file.';
  if (bytes.length === 0) return { rule: 'document-empty', message: 'The file is empty.', hint: 'Check that it is the file you meant, or save it again.' };
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    const isLocked = toLatin1(bytes).includes('E\u0000n\u0000c\u0000r\u0000y\u0000p\u0000t\u0000e\u0000d\u0000P\u0000a\u0000c\u0000k\u0000a\u0000g\u0000e');
    return isLocked
      ? { rule: 'document-locked', message: 'The document is protected by a password.', hint: 'Open it in Word or PowerPoint, take the password off (File, Info, Protect), save it, and import that file.' }
      : { rule: 'document-unknown', message: 'This is an old Word, Excel or PowerPoint document (.doc, .xls or .ppt).', hint: 'Open it in Word or PowerPoint, save it as .docx or .pptx, and import that file.' };
  }
  if (head.startsWith('PK\u0003\u0004') && /mimetypeapplication\/(?:vnd\.oasis|epub)/.test(head)) return { rule: 'document-unknown', message: 'This is an OpenDocument file or an e-book.', hint: 'Save it as .docx, .pptx or PDF, and import that file.' };
  if (head.startsWith('PK\u0003\u0004') && toLatin1(bytes.subarray(0, 20_000)).includes('xl/workbook')) return { rule: 'document-unknown', message: 'This is an Excel workbook.', hint: 'Copy the standards into a Word document, one heading for each, and import that.' };
  if (/^(?:PK\u0005\u0006|PK\u0007\u0008)/.test(head)) return { rule: 'document-damaged', message: 'This zipped file is empty or in several parts.', hint: 'Save the document again in one piece.' };
  if (head.startsWith('{\\rtf')) return { rule: 'document-unknown', message: 'This is a rich-text (RTF) document.', hint: asText };
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|BM\S\S\u0000)/.test(head)) return { rule: 'document-scanned', message: 'This is a picture.', hint: 'Make a document with text of it first, for instance with OCRmyPDF or the "Scan & OCR" tool of Acrobat.' };
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(head)) return { rule: 'document-not-utf8', message: 'This is text in UTF-16 ("Unicode").', hint: 'Open the file in an editor, choose "Save as" with the encoding UTF-8, and import the saved file.' };
  if (/^(?:From|MIME-Version|Subject|Content-Type|Date):[^]{0,3000}multipart\/related/i.test(head)) return { rule: 'document-unknown', message: 'This is a web archive (.mht).', hint: 'Open the page in a browser, choose "Save as" and "Web page, HTML only", and import that file.' };
  return undefined;
}

function toLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
