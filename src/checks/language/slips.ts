/**
 * Two passes over a text's letters that tell whether it is worth the time that retext takes to look for a slip. They may let too
 * much through, and never too little.
 */

/** Whether two words next to each other may be the same. */
export function mayRepeatWord(text: string): boolean {
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isSpace(text.charCodeAt(at))) continue;
    const end = at;
    while (at + 1 < text.length && isSpace(text.charCodeAt(at + 1))) at += 1;
    const next = at + 1;
    if (end > start && next < text.length && endsWithStartOf(text, start, end, next)) return true;
    start = next;
  }
  return false;
}

/** Whether the word that starts at `next` may be the one that stands before `end`. */
function endsWithStartOf(text: string, start: number, end: number, next: number): boolean {
  const first = fold(text.charCodeAt(next));
  for (let from = start; from < end; from += 1) {
    if (fold(text.charCodeAt(from)) !== first) continue;
    const length = end - from;
    let same = 1;
    while (same < length && fold(text.charCodeAt(from + same)) === fold(text.charCodeAt(next + same))) same += 1;
    if (same === length && !isAsciiWordSign(text.charCodeAt(next + same)) && !(from > start && isAsciiWordSign(text.charCodeAt(from - 1)))) return true;
  }
  return false;
}

/** Whether "a" stands before what may want "an", or the other way round. */
export function mayMisuseArticle(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (fold(text.charCodeAt(at)) !== 97 || (at > 0 && isAsciiWordSign(text.charCodeAt(at - 1)))) continue;
    const isAn = fold(text.charCodeAt(at + 1)) === 110;
    const end = at + (isAn ? 2 : 1);
    if (!isSpace(text.charCodeAt(end))) continue;
    let next = end;
    while (isSpace(text.charCodeAt(next)) || MARKS.includes(text.charAt(next))) {
      if (next >= text.length) return false;
      next += 1;
    }
    if (isAn ? mayWantA(text, next) : mayWantAn(text, next)) return true;
  }
  return false;
}

const MARKS = '“”‘’\'"()[]';

/** How words in consonants start that are said with a vowel, beside single letters. */
const SAID_WITH_VOWEL = ['fbi', 'fda', 'fm', 'hauteur', 'hb', 'heir', 'hiv', 'homage', 'honest', 'honor', 'honour', 'hour', 'html', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'lbw', 'lcd', 'mba', 'mdast', 'mpg', 'mph', 'mri', 'msc', 'mtv', 'nba', 'nbc', 'nfl', 'ngo', 'nhl', 'nlcst', 'npm', 'nvidia', 'raf', 'sgml', 'sms', 'sos', 'spf', 'std', 'suv', 'xbox', 'xmas', 'xml'];
const ALWAYS_AN = ['heir', 'honest', 'honour', 'hour'];
const VOWELS = 'aeiou';
const SAID_AS_VOWEL_ALONE = 'fhlmnrsx';

function mayWantAn(text: string, at: number): boolean {
  const first = text.charAt(at).toLowerCase();
  if (!isSmallLetter(first) || VOWELS.includes(first)) return true;
  if (isCapital(text.charCodeAt(at)) && isCapital(text.charCodeAt(at + 1))) return true;
  if (!SAID_AS_VOWEL_ALONE.includes(first)) return false;
  return !isAsciiWordSign(text.charCodeAt(at + 1)) || startsWithOne(text, at, SAID_WITH_VOWEL);
}

function mayWantA(text: string, at: number): boolean {
  const first = text.charAt(at).toLowerCase();
  const second = text.charAt(at + 1).toLowerCase();
  if (first === 'a' || first === 'i') return false;
  if (first === 'e') return second === 'u' || second === 'w';
  if (first === 'o') return second === 'n';
  return !startsWithOne(text, at, ALWAYS_AN);
}

function startsWithOne(text: string, at: number, starts: readonly string[]): boolean {
  const word = text.slice(at, at + 8).toLowerCase();
  return starts.some((start) => word.startsWith(start));
}

const isSmallLetter = (sign: string) => sign >= 'a' && sign <= 'z' && sign.length === 1;
const fold = (code: number) => (code >= 65 && code <= 90 ? code + 32 : code < 128 ? code : 0x7f);
const isCapital = (code: number) => code >= 65 && code <= 90;
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0x85 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff;
const isAsciiWordSign = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
