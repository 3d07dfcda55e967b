import { decodeEntityAt } from './entities.ts';
import type { PracticeStatement } from './framework.ts';

/** A slice longer than this is no statement; the limit keeps the comparison fast. */
const MAX_SLICE = 100_000;

const BLOCK_TAG = /^<\/?(?:br|p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|thead|tbody|tfoot|h[1-6]|section|article|hr)\b/i;
/** The ">" of a block quote at the beginning of a line. */
const QUOTATION_MARKS = /^[ \t\u00a0]*(?:>[ \t]*)+/;
const LINE_MARKS = /^[ \t\u00a0]*(?:>[ \t]*)*(?:(?:\\?[-*+•·▪◦‣∙●○■□▫➢➤❖✓✔★►–—\uf0b7\uf0a7](?!\*)|o(?=\s))[ \t\u00a0]*)?(?:\[[ xX]\][ \t]+)?(?:(?:\*\*|__)?(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\\?[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?)[ \t\u00a0]+)?/;
/** The "(i)" of a list that is written on in one line. */
const RUN_ON_MARK = /(?<!\S)\(?(?:[a-h]|i{1,3}|iv|vi{0,3}|\d)\)\s(?=\S)/gi;

/**
 * Whether a statement is quoted word for word from the document: the slice at its place, without Markdown marks, HTML tags, list marks
 * and extra white space, is the statement's text. Where a page's footer or header breaks a sentence in two, the slice may hold
 * whole lines more than the text, but never at its beginning or end.
 */
export function isQuotedFrom(documentText: string, statement: Pick<PracticeStatement, 'text' | 'source'>): boolean {
  const { start, end } = statement.source;
  if (start >= end || end > documentText.length || end - start > MAX_SLICE) return false;
  const slice = documentText.slice(start, end);
  if (collapse(slice) === collapse(statement.text)) return statement.text.trim() !== '';
  // What looks like a mark may be the document's own text, and then the statement holds it too.
  return [withoutMarkCharacters(statement.text), collapse(toPlainLines(statement.text).join(' '))].some((wanted) => wanted !== '' && isSliceOf(wanted, slice));
}

function isSliceOf(wanted: string, slice: string): boolean {
  if (collapse(toPlainLines(slice).join(' ')) === wanted) return true;
  const without = (marks: RegExp) => toPlainLines(slice.split(/\r\n?|\n/).map((line) => line.replace(marks, '')).join('\n')).map(collapse);
  return isWithoutWholeLines(wanted, toPlainLines(slice).map(collapse), [without(QUOTATION_MARKS), without(LINE_MARKS)]);
}

/** Whether `wanted` is made of the lines in order, each with or without its marks, the first and last kept and others left out at will. */
function isWithoutWholeLines(wanted: string, marked: readonly string[], [unquoted, unmarked]: readonly [readonly string[], readonly string[]]): boolean {
  let reached = new Set<number>([0]);
  for (const [index, line] of marked.entries()) {
    const isKept = index === 0 || index === marked.length - 1;
    const next = new Set<number>(isKept ? [] : reached);
    for (const at of reached) {
      const unmarkedLine = unmarked[index] ?? line;
      for (const form of new Set([line, unquoted[index] ?? line, unmarkedLine].flatMap((kept) => [kept, kept.replace(RUN_ON_MARK, '')]))) {
        if (form === '') next.add(at);
        else if (wanted.startsWith(form, at)) next.add(at + form.length + (wanted[at + form.length] === ' ' ? 1 : 0));
      }
    }
    reached = next;
  }
  return reached.has(wanted.length);
}

/** The slice's visible words, line by line. */
function toPlainLines(slice: string): string[] {
  const withoutTags = withoutComments(slice)
    .replace(/!\[(?:[^\]\n!]|!(?!\[)){0,1000}\]\([^()\n]{0,2000}\)/g, '')
    .replace(/\[\^[^[\]\s]{1,50}\]/g, '')
    .replace(/\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)/g, ']')
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]{1,2000}|[^\s<>@]{1,100}@[^\s<>@]{1,200})(?:>|$)/g, '$1')
    .replace(/<\/?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\s[^<>]{0,2000})?\/?>/g, (tag) => (BLOCK_TAG.test(tag) ? ' ' : '') + keepLineBreaks(tag));
  let decoded = '';
  for (let at = 0; at < withoutTags.length; at += 1) {
    const entity = withoutTags[at] === '&' ? decodeEntityAt(withoutTags, at) : undefined;
    decoded += entity?.character ?? withoutTags[at] ?? '';
    if (entity) at += entity.length - 1;
  }
  return decoded.split(/\r\n?|\n/).map(withoutMarkCharacters);
}

/** Looks for the end of each comment once, so that many that never end take no longer than one. */
function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', at + 4);
    if (end < 0) break;
    kept += text.slice(from, at) + keepLineBreaks(text.slice(at, end));
    from = end + 3;
  }
  return kept + text.slice(from);
}

const keepLineBreaks = (text: string) => text.replace(/[^\n\r]+/g, '');

/** Marks are dropped on both sides of the comparison, since a slice may hold only one half of a pair, or a list written on in one line. */
function withoutMarkCharacters(text: string): string {
  return collapse(text.replace(/[*_`~[\]\\\u00ad\u200b\u2060\ufeff]/g, '').replace(/[•▪◦‣∙●○■□▫➢➤❖✓✔★►\uf0b7\uf0a7]/g, ' '));
}

function collapse(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}
