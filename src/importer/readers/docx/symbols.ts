import { attributeOf, type XmlElement } from '../office-open/parse-xml.ts';

/** Ticks, crosses and arrows in the picture fonts that Word's own lists use; all other pictures are shown as a bullet. */
const PICTURES: Readonly<Record<string, string>> = { f0fc: '✓', f0fb: '✗', f0d8: '➢', f0a7: '▪', f06e: '■', f0e0: '→', f0e8: '→', f02d: '–', f0fe: '☑', f0a8: '□' };

/** A letter of a picture font (`w:sym`) as one that every font has. */
export function readSymbol(symbol: XmlElement): string {
  const code = (attributeOf(symbol, 'w:char') ?? '').toLowerCase();
  const value = /^[0-9a-f]{1,5}$/.test(code) ? Number.parseInt(code, 16) : 0;
  if (value >= 0xf000 && value <= 0xf0ff) return PICTURES[code] ?? '•';
  // Some programs write the letter without the block that picture fonts stand in.
  if (/wingdings|webdings|symbol/i.test(attributeOf(symbol, 'w:font') ?? '')) return PICTURES[`f0${code.slice(-2)}`] ?? '•';
  return value >= 0x20 && (value < 0xd800 || value > 0xdfff) && value <= 0xffff ? String.fromCharCode(value) : '';
}

/** Letters of picture fonts in ordinary text, as older files hold them. */
export function replaceSymbols(text: string): string {
  return text.replace(/[\uf000-\uf0ff]/g, (symbol) => PICTURES[symbol.charCodeAt(0).toString(16)] ?? '•');
}
