/** What each opening quotation mark waits for; an apostrophe inside a word closes nothing, and a second opening mark ends the wait. */
const CLOSINGS: Readonly<Record<string, RegExp>> = { '“': /[“”]/g, '"': /"/g, '‘': /‘|’(?!\w)/g, "'": /'(?!\w)/g };

/** The text with every quotation blanked that `isSpared` accepts, between single or double marks, straight or curly. Length and places stay as they are. */
export function withoutQuotations(text: string, isSpared: (words: string) => boolean): string {
  // Where each mark's next closing one stands, so that marks that nothing closes are not searched for again and again.
  const reached = new Map<string, number>();
  let result = '';
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(/(?<!\w)[“"‘']/g)) {
    if (index < from) continue;
    let closing = reached.get(mark) ?? -1;
    if (closing <= index) closing = findFrom(CLOSINGS[mark], text, index + 1);
    reached.set(mark, closing);
    if (text[closing] === undefined || (mark !== '"' && mark !== "'" && text[closing] === mark) || /\w/.test(text[closing + 1] ?? '')) continue;
    const whole = text.slice(index, closing + 1);
    result += text.slice(from, index) + (isSpared(whole.slice(1, -1)) ? ' '.repeat(whole.length) : whole);
    from = closing + 1;
  }
  return result + text.slice(from);
}

/** Where the pattern next matches; behind the text's end where it does not. */
function findFrom(pattern: RegExp | undefined, text: string, from: number): number {
  if (!pattern) return text.length;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
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
