const FONT_FACE = /@font-face\s*\{[^{}]*\}/g;
const UNICODE_RANGE = /unicode-range:([^;}]*)/;
const RANGE = /^U\+([0-9A-F?]{1,6})(?:-([0-9A-F]{1,6}))?$/i;

/** Takes out of a style sheet the fonts that cover no character of `text`, so that their files need not come along. */
export function trimFonts(css: string, text: string): string {
  const used = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  return css.replace(FONT_FACE, (face) => {
    const range = UNICODE_RANGE.exec(face)?.[1];
    return range === undefined || used.some((codePoint) => covers(range, codePoint)) ? face : '';
  });
}

function covers(ranges: string, codePoint: number): boolean {
  return ranges.split(',').some((range) => {
    const [, from, to] = RANGE.exec(range.trim()) ?? [];
    // What can't be read may cover anything.
    if (from === undefined) return true;
    const [first, last] = [from.replaceAll('?', '0'), to ?? from.replaceAll('?', 'F')].map((digits) => Number.parseInt(digits, 16));
    return codePoint >= (first ?? 0) && codePoint <= (last ?? 0);
  });
}
