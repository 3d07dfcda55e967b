/** Longest imported text that a module repeats; whoever wants more reads the quotation on the page. */
const MAX_LENGTH = 160;

/**
 * Imported text as one line that is safe to put into front matter: byte order marks, control characters and marks that turn
 * the direction of reading are gone, white space is one space. Nothing else is changed.
 */
export function cleanImportedText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\s\u2028\u2029]+/gu, ' ')
       
      .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
      .trim()
  );
}

/** `text` cut at a word so that it is no longer than `maxLength` characters, with an ellipsis where something was cut. */
export function shorten(text: string, maxLength = MAX_LENGTH): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength).toWellFormed();
  const lastWord = cut.lastIndexOf(' ');
  return `${trimMarks(lastWord > maxLength / 2 ? cut.slice(0, lastWord) : cut)}…`;
}

/** `text` without the spaces and the marks that end or join sentences at its end. */
export function trimMarks(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:–—-'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
