import fc from 'fast-check';
import sax from 'sax';
import { expect, test } from 'vitest';
import { writeXml, xml } from '../../../src/packaging/write-xml.ts';

/** What a strict reader finds: the text of the root, and its attribute `a`. */
function read(document: string): { text: string; attribute: string } {
  const parser = sax.parser(true);
  const found = { text: '', attribute: '' };
  let isInside = false;
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ attributes }) => {
    isInside = true;
    found.attribute = String(attributes.a);
  };
  parser.onclosetag = () => (isInside = false);
  parser.ontext = (text) => (found.text += isInside ? text : '');
  parser.write(document).close();
  return found;
}

const inXml = (text: string) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text);

test('whatever text goes in comes out of a reader again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((text) => inXml(text) && text.trim() !== ''), (text) => {
      expect(read(writeXml(xml('a', { a: text }, text)))).toEqual({ text, attribute: text });
    }),
  );
});

test('what XML can’t hold becomes the sign for it, and the document stays well formed', () => {
  const { text } = read(writeXml(xml('a', {}, 'a\u0000b\ud800c\uffff')));
  expect(text).toBe('a\ufffdb\ufffdc\ufffd');
});

test('elements are indented, and attributes without a value are left out', () => {
  expect(writeXml(xml('a', { b: '1', c: undefined }, [xml('d'), xml('e', {}, [xml('f', {}, 'g')])]))).toBe(
    ['<?xml version="1.0" encoding="UTF-8"?>', '<a b="1">', '  <d/>', '  <e>', '    <f>g</f>', '  </e>', '</a>', ''].join('\n'),
  );
});
