import type { Framework } from '../../../../src/framework/framework.ts';
import type { EditedCopy } from './edit-copy.ts';

interface Replacement {
  start: number;
  end: number;
  text: string;
}

/**
 * The source document as the editor would have changed it: each statement of the copy written where one of its element stood.
 * Places that are left over are emptied; statements that are too many follow the last as a bullet, a paragraph or a sentence of their own.
 */
export function editDocument(document: string, framework: Framework, copy: EditedCopy): string {
  const replacements = copy.elements.flatMap(({ former, statements }) => {
    const slots = (framework.elements.find(({ id }) => id === former)?.statements ?? []).map(({ source }) => source).sort((a, b) => a.start - b.start);
    return slots.flatMap(({ start, end }, at): Replacement[] => {
      const texts = at === slots.length - 1 ? statements.slice(at) : statements.slice(at, at + 1);
      const [first, ...more] = texts.map(({ text }) => punctuate(text, document.slice(start, end)));
      return first === undefined ? [emptyLine(document, start, end)] : [{ start, end, text: [first, ...more.map((text) => startNext(document, start, end) + text)].join('') }];
    });
  });
  return replacements.sort((a, b) => b.start - a.start).reduce((text, { start, end, text: words }) => text.slice(0, start) + words + text.slice(end), document);
}

/** A sentence among others ends as they do. */
const punctuate = (text: string, former: string): string => (/[.!?]['’”"]?$/.test(former) && !/[.!?]['’”"]?$/.test(text) ? `${text}.` : text);

const MARK = /^[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+/;

/** The statement gone, and its line with it where nothing else stands there. */
function emptyLine(document: string, start: number, end: number): Replacement {
  const lineStart = document.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = document.indexOf('\n', end) < 0 ? document.length : document.indexOf('\n', end);
  const isAlone = document.slice(lineStart, start).replace(MARK, '').trim() === '' && document.slice(end, lineEnd).trim() === '';
  return isAlone ? { start: lineStart, end: Math.min(document.length, lineEnd + 1), text: '' } : { start, end, text: '' };
}

/** What comes between a statement and the next of its kind. */
function startNext(document: string, start: number, end: number): string {
  const before = document.slice(document.lastIndexOf('\n', start - 1) + 1, start);
  const after = document.slice(end).split('\n')[0] ?? '';
  if (after.trim() !== '' || before.replace(MARK, '').trim() !== '') return ' ';
  return before.trim() === '' ? '\n\n' : `\n${before}`;
}
