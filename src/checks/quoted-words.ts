/** Text between quotation marks, single or double, straight or curly. An apostrophe inside a word opens and closes nothing. */
const QUOTATION = /(?<!\w)(?:“([^“”]*)”|"([^"]*)"|‘((?:[^‘’]|’(?=\w))*)’|'((?:[^']|'(?=\w))*)')(?!\w)/g;

/** The text with every quotation blanked that `isSpared` accepts. Length and places stay as they are. */
export function withoutQuotations(text: string, isSpared: (words: string) => boolean): string {
  return text.replace(QUOTATION, (whole: string, ...words: (string | undefined)[]) => (isSpared(words.slice(0, 4).find((part) => part !== undefined) ?? '') ? ' '.repeat(whole.length) : whole));
}

/** Lower-case words with single spaces: two quotations of one passage come out alike. */
export function quotedWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean)
    .join(' ');
}
