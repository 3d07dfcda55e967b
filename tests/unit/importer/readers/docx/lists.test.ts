import { describe, expect, test } from 'vitest';
import { bold, instance, item, level, list, makeDocx, numbered, NUMBERING, paragraph, plain, style } from './make-docx.ts';
import { outlineOf } from './outline-of.ts';
import { readDocx } from '../../../../../src/importer/readers/docx/read-docx.ts';

describe('the numbers of a list are counted as Word counts them', () => {
  test('level by level, each starting again under the next above', async () => {
    expect(await outlineOf([item(0, 'Time', 2), item(1, 'We ring.', 2), item(1, 'We visit.', 2), item(2, 'at home', 2), item(0, 'Care', 2), item(1, 'We ask.', 2)])).toEqual(
      ['number 1: Time', '  number 1.1: We ring.', '  number 1.2: We visit.', '    letter a: at home', 'number 2: Care', '  number 2.1: We ask.']);
  });
  test('in every format', async () => {
    const formats = ['decimal', 'lowerLetter', 'upperLetter', 'lowerRoman', 'upperRoman', 'decimalZero', 'ordinal'];
    const numbering = formats.map((format, at) => list(at, [level(0, format, '%1)')]) + instance(at + 1, at, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>')).join('');
    expect(await outlineOf({ numbering, body: formats.map((format, at) => item(0, format, at + 1)) })).toEqual(
      ['number 4: decimal', 'letter d: lowerLetter', 'letter D: upperLetter', 'roman iv: lowerRoman', 'roman IV: upperRoman', 'number 04: decimalZero', '4th: ordinal'].map((line) => line.replace('4th:', 'number 4th:')));
  });
  test('on through prose, and from the start where the list says so', async () => {
    const numbering = `${NUMBERING}${instance(7, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')}${instance(8, 2)}`;
    expect(await outlineOf({ numbering, body: [item(0, 'One', 2), plain('We wait.'), item(0, 'Two', 2), item(0, 'Again', 7), item(0, 'On', 8)] })).toEqual(['number 1: One', 'We wait.', 'number 2: Two', 'number 1: Again', 'number 2: On']);
  });
  test('without starting again where the level says so', async () => {
    const numbering = list(1, [level(0, 'decimal', '%1.'), level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>')]) + instance(1, 1);
    expect(await outlineOf({ numbering, body: [item(0, 'A', 1), item(1, 'B', 1), item(0, 'C', 1), item(1, 'D', 1)] })).toEqual(['number 1: A', '  number 1: B', 'number 2: C', '  number 2: D']);
  });
  test('with a level of their own in place of the list’s', async () => {
    const numbering = `${NUMBERING}${instance(7, 2, `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1.')}</w:lvlOverride>`)}`;
    expect(await outlineOf({ numbering, body: [item(0, 'One', 7)] })).toEqual(['letter A: One']);
  });
  test('also where a style names the list, or the list a style', async () => {
    const styles = [style('Point', 'Point', `<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>`), style('Kept', 'Kept', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')];
    const numbering = `${NUMBERING}<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Kept"/></w:abstractNum>${instance(9, 9)}`;
    expect(await outlineOf({ styles, numbering, body: [paragraph('Point', 'One'), item(1, 'Under', 9)] })).toEqual(['number 1: One', '  number 1.1: Under']);
  });
});

describe('a mark', () => {
  test('of words is read as part of the line', async () => {
    expect(await outlineOf([item(0, 'We are on time', 3), paragraph('Heading1', 'Care', numbered(0, 3))])).toEqual(['Standard 1: We are on time', 'heading 1: Standard 2: Care']);
  });
  test('of a heading is its number', async () => {
    expect(await outlineOf([paragraph('Heading1', 'Time', numbered(0, 2)), paragraph('Heading2', 'Visits', numbered(1, 2))])).toEqual(['heading 1 (1): Time', 'heading 2 (1.1): Visits']);
  });
  test('of nothing goes on with the item above', async () => {
    const numbering = `${NUMBERING}${list(9, [level(0, 'bullet', ' ')])}${instance(9, 9)}`;
    expect(await outlineOf({ numbering, body: [item(0, 'We ring.'), item(0, 'We wait.', 9), plain('We go.')] })).toEqual(['•: We ring.', '  We wait.', 'We go.']);
  });
  test('that was taken off leaves a paragraph', async () => {
    expect(await outlineOf([paragraph('ListBullet', 'We ring.', numbered(0, 0))])).toEqual(['We ring.']);
  });
  test('that somebody typed makes an item, but a year or a day makes none', async () => {
    expect(await outlineOf([plain('•\tWe ring.'), plain('- We visit.'), plain('1. We ask.'), plain('a) We wait.')])).toEqual(['•: We ring.', '•: We visit.', 'number 1: We ask.', 'letter a: We wait.']);
    expect(await outlineOf([plain('2024 was hard.'), plain('3 workers left.')])).toEqual(['2024 was hard.', '3 workers left.']);
  });
  test('that somebody typed before a name in bold stays with it, for the name heads what follows', async () => {
    expect(await outlineOf([plain(bold('2.1 Visits')), plain('1. We ring.'), plain(bold('2.2 Calls')), plain(bold('2.3 Letters')), plain('We write.')])).toEqual(['2.1 Visits', 'number 1: We ring.', 'number 2.2: Calls', '2.3 Letters', 'We write.']);
  });
  test('that somebody typed after a bullet is the one that counts', async () => {
    expect(await outlineOf([item(0, '1.1 We ring.')])).toEqual(['number 1.1: We ring.']);
  });
  test('is written in the saved text', async () => {
    const { documentText } = await readDocx(makeDocx({ body: [item(0, 'Time', 2), item(1, 'We ring.', 2), item(2, 'first', 2), plain('-  typed')] }), 'a.docx');
    expect(documentText).toBe('1. Time\n  1.1 We ring.\n    (a) first\n- typed\n');
  });
});

describe('how deep an item stands', () => {
  test('is told by its level inside a list, and by how far it stands in between lists', async () => {
    const numbering = `${NUMBERING}${list(9, [level(0, 'bullet', 'o')])}${instance(9, 9)}`;
    const further = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr><w:ind w:left="1440" w:hanging="360"/>';
    expect(await outlineOf({ numbering, body: [item(0, 'One'), item(1, 'Two'), item(0, 'Three'), paragraph('', 'Four', further), item(0, 'Five')] })).toEqual(['•: One', '  •: Two', '•: Three', '  •: Four', '•: Five']);
  });
  test('begins at none, however deep the list’s first level is', async () => {
    expect(await outlineOf([plain('We will:'), item(1, 'ring'), item(1, 'visit')])).toEqual(['We will:', '•: ring', '•: visit']);
  });
});

test('a list of text without a list in the file is known by Word’s style', async () => {
  expect(await outlineOf({ body: [paragraph('ListBullet', 'We ring.')], numbering: '' })).toEqual(['•: We ring.']);
});
