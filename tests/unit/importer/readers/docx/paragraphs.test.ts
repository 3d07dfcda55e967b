import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../../../src/importer/readers/docx/read-docx.ts';
import { isAllStrong } from '../../../../../src/importer/quoted-text.ts';
import { bold, makeDocx, pageBreak, paragraph, plain, run, style } from './make-docx.ts';
import { outlineOf } from './outline-of.ts';

const large = (text: string, halfPoints: number) => plain(run(text, `<w:sz w:val="${halfPoints}"/>`));
const PROSE = 'We write this for everybody who works with children, so that all of us do what we have promised to do.';

describe('a heading', () => {
  test('is what has a heading’s style, by the outline level or the name of the style, and in every language', async () => {
    const styles = [style('Otsikko2', 'heading 2'), style('Own', 'Our standard', '<w:basedOn w:val="Heading2"/>'), style('NotOne', 'Our text', '<w:basedOn w:val="Heading2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')];
    const body = [paragraph('Heading1', 'Standards'), paragraph('Otsikko2', 'Time'), paragraph('Own', 'Care'), paragraph('NotOne', 'We wait.'), paragraph('', 'Visits', '<w:outlineLvl w:val="2"/>')];
    expect(await outlineOf({ body, styles })).toEqual(['heading 1: Standards', 'heading 2: Time', 'heading 2: Care', 'We wait.', 'heading 3: Visits']);
  });
  test('in the style of a title stands over all others', async () => {
    expect(await outlineOf([paragraph('Title', 'Our standards'), paragraph('Heading1', 'Time')])).toEqual(['heading of all: Our standards', 'heading 1: Time']);
  });
  test('that a document names without defining its style is still one', async () => {
    expect(await outlineOf({ body: [paragraph('Heading2', 'Time')], parts: { 'word/styles.xml': undefined } })).toEqual(['heading 2: Time']);
  });
  test('is no paragraph of prose that somebody gave a heading’s style', async () => {
    const prose = `${PROSE} ${PROSE} ${PROSE}`;
    expect(await outlineOf([paragraph('Heading1', prose)])).toEqual([prose]);
  });
  test('of two lines is one', async () => {
    expect(await outlineOf([paragraph('Heading1', 'Standard 1\nTime')])).toEqual(['heading 1: Standard 1 Time']);
  });
  test('may be made by hand, in larger type; the largest is the first level', async () => {
    expect(await outlineOf([large('Our standards', 40), large('Time', 28), plain(PROSE), large('Care', 28), plain(PROSE)])).toEqual(['sized heading 1: Our standards', 'sized heading 2: Time', PROSE, 'sized heading 2: Care', PROSE]);
  });
  test('in larger type stands beside the marked headings of its size', async () => {
    expect(await outlineOf([paragraph('Heading1', 'Standards'), paragraph('Heading2', 'Time'), plain(PROSE), large('Care', 28), plain(PROSE)])).toEqual(['heading 1: Standards', 'heading 2: Time', PROSE, 'sized heading 2: Care', PROSE]);
  });
  test('is no sentence, lead-in or document in large type', async () => {
    expect(await outlineOf([plain(PROSE), large('We listen.', 28), large('We will:', 28)])).toEqual([PROSE, 'We listen.', 'We will:']);
    expect(await outlineOf([large('We listen and act', 28), large('We tell them why', 28), large('We wait', 22)])).toEqual(['We listen and act', 'We tell them why', 'We wait']);
  });
});

describe('bold', () => {
  const strongOf = async (xml: string, styles: string[] = []) => {
    const { blocks } = await readDocx(makeDocx({ body: [xml], styles }), 'a.docx');
    return blocks.map((block) => block.type === 'paragraph' && isAllStrong(block.content));
  };
  test('may be said by the run, its style or the paragraph’s style, and be taken back', async () => {
    const styles = [style('Lead', 'Lead', '<w:rPr><w:b/></w:rPr>')];
    expect(await strongOf(plain(bold('Time')))).toEqual([true]);
    expect(await strongOf(plain(run('Time', '<w:rStyle w:val="Strong"/>')))).toEqual([true]);
    expect(await strongOf(paragraph('Lead', 'Time'), styles)).toEqual([true]);
    expect(await strongOf(plain(run('Time', '<w:b w:val="0"/>')))).toEqual([false]);
    expect(await strongOf(paragraph('Lead', run('Time', '<w:b w:val="false"/>')), styles)).toEqual([false]);
  });
  test('in both styles cancels out', async () => {
    expect(await strongOf(paragraph('Lead', run('Time', '<w:rStyle w:val="Strong"/>')), [style('Lead', 'Lead', '<w:rPr><w:b/></w:rPr>')])).toEqual([false]);
  });
});

