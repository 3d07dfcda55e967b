import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, listSentences } from '../../../../src/checks/language/sentences.ts';

const split = (text: string) => listSentences(text).map(({ from, to }) => text.slice(from, to));

test.each([
  ['You ring. Nobody answers! Why?', ['You ring.', 'Nobody answers!', 'Why?']],
  ['Mr. Khan and Dr. Ali came. Mrs. Bell did not.', ['Mr. Khan and Dr. Ali came.', 'Mrs. Bell did not.']],
  ['Bring something, e.g. Lego, or a book. Then sit.', ['Bring something, e.g. Lego, or a book.', 'Then sit.']],
  ['At 9.30 he had 2.5 litres. At 10.15 none.', ['At 9.30 he had 2.5 litres.', 'At 10.15 none.']],
  ['It is in section 2, no. 4, p. 7. She says no. Then she goes.', ['It is in section 2, no. 4, p. 7.', 'She says no.', 'Then she goes.']],
  ['"Who is there?" she asks. Nobody.', ['"Who is there?" she asks.', 'Nobody.']],
  ['He says, “I am fine.” You wait. ‘Really,’ he says.', ['He says, “I am fine.”', 'You wait.', '‘Really,’ he says.']],
  ['He waits… Then he goes. And… nothing.', ['He waits…', 'Then he goes.', 'And… nothing.']],
  ['A heading\n\nA paragraph\nthat goes on.', ['A heading', 'A paragraph\nthat goes on.']],
  ['Leave:\n- what we worry about\n- what goes well', ['Leave:', '- what we worry about', '- what goes well']],
  ['J. and K. came. So did I. He left.', ['J. and K. came.', 'So did I.', 'He left.']],
  ['No end', ['No end']],
  ['', []],
])('%j', (text, sentences) => expect(split(text)).toEqual(sentences));

test.each([
  ['you’re and/or self-harm', 3],
  ['one – two — three', 3],
  ['9.30 a.m. (ten)', 3],
  ['Ŵyn été', 2],
  ['… "', 0],
])('%j has %i words', (text, words) => expect(countWords(text)).toBe(words));

test('sentences hold every sign of a text but the space between them, in order, and its words add up', () => {
  const part = fc.oneof(fc.constantFrom(' ', '. ', '? ', '" ', '\n\n', '\n- ', 'Mr. ', '9.30', '…', '”'), fc.string({ maxLength: 8 }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const sentences = listSentences(text);
      let reached = 0;
      for (const { from, to } of sentences) {
        expect(text.slice(reached, from).trim()).toBe('');
        expect(to).toBeGreaterThan(from);
        reached = to;
      }
      expect(text.slice(reached).trim()).toBe('');
      expect(sentences.reduce((sum, { words }) => sum + words, 0)).toBe(countWords(text));
    }),
  );
});
