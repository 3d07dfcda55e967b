import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openPackage } from '../../../../../src/importer/readers/office-open/open-package.ts';
import { problemOf } from '../problem-of.ts';

const RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://x/relationships/styles" Target="styles.xml"/><Relationship Id="b" Type="http://x/relationships/image" Target="/media/picture.png"/><Relationship Id="c" Type="http://x/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>';
const zip = (parts: Record<string, string | Uint8Array>) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])), { level: 1 });
const open = (bytes: Uint8Array) => openPackage(bytes, 'standards.docx');
const read = (bytes: Uint8Array, part: string) => async () => (await open(bytes)).readXml(part);

/** Writes other bytes over all places that hold these. */
function patch(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Uint8Array.from(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'));
}

/** Changes a number in the entry of the zip's list of parts (APPNOTE 4.3.12). */
function patchEntry(bytes: Uint8Array, at: number, value: number, size: 2 | 4): Uint8Array {
  const patched = Buffer.from(bytes);
  const entry = patched.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  if (size === 2) patched.writeUInt16LE(value, entry + at);
  else patched.writeUInt32LE(value, entry + at);
  return patched;
}

test('parts are read by name, and what they refer to by id', async () => {
  const pack = await open(zip({ 'word/document.xml': '<a/>', 'word/_rels/document.xml.rels': RELATIONSHIPS }));
  expect(pack.partNames).toEqual(['word/document.xml', 'word/_rels/document.xml.rels']);
  expect((await pack.readXml('word/document.xml'))?.name).toBe('a');
  expect(await pack.readXml('word/styles.xml')).toBeUndefined();
  expect([...await pack.readRelationships('word/document.xml')]).toEqual([
    ['a', { type: 'styles', target: 'word/styles.xml', isExternal: false }],
    ['b', { type: 'image', target: 'media/picture.png', isExternal: false }],
    ['c', { type: 'hyperlink', target: 'https://example.org/', isExternal: true }],
  ]);
  expect((await pack.readRelationships('word/styles.xml')).size).toBe(0);
});

describe('a hostile or broken package is refused with what to do instead', () => {
  const document = zip({ 'word/document.xml': '<w:document>We listen to every child.</w:document>' });
  const spaces = new Uint8Array(65_000_000).fill(32);
  test.each([
    ['a name that points out of the package', () => open(zip({ '../evil.xml': '<a/>' })), 'document-damaged'],
    ['an absolute name', () => open(zip({ '/etc/evil.xml': '<a/>' })), 'document-damaged'],
    ['a drive’s name', () => open(zip({ 'C:/evil.xml': '<a/>' })), 'document-damaged'],
    ['a name that comes twice', () => open(patch(zip({ 'word/a.xml': '<a/>', 'word/b.xml': '<b/>' }), 'word/b.xml', 'word/a.xml')), 'document-damaged'],
    ['two thousand and one parts', () => open(zip(Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`part${at}.xml`, ''])))), 'document-too-complex'],
    ['a locked part', () => open(patchEntry(document, 8, 1, 2)), 'document-locked'],
    ['a part that is larger than it says', read(patchEntry(document, 24, 10, 4), 'word/document.xml'), 'document-damaged'],
    ['a part that unpacks into far more than any document', read(zip({ 'word/document.xml': spaces }), 'word/document.xml'), 'document-too-complex'],
    ['a part whose bytes are not what they were', read(Uint8Array.from(document).fill(255, 60, 64), 'word/document.xml'), 'document-damaged'],
    ['a file that ends too soon', () => open(document.subarray(0, document.length - 30)), 'document-damaged'],
  ])('%s', async (_, attempt, rule) => {
    const problem = await problemOf(attempt);
    expect(problem).toMatchObject({ rule, severity: 'error', place: { file: 'standards.docx' } });
    expect(problem?.hint).toMatch(/save it/);
  });
  test('all parts together unpack into no more than two of the largest', async () => {
    const large = Buffer.concat([Buffer.from('<!DOCTYPE a>'), spaces.subarray(0, 45_000_000)]);
    const pack = await open(zip({ 'a.xml': large, 'b.xml': large, 'c.xml': large }));
    const rules = [];
    // The first two are small enough to be unpacked, and refused for what they hold.
    for (const part of ['a.xml', 'b.xml', 'c.xml']) rules.push((await problemOf(() => pack.readXml(part)))?.rule);
    expect(rules).toEqual(['document-damaged', 'document-damaged', 'document-too-complex']);
  });
  test('pictures and macros are never unpacked, whatever they hold', async () => {
    const pack = await open(patchEntry(zip({ 'word/media/image1.png': 'xxxxxxxx', 'word/document.xml': '<a/>' }), 24, 4_000_000_000, 4));
    expect((await pack.readXml('word/document.xml'))?.name).toBe('a');
  });
});