describe('line breaks', () => {
  test('part statements, typed marks and changes of look', async () => {
    expect(await outlineOf([plain('We listen.\nWe act.')])).toEqual(['We listen.', 'We act.']);
    expect(await outlineOf([plain('We will:\n• listen\n• act')])).toEqual(['We will:', '•: listen', '•: act']);
    expect(await outlineOf([plain('We listen to them\nWe act on what they say\nWe tell them why')])).toEqual(['We listen to them', 'We act on what they say', 'We tell them why']);
    expect(await outlineOf([plain('Each child will have:\na life story book before the move\none worker who stays with them')])).toEqual(['Each child will have:', 'a life story book before the move', 'one worker who stays with them']);
    expect(await outlineOf([plain(`${bold('Care')}${run('\nWe look after each other')}`)])).toEqual(['Care', 'We look after each other']);
    expect(await outlineOf([plain('Our aim\n\nThe child')])).toEqual(['Our aim', 'The child']);
  });
  test('that only make the text fit don’t', async () => {
    expect(await outlineOf([plain('We listen to every child and\nact on what they say')])).toEqual(['We listen to every child and act on what they say']);
    expect(await outlineOf([plain('Creation of our\nBridge of Practice\nModel')])).toEqual(['Creation of our Bridge of Practice Model']);
  });
});

test('a new page is known from a break, a break before, a section, and where Word last ended one', async () => {
  const section = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>';
  expect(await outlineOf([plain('One'), plain(pageBreak), plain('Two'), plain(`${run('Three')}${pageBreak}`), plain('Four'), paragraph('', 'Five', '<w:pageBreakBefore/>'), paragraph('', 'Six', section), plain('Seven'), plain(`<w:r><w:lastRenderedPageBreak/><w:t>Eight</w:t></w:r>`), paragraph('', 'Nine', section.replace('nextPage', 'continuous')), plain('Ten')])).toEqual(
    ['One', '[new page] Two', 'Three', '[new page] Four', '[new page] Five', 'Six', '[new page] Seven', '[new page] Eight', 'Nine', 'Ten']);
});

test('a quotation is known by its style', async () => {
  expect(await outlineOf([paragraph('Quote', 'I felt heard.')])).toEqual(['quoted: I felt heard.']);
});

test('terms and what they mean are known by their styles', async () => {
  const styles = [style('DefinitionTerm', 'Definition Term'), style('Definition', 'Definition')];
  expect(await outlineOf({ styles, body: [paragraph('DefinitionTerm', 'Care'), paragraph('Definition', 'We look after each other.'), paragraph('DefinitionTerm', 'Lonely'), plain('We wait.')] })).toEqual(['definition: Care = We look after each other.', 'Lonely', 'We wait.']);
});

test('white space, hyphens, tabs and symbols are read as they are seen', async () => {
  expect(await outlineOf([plain('<w:r><w:t xml:space="preserve">A well</w:t><w:noBreakHyphen/><w:t>known  way</w:t><w:tab/><w:t>of wor</w:t><w:softHyphen/><w:t>king </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')])).toEqual(['A well-known way of working ✓']);
});

test('the saved text can be read, and every quotation stands in it where it says', async () => {
  const { blocks, documentText } = await readDocx(makeDocx({ body: [paragraph('Heading1', 'Standards', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'), plain('We will:'), paragraph('ListBullet', 'listen'), paragraph('ListBullet', 'act  fast')] }), 'a.docx');
  expect(documentText).toBe('1. Standards\nWe will:\n• listen\n• act fast\n');
  const placed = blocks.flatMap((block) => (block.type === 'table' || block.type === 'definition' ? [] : [[block.line, documentText.slice(block.content.starts[0], block.content.ends.at(-1))]]));
  expect(placed).toEqual([[1, 'Standards'], [2, 'We will:'], [3, 'listen'], [4, 'act fast']]);
});

test('title and author come from the properties where a person wrote them', async () => {
  const read = async (title: string, creator: string) => (await readDocx(makeDocx({ body: [plain('We listen.')], properties: { title, creator } }), 'a.docx')).metadata;
  expect(await read('Practice standards', 'Ann Other')).toEqual({ title: 'Practice standards', author: 'Ann Other' });
  expect(await read('Microsoft Word - Document1', 'user')).toEqual({});
});
