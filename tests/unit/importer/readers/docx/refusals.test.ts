import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../../../src/importer/readers/docx/read-docx.ts';
import { problemOf } from '../problem-of.ts';
import { item, list, makeDocx, NUMBERING, paragraph, plain, run, style } from './make-docx.ts';

const read = (bytes: Uint8Array) => readDocx(bytes, 'standards.docx');

describe('a document that can’t be read is refused with what to do instead', () => {
  test.each([
    ['no text part', makeDocx({ body: [], parts: { 'word/document.xml': undefined } }), 'document-damaged'],
    ['a text part that is no document', makeDocx({ body: [], parts: { 'word/document.xml': '<html><body/></html>' } }), 'document-damaged'],
    ['a broken part', makeDocx({ body: [], parts: { 'word/styles.xml': '<w:styles>' } }), 'document-damaged'],
    ['tables in each other without end', makeDocx({ body: ['<w:tbl><w:tr><w:tc>'.repeat(3_000) + '</w:tc></w:tr></w:tbl>'.repeat(3_000)] }), 'document-too-complex'],
    ['no zip at all', new TextEncoder().encode('PK\u0003\u0004 We listen.'), 'document-damaged'],
  ])('%s', async (_, bytes, rule) => {
    expect(await problemOf(() => read(bytes))).toMatchObject({ rule, place: { file: 'standards.docx' } });
  });
});

describe('a document that is odd is read all the same', () => {
  test.each([
    ['styles based on each other in a ring', { body: [paragraph('A', 'We listen.')], styles: [style('A', 'A', '<w:basedOn w:val="B"/>'), style('B', 'B', '<w:basedOn w:val="A"/>')] }],
    ['numbers and levels that there are not', { body: [paragraph('', 'We listen.', '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="77"/></w:numPr>'), item(7, 'x', 2)] }],
    ['lists that are styles of each other', { body: [item(0, 'We listen.', 9)], numbering: `${NUMBERING}<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>`, styles: [style('A', 'A', '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>')] }],
    ['a number of a million', { body: [item(0, 'We listen.', 9)], numbering: `${list(9, ['<w:lvl w:ilvl="0"><w:start w:val="999999"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1 %2 %9"/></w:lvl>'])}<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>` }],
    ['a cell that takes a million columns', { body: [`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr>${plain('We listen.')}</w:tc><w:tc>${plain('x')}</w:tc></w:tr></w:tbl>`] }],
    ['no other part', { body: [plain('We listen.')], parts: { 'word/styles.xml': undefined, 'word/numbering.xml': undefined, 'docProps/core.xml': undefined, '_rels/.rels': undefined, 'word/_rels/document.xml.rels': undefined } }],
    ['properties that are broken', { body: [plain('We listen.')], parts: { 'docProps/core.xml': '<broken' } }],
    ['a header that is not there', { body: [plain('We listen.')], headers: ['x'], parts: { 'word/header1.xml': undefined } }],
  ])('%s', async (_, input) => {
    expect((await read(makeDocx(input))).documentText).toContain('We listen.');
  });
});

test('ten thousand paragraphs are read within seconds', async () => {
  const body = Array.from({ length: 10_000 }, (_, at) => (at % 10 === 0 ? paragraph('Heading2', `Standard ${at}`) : item(at % 3, run('We listen to every child and act on what they say.'), 2)));
  const before = process.cpuUsage();
  expect((await read(makeDocx({ body }))).blocks).toHaveLength(10_000);
  // Processor time, so that other work on the machine doesn't count.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(10_000);
}, 30_000);
