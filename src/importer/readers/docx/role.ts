import type { WordParagraph } from './word-blocks.ts';

/** What a paragraph's style or outline level makes of it. */
export type Role = { type: 'heading'; level: number } | { type: 'title' } | { type: 'contents' } | { type: 'code' } | { type: 'quotation' } | { type: 'list' } | { type: 'term' } | { type: 'definition' } | { type: 'plain' };

const HEADING = /^heading ?([1-9])$/;

/** Reads what the style says. Word keeps the English names of its own styles in every language, and a style of one's own is based on them. */
export function readRole({ style, format, isContents }: Pick<WordParagraph, 'style' | 'format' | 'isContents'>): Role {
  const { names, ids } = style;
  const [name = ''] = names;
  if (isContents || names.some((each) => /^(?:toc \d|table of figures|index \d)$/.test(each))) return { type: 'contents' };
  const level = readLevel([...names, ...ids.map((id) => id.toLowerCase())], format.outlineLevel);
  if (level !== undefined) return { type: 'heading', level };
  if (names.includes('title')) return { type: 'title' };
  if (/^(?:source ?code|plain text code)$|\bpreformatted\b/.test(name)) return { type: 'code' };
  if (names.some((each) => /\bquot(?:e|es|ation|ations)\b|^block ?text$/.test(each))) return { type: 'quotation' };
  if (name === 'definition term' || name === 'list heading') return { type: 'term' };
  if (name === 'definition' || name === 'list contents') return { type: 'definition' };
  // List 0 takes an item out of its style's list.
  const isListed = format.numberingId !== '0' && names.some((each) => /^list (?:bullet|number)\b/.test(each));
  return { type: isListed ? 'list' : 'plain' };
}

function readLevel(names: readonly string[], outlineLevel: number | undefined): number | undefined {
  if (outlineLevel !== undefined) return outlineLevel >= 0 && outlineLevel < 9 ? Math.min(6, outlineLevel + 1) : undefined;
  const named = names.map((each) => HEADING.exec(each)?.[1]).find((digit) => digit !== undefined);
  if (named !== undefined) return Math.min(6, Number(named));
  return names[0] === 'heading' ? 1 : undefined;
}
