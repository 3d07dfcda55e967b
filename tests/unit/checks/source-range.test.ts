import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { offsetOf, placeAt, rangeInSource } from '../../../src/checks/source-range.ts';

const WORDS = ['the', 'a', "isn't", '"no"', 'back\\slash', 'Dylan', 'at', '9.30', 'café', 'end.'];

test('a part of a value is found in the text of its file, however YAML writes it', () => {
  const style = fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }), style, fc.integer({ min: 20, max: 60 }), fc.nat(), fc.nat(), (words, type, lineWidth, at, length) => {
      const value = words.join(' ');
      const document = parseDocument(stringify({ text: value, next: value }, { lineWidth }));
      const node = document.getIn(['text'], true) as { type: string };
      node.type = type;
      const source = document.toString({ lineWidth });
      const first = at % words.length;
      const last = first + (length % (words.length - first));
      const from = words.slice(0, first).join(' ').length + (first === 0 ? 0 : 1);
      const to = words.slice(0, last + 1).join(' ').length;
      const range = rangeInSource(source, source.indexOf(':') + 1, value, from, to);
      const written = range && source.slice(range.start, range.end).replace(/\\\n\s*\\?|\n\s*/g, ' ').replaceAll("''", "'").replace(/\\(["\\])/g, '$1').replace(/ +/g, ' ');
      expect(written).toBe(value.slice(from, to).replace(/\\(["\\])/g, '$1'));
    }),
  );
});

test('a part of a paragraph is found behind marks and addresses', () => {
  const source = 'Ask **Dylan** at [the school](https://example.org/a) today.';
  const value = 'Ask Dylan at the school today.';
  const range = rangeInSource(source, 0, value, value.indexOf('today'), value.length);
  expect(range && source.slice(range.start, range.end)).toBe('today.');
});

test('words that are written as character codes are not found', () => {
  expect(rangeInSource('text: "caf\\u00e9"', 5, 'café', 0, 4)).toBeUndefined();
});

test('an offset and its line and column lead to each other', () => {
  const text = 'one\r\ntwo\n\nthree';
  for (let offset = 0; offset < text.length; offset += 1) {
    if (text[offset] === '\n' && text[offset - 1] === '\r') continue;
    const { line = 0, column = 0 } = placeAt('a', text, offset);
    expect(offsetOf(text, line, column)).toBe(offset);
  }
});
