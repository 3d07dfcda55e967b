/** One line of the document: its text between two offsets, without the line break. `number` counts from 1. */
export interface SourceLine {
  number: number;
  start: number;
  text: string;
}

/** The document's lines; CR, LF and CRLF all end one. */
export function splitSourceLines(documentText: string): SourceLine[] {
  const lines: SourceLine[] = [];
  const lineBreak = /\r\n?|\n/g;
  let start = 0;
  for (let match = lineBreak.exec(documentText); match; match = lineBreak.exec(documentText)) {
    lines.push({ number: lines.length + 1, start, text: documentText.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  lines.push({ number: lines.length + 1, start, text: documentText.slice(start) });
  return lines;
}

/** A part of a line, from a column on. */
export function cutLine(line: SourceLine, from: number, to = line.text.length): SourceLine {
  return { number: line.number, start: line.start + from, text: line.text.slice(from, to) };
}

/** Whether nothing can be seen on the line: spaces, no-break and zero-width spaces count as nothing. */
export function isBlank(line: SourceLine): boolean {
  return /^[\s\u00a0\u200b\u2060\ufeff]*$/.test(line.text) || /^\s*(?:&nbsp;|<br\s*\/?>)\s*$/i.test(line.text);
}
