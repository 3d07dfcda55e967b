import { describe, expect, test } from 'vitest';
import { attributeOf, childNamed, childrenNamed, descend, parseXml, textOf } from '../../../../../src/importer/readers/office-open/parse-xml.ts';
import { problemOf } from '../problem-of.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const parse = (xml: string | Uint8Array) => parseXml(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml, { file: 'standards.docx', part: 'word/document.xml' });

describe('names are given with the prefixes that this project writes', () => {
  test.each([
    ['the usual one', `<w:p xmlns:w="${W}" w:id="1"><w:t/></w:p>`],
    ['another', `<ns0:p xmlns:ns0="${W}" ns0:id="1"><ns0:t/></ns0:p>`],
    ['none', `<p xmlns="${W}" xmlns:x="${W}" x:id="1"><t/></p>`],
    ['one for strict files', `<w:p xmlns:w="${STRICT}" w:id="1"><w:t/></w:p>`],
    ['one declared further in', `<a:p xmlns:a="${W}" a:id="1"><b:t xmlns:b="${W}"/></a:p>`],
  ])('whatever the file writes: %s', (_, xml) => {
    const root = parse(xml);
    expect([root.name, attributeOf(root, 'w:id'), childNamed(root, 'w:t')?.name]).toEqual(['w:p', '1', 'w:t']);
  });
  test('only inside the element that declares them', () => {
    expect(childrenNamed(parse(`<r><p xmlns="${W}"/><p/></r>`), 'p')).toHaveLength(1);
  });
  test('and nothing else passes for one of them', () => {
    expect(parse('<w:p xmlns:w="http://example.org/"/>').name).toBe('other-w:p');
  });
});

test('text is kept as it is, entities and sections of it too', () => {
  const root = parse('<a> x <b>&lt;y&#8217;s&gt;</b><![CDATA[ <z> ]]></a>');
  expect(textOf(root)).toBe(' x <y’s> <z> ');
  expect(descend(root, 'b')?.children).toEqual(['<y’s>']);
  expect(descend(root, 'b', 'c')).toBeUndefined();
});

test('UTF-16 is read as well as UTF-8', () => {
  const xml = Buffer.from('\ufeff<a>é</a>', 'utf16le');
  expect(textOf(parse(xml))).toBe('é');
});

describe('XML that no office program writes is refused', () => {
  test.each([
    ['a document type with entities', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'document-damaged'],
    ['an entity that nobody declared', '<a>&x;</a>', 'document-damaged'],
    ['elements that overlap', '<a><b></a></b>', 'document-damaged'],
    ['an element that never ends', '<a><b>', 'document-damaged'],
    ['nothing', '', 'document-damaged'],
    ['bytes that are no text', Uint8Array.from([60, 97, 62, 0xff, 0xfe]), 'document-damaged'],
    ['elements in each other without end', '<a>'.repeat(100_000), 'document-too-complex'],
    ['a million empty elements', `<a>${'<b/>'.repeat(1_000_001)}</a>`, 'document-too-complex'],
  ])('%s', async (_, xml, rule) => {
    expect(await problemOf(() => parse(xml))).toMatchObject({ rule, place: { file: 'standards.docx' } });
  });
});
