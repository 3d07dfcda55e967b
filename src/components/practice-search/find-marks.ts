/**
 * Cuts a text where it holds the words that were searched for. Words are matched at their beginning, and without an ending of
 * theirs, because the search itself matches stems: "listening" marks "listen".
 */
export function findMarks(text: string, words: string): { text: string; isMarked: boolean }[] {
  const stems = words.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2).map((word) => word.slice(0, Math.max(4, word.length - 3)));
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, isMarked: stems.some((stem) => part.toLowerCase().startsWith(stem)) }));
}
