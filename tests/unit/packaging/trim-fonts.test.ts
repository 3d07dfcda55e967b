import { expect, test } from 'vitest';
import { trimFonts } from '../../../src/packaging/trim-fonts.ts';

const face = (name: string, range?: string) => `@font-face{font-family:A;src:url(${name}.woff2)${range === undefined ? '' : `;unicode-range:${range}`}}`;
const latin = face('latin', 'U+??,U+131,U+2000-206F');
const extended = face('extended', 'U+100-2BA,U+1E00-1EFF');

test('a font that covers no character of the text goes, and the rest of the style sheet stays', () => {
  expect(trimFonts(`a{b:c}${latin}${extended}d{e:f}`, 'Plain words – with a dash')).toBe(`a{b:c}${latin}d{e:f}`);
});

test('a font with one character of the text stays', () => {
  expect(trimFonts(latin + extended, 'Łukasz')).toBe(latin + extended);
});

test('question marks stand for any digit', () => {
  expect(trimFonts(face('a', 'U+4??'), 'ѐ')).not.toBe('');
  expect(trimFonts(face('a', 'U+4??'), 'a')).toBe('');
});

test('a font stays where its range is not said or can’t be read', () => {
  expect(trimFonts(face('a'), 'b')).toBe(face('a'));
  expect(trimFonts(face('a', 'everything'), 'b')).toBe(face('a', 'everything'));
});
