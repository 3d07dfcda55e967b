import { ContentError } from '../framework/problem.ts';

const MAX_BYTES = 2_000_000;
const MAX_LINES = 20_000;
/** A paragraph of 15,000 words on one line. */
const MAX_LINE_LENGTH = 100_000;
const MAX_NESTING = 20;
const MAX_EQUAL_MARKS = 64;
const MAX_COLUMNS = 50;
const MAX_CELLS = 20_000;

/** Characters that turn the reading direction round and can make a text read differently from what it holds. */
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/;
/** Tab, line feed, vertical tab, form feed and carriage return are layout; the rest is not text. */
 
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;
const MARK_RUN = new RegExp(`([*_\`~#<>\\[\\]()!&|\\\\])\\1{${MAX_EQUAL_MARKS},}`);
const RULE_LINE = /^[\s>|+:]*([-=_*~#])(?:[\s|+:]*\1)*[\s|+:]*$/;

/**
 * Turns a file's bytes into text, or says in one problem why it can't be read: empty, too large, binary, not UTF-8,
 * hidden characters, or nested so deeply that no person wrote it. Throws a `ContentError` with the file and line.
 */
export function decodeDocument(bytes: Uint8Array, fileName: string): string {
  const refuse = (rule: string, message: string, hint: string, line?: number): never => {
    throw new ContentError([{ rule, severity: 'error', place: line === undefined ? { file: fileName } : { file: fileName, line }, message, hint }]);
  };
  if (bytes.length === 0) refuse('document-empty', 'The file is empty.', 'Check that it is the file you meant, or save it again.');
  if (bytes.length > MAX_BYTES) {
    refuse('document-too-large', `The file has ${formatSize(bytes.length)}; the limit is ${formatSize(MAX_BYTES)}.`, 'Save the text without pictures, or split the document into parts.');
  }
  const text = decodeUtf8(bytes, (line) =>
    refuse('document-not-utf8', 'This line holds bytes that are not UTF-8 text.', 'Open the file in an editor, choose "Save as" with the encoding UTF-8, and import the saved file.', line),
  );
  const lines = text.split(/\r\n?|\n/);
  if (lines.length > MAX_LINES) refuse('document-too-large', `The file has ${lines.length} lines; the limit is ${MAX_LINES}.`, 'Split the document into parts.');
  if (text.trim() === '') refuse('document-empty', 'The file holds no text, only white space.', 'Check that it is the file you meant.');
  checkLines(lines, refuse);
  return text;
}

function decodeUtf8(bytes: Uint8Array, refuseAtLine: (line: number) => never): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const readable = new TextDecoder('utf-8').decode(bytes);
    return refuseAtLine(lineOf(readable, readable.indexOf('\ufffd')));
  }
}

function checkLines(lines: readonly string[], refuse: (rule: string, message: string, hint: string, line: number) => never): void {
  let cells = 0;
  for (const [index, line] of lines.entries()) {
    const at = index + 1;
    if (line.length > MAX_LINE_LENGTH) refuse('document-too-complex', `This line has ${line.length} characters; the limit is ${MAX_LINE_LENGTH}.`, 'Break the text into paragraphs.', at);
    if (line.includes('\u0000')) refuse('document-binary', 'This line holds a NUL character, which text never has.', 'Check that the file is plain text, and save it again as UTF-8.', at);
    if (CONTROL.test(line)) refuse('hidden-character', 'This line holds a control character that can’t be seen.', 'Retype the line in a plain-text editor, or delete the character, and import again.', at);
    if (BIDI_CONTROL.test(line)) {
      refuse('hidden-character', 'This line holds a hidden character that turns the reading direction round, so it may read differently from what it says.', 'Retype the line in a plain-text editor and import again.', at);
    }
    if (!RULE_LINE.test(line) && MARK_RUN.test(line)) {
      refuse('document-too-complex', `This line repeats one mark more than ${MAX_EQUAL_MARKS} times.`, 'Remove the marks; they say nothing that a module could show.', at);
    }
    if (nestingOf(line) > MAX_NESTING) refuse('document-too-complex', `This line is nested more than ${MAX_NESTING} levels deep.`, 'Bring the list or quotation nearer to the margin.', at);
    const columns = Math.max(line.split('|').length - 1, line.trim().split('\t').length - 1);
    if (columns > MAX_COLUMNS + 1) refuse('document-too-complex', `This table row has more than ${MAX_COLUMNS} columns.`, 'Split the table, or remove empty columns.', at);
    cells += columns;
    if (cells > MAX_CELLS) refuse('document-too-complex', `The tables have more than ${MAX_CELLS} cells.`, 'Split the document into parts.', at);
  }
}

/** Levels of quotation marks and list marks at the beginning of a line. */
function nestingOf(line: string): number {
  let levels = 0;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (/\s/.test(character)) continue;
    if (character === '>' || (/[-*+]/.test(character) && /\s/.test(line[at + 1] ?? ''))) levels += 1;
    else break;
  }
  return RULE_LINE.test(line) ? 0 : levels;
}

/** The line, from 1, of an offset. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, Math.max(0, offset)).split(/\r\n?|\n/).length;
}

function formatSize(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
