/** A sentence of a text. Offsets are UTF-16, the end exclusive. */
export interface Sentence {
  from: number;
  to: number;
  words: number;
}

/** Where a sentence may end, with closing marks after it, and where a text begins anew: after an empty line or at a sign of a list. */
const BREAK = /[.!?…]["'”’)\]]*(?=\s)|\n(?=[ \t]*(?:\n|[-*•] |\d{1,2}[.)] ))/g;

/** Before a full stop these end no sentence. Those of the second list do so only where a number follows. */
const ABBREVIATED = /(?<![\w.])(?:mrs?|ms|dr|prof|st|rev|hon|jr|sr|e\.g|i\.e|eg|ie|vs|v|cf|approx|[a-hj-z])$/i;
const ABBREVIATED_BEFORE_NUMBER = /(?<![\w.])(?:no|nos|pp?|paras?|ss?|figs?|ch|vol|tel|ext|ref)$/i;

/**
 * Takes a text apart into sentences. A full stop in a number, a time or an abbreviation ends none, nor does a question that the
 * sentence quotes and goes on after: «"Who is there?" she asks.» is one sentence.
 */
export function listSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const end = (at: number) => {
    const lead = text.slice(from, at).search(/\S/);
    if (lead !== -1) sentences.push({ from: from + lead, to: at, words: countWords(text, from + lead, at) });
    from = at;
  };
  for (const { 0: mark, index } of text.matchAll(BREAK)) {
    if (mark === '\n' || endsSentence(text, index, index + mark.length)) end(mark === '\n' ? index : index + mark.length);
  }
  end(text.length);
  return sentences;
}

function endsSentence(text: string, at: number, after: number): boolean {
  const next = /\S/.exec(text.slice(after, after + 40))?.[0] ?? '';
  if (/\p{Ll}/u.test(next)) return false;
  if (text[at] !== '.' || after !== at + 1) return true;
  const before = text.slice(Math.max(0, at - 12), at);
  return !ABBREVIATED.test(before) && !(/\d/.test(next) && ABBREVIATED_BEFORE_NUMBER.test(before));
}

const WORD_SIGN = /[\p{L}\p{N}]/u;

/** Words of a part of a text: whatever stands between white space and holds a letter or a number. */
export function countWords(text: string, from = 0, to = text.length): number {
  let words = 0;
  let isCounted = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (isWhiteSpace(code)) isCounted = false;
    else if (!isCounted && (isPlainWordSign(code) || (code > 127 && WORD_SIGN.test(String.fromCharCode(code))))) {
      words += 1;
      isCounted = true;
    }
  }
  return words;
}

const isWhiteSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029;
const isPlainWordSign = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
