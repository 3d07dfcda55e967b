import { describe, expect, test } from 'vitest';
import { ContentError } from '../../../src/framework/problem.ts';
import { decodeDocument } from '../../../src/importer/decode-document.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function refusal(bytes: Uint8Array): { rule: string; line: number | undefined } {
  try {
    decodeDocument(bytes, 'doc.md');
  } catch (error) {
    if (error instanceof ContentError && error.problems.length === 1) return { rule: error.problems[0]?.rule ?? '', line: error.problems[0]?.place.line };
    throw error;
  }
  throw new Error('not refused');
}

describe('a document that can’t be read is refused with one problem', () => {
  test.each([
    ['nothing', new Uint8Array(), 'document-empty', undefined],
    ['white space only', encode(' \n\t\n'), 'document-empty', undefined],
    ['more than 2 MB', new Uint8Array(2_000_001).fill(97), 'document-too-large', undefined],
    ['more than 20,000 lines', encode('a\n'.repeat(20_001)), 'document-too-large', undefined],
    ['a NUL', encode('a\nb\u0000c'), 'document-binary', 2],
    ['bytes that are not UTF-8', new Uint8Array([0x61, 0x0a, 0x0a, 0x93, 0x62]), 'document-not-utf8', 3],
    ['a control character', encode('a\nb\u0007'), 'hidden-character', 2],
    ['a bidi control', encode('a\n\nb\u202e c'), 'hidden-character', 3],
    ['a bidi isolate', encode('\u2066a'), 'hidden-character', 1],
    ['65 equal marks', encode(`a\n${'['.repeat(65)} x`), 'document-too-complex', 2],
    ['deep nesting', encode(`${'> '.repeat(21)}x`), 'document-too-complex', 1],
    ['52 columns', encode(`|${'a|'.repeat(52)}`), 'document-too-complex', 1],
    ['more than 20,000 cells', encode(`|${'a|'.repeat(40)}\n`.repeat(600)), 'document-too-complex', 488],
    ['a line of more than 100,000 characters', encode(`a\n${'b '.repeat(50_001)}`), 'document-too-complex', 2],
  ])('%s', (_, bytes, rule, line) => {
    expect(refusal(bytes)).toEqual({ rule, line });
  });
});

test('a byte order mark at the beginning is dropped', () => {
  expect(decodeDocument(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), 'doc.md')).toBe('a');
});

test('lines of dashes, dots and underscores of any length are layout', () => {
  const text = `${'-'.repeat(80)}\n${'='.repeat(80)}\nName ${'.'.repeat(90)} 3\n${'_'.repeat(80)}`;
  expect(decodeDocument(encode(text), 'doc.md')).toBe(text);
});
