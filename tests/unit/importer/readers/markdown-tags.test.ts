import { expect, test } from 'vitest';
import { readInlineText } from '../../../../src/importer/readers/markdown/inline-text.ts';
import { splitSourceLines } from '../../../../src/importer/readers/source-lines.ts';

const read = (text: string) => readInlineText(splitSourceLines(text)).text;

test.each([
  ['We ask <anything> before we decide', 'We ask <anything> before we decide'],
  ['Call <child’s name> by their name', 'Call <child’s name> by their name'],
  ['Use <strengths-based> words', 'Use <strengths-based> words'],
])('what people write between angle brackets stays: %s', (text, expected) => expect(read(text)).toBe(expected));

test.each([
  ['We <b>listen</b> first', 'We listen first'],
  ['We <SPAN class="x">listen</SPAN> first', 'We listen first'],
  ['One<br/>two', 'One two'],
])('a mark of HTML is no text: %s', (text, expected) => expect(read(text)).toBe(expected));
