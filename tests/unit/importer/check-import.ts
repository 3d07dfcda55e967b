import * as z from 'zod/mini';
import { FrameworkSchema } from '../../../src/framework/framework.ts';
import { isPublishedId } from '../../../src/framework/ids.ts';
import { ContentError } from '../../../src/framework/problem.ts';
import { isQuotedFrom } from '../../../src/framework/quotation.ts';
import type { ImportResult } from '../../../src/importer/draft-framework.ts';
import { quotesOf, type Outline } from '../../../src/importer/outline.ts';
import type { QuotedText } from '../../../src/importer/quoted-text.ts';
import { readLabelledStart, readNamingStem } from '../../../src/importer/vocabulary.ts';

/** Fails unless the error is a refusal as a person should see it: one problem that says what happened and what to do. */
export function checkRefusal(error: unknown): void {
  if (!(error instanceof ContentError)) throw error;
  const [problem] = error.problems;
  if (error.problems.length !== 1 || !problem?.message.trim() || !problem.hint.trim()) throw new Error(`a refusal without advice, or with several problems: ${error.message}`, { cause: error });
}

/** Fails unless the draft holds what every import must hold, whatever the document. */
export function checkImport({ framework, documentText, loss }: ImportResult, outline: Outline): void {
  const { elements, title, publisher, edition } = z.parse(FrameworkSchema, framework);
  const statements = elements.flatMap((element) => element.statements);
  const ids = [...elements, ...statements].map(({ id }) => id);
  require(new Set(ids).size === ids.length, `an id comes twice: ${ids.join(' ')}`);
  for (const id of ids) require(id.split('/').every((part) => isPublishedId(part) || /^\d+$/.test(part)), `"${id}" is no slug`);
  for (const statement of statements) require(isQuotedFrom(documentText, statement), `"${statement.text}" is not what stands at its place: "${documentText.slice(statement.source.start, statement.source.end)}"`);
  for (const { start, end } of loss) require(start < end && end <= documentText.length, `a loss stands nowhere: ${start} to ${end}`);

  const kept = new Set([title, ...(publisher ?? '').split(', '), edition.date, ...elements.flatMap(({ label, number, section, description, statements: own }) => [label, number, section, ...(description ?? '').split('\n\n'), ...own.map(({ stem }) => stem)])].map((text) => toLetters(text ?? '')));
  const keptLetters = [...kept].join(' ');
  const isCovered = new Uint8Array(documentText.length);
  for (const { start, end } of [...loss, ...statements.map(({ source }) => source)]) isCovered.fill(1, start, end);
  for (const quote of outline.blocks.flatMap(quotesOf)) {
    const isKept = (letters: string) => letters === '' || isNumbering(letters) || keptLetters.includes(letters) || isJoined(letters, kept);
    for (const [from, to] of findUncovered(quote, isCovered)) {
      const text = quote.text.slice(from, to).replace(LAST_MARK, '');
      const letters = toLetters(text);
      const named = toLetters(text.slice(Math.max(0, numberingLength(quote) - from))).replace(/(?:cont|continued|contd)$/i, '');
      // Of "Our values are:" the noun phrase is kept, as the list's name, and what stands before it in the paragraph.
      const name = toLetters(text.replace(/[^.!?]{1,200}$/, (last) => readNamingStem(last.trim()) ?? last));
      require(isKept(letters) || isKept(named) || isKept(name), `"${letters}" of "${quote.text}" is neither in the draft nor in the loss report`);
    }
  }
}

/** Fails unless all that a reader wrote down, beside the marks of lists, is in one of its blocks. In Markdown the text is the file, with all its marks. */
export function checkBlocks({ documentText, blocks }: Outline): void {
  const isRead = new Uint8Array(documentText.length);
  for (const { starts, ends } of blocks.flatMap(quotesOf)) for (const [at, start] of starts.entries()) isRead.fill(1, start, ends[at]);
  const unread = documentText.replace(/[^]/g, (character, at: number) => (isRead[at] === 1 ? '\n' : character)).split('\n');
  for (const text of unread) require(!/\p{L}{2}|\p{N}/u.test(text) || WRITTEN_MARK.test(text.trim()), `"${text}" is in none of the blocks`);
}

/** "1.", "(iv)", "3.2", or a bullet and a number after it; and what the PDF reader itself notes of a page. */
const WRITTEN_MARK = /^\[Page \d+ holds no text\]$|^[^\p{L}\p{N}]{0,4}(?:\p{L}{1,8}|\p{N}{1,8}(?:\.\p{N}{1,8}){0,8})[^\p{L}\p{N}]{0,4}$/u;

function require(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

/** The "(i)" between a lead-in and the item that is written on in the same line. */
const LAST_MARK = /(?<!\S)\(?(?:(?:[a-z]|[ivx]{1,4}|\d{1,2})[.):]{1,2}|\d{1,2}(?:\.\d{1,2}){1,3})\s*$/i;

/** Letters and digits alone: marks, spaces and capitals are no part of what a document says. */
const toLetters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The stretches of a quote that stand neither in a statement's place nor in a loss. */
function findUncovered(quote: QuotedText, isCovered: Uint8Array): [number, number][] {
  const stretches: [number, number][] = [];
  let from = -1;
  for (let at = 0; at <= quote.text.length; at += 1) {
    const isOpen = at < quote.text.length && isCovered[quote.starts[at] ?? 0] === 0;
    if (isOpen && from < 0) from = at;
    if (isOpen || from < 0) continue;
    stretches.push([from, at]);
    from = -1;
  }
  return stretches;
}

/** Whether the letters are those of whole kept texts, one after the other: "Care: We will" is a name and a lead-in. The last may go on after a page's end. */
function isJoined(letters: string, kept: ReadonlySet<string>): boolean {
  const reached = new Set([0]);
  for (const at of reached) for (const text of kept) if (text !== '' && letters.startsWith(text, at)) reached.add(at + text.length);
  return [...reached].some((at) => at === letters.length || (at > 0 && [...kept].some((text) => text.startsWith(letters.slice(at)))));
}

/** The "a)" of a list is kept as its order, "(continued)" as the element that goes on. */
const isNumbering = (letters: string): boolean => /^(?:[a-z]|[ivx]{1,4}|\d{1,8}|cont|continued|contd)$/i.test(letters);

/** How much of a quote's beginning is kept as kind and number, or is a list's mark: "Standard 3:", "2.1", "a)". */
function numberingLength({ text }: QuotedText): number {
  return readLabelledStart(text)?.restAt ?? /^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[a-z][.)])\s+(?=\S)/i.exec(text)?.[0].length ?? 0;
}
