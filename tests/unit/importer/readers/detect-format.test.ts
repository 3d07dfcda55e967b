import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ContentError } from '../../../../src/framework/problem.ts';
import { importDocument } from '../../../../src/importer/import-document.ts';
import { detectFormat } from '../../../../src/importer/readers/detect-format.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('a document’s format is told by what it holds, whatever its name', () => {
  test.each([
    ['a.docx', encode('# Our values\n\n- We listen.'), 'text'],
    ['a.txt', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['a.pdf', zip('[Content_Types].xml', 'ppt/presentation.xml', 'ppt/slides/slide1.xml'), 'pptx'],
    ['a.docx', encode('%PDF-1.7\n1 0 obj'), 'pdf'],
    ['a.md', encode('\n<!-- saved from url=(0014)about:internet -->\n<!DOCTYPE html>\n<html lang="en">'), 'html'],
    ['a.md', encode('\ufeff<html><body><p>We listen.</p></body></html>'), 'html'],
    ['a.htm', encode('<h1>Our values</h1><p>We listen.</p>'), 'html'],
    ['a.md', encode('<h1>Our values</h1>\n\n- We listen.'), 'text'],
    ['a.html', encode('# Our values, where 2 < 3'), 'text'],
    ['no-extension', encode('Our values'), 'text'],
  ])('%s', (name, bytes, format) => expect(detectFormat(bytes, name)).toBe(format));
});

describe('a file that is no document of ours is refused with what to do instead', () => {
  test.each([
    ['nothing', new Uint8Array(), 'document-empty', /save it again/],
    ['a locked Word document', latin1(`\u00d0\u00cf\u0011\u00e0${'\u0000'.repeat(600)}${'EncryptedPackage'.split('').join('\u0000')}`), 'document-locked', /take the password off/],
    ['an old Word document', latin1('\u00d0\u00cf\u0011\u00e0'), 'document-unknown', /save it as \.docx/],
    ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'document-unknown', /Word document/],
    ['an OpenDocument text', zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }), 'document-unknown', /\.docx/],
    ['another zip', zip('readme.txt'), 'document-unknown', /\.docx/],
    ['rich text', encode('{\\rtf1 Our values}'), 'document-unknown', /Markdown/],
    ['a picture', latin1('\u0089PNG\r\n'), 'document-scanned', /OCRmyPDF/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0]), 'document-not-utf8', /UTF-8/],
    ['a web archive', encode('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"'), 'document-unknown', /HTML only/],
  ])('%s', (_, bytes, rule, hint) => {
    expect.assertions(2);
    try {
      detectFormat(bytes, 'received.docx');
    } catch (error) {
      const problem = error instanceof ContentError ? error.problems[0] : undefined;
      expect(problem?.rule).toBe(rule);
      expect(problem?.hint).toMatch(hint);
    }
  });
});

test('a file whose name promises another format is read as what it is, and the report says so', async () => {
  const bytes = encode('<!DOCTYPE html><h1>Our values</h1><h2>Care</h2><ul><li>We knock first.</li></ul>');
  const { framework, doubts } = await importDocument({ bytes, fileName: 'our-values.docx', themes: [] });
  expect([framework.elements.length, doubts[0]?.reason]).toEqual([1, 'the file is named like a Word document, but holds a web page and was read as that']);
});
