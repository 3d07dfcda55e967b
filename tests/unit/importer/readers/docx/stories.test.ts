import { describe, expect, test } from 'vitest';
import { bold, field, item, pageBreak, paragraph, plain, relationshipId, run, textBox } from './make-docx.ts';
import { outlineOf } from './outline-of.ts';

describe('tracked changes are read as accepted', () => {
  const deleted = (text: string) => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const ofMark = (change: string) => `<w:rPr><w:${change} w:id="2"/></w:rPr>`;
  test('words', async () => {
    expect(await outlineOf([plain(`${run('We ')}${deleted('may ')}<w:ins w:id="3">${run('will ')}</w:ins>${run('ring.')}`)])).toEqual(['We will ring.']);
    expect(await outlineOf([plain(`<w:moveFrom w:id="1">${run('We ring.')}</w:moveFrom>`), plain(`<w:moveTo w:id="2">${run('We ring.')}</w:moveTo>`)])).toEqual(['We ring.']);
  });
  test('the end of a paragraph, so that two become one', async () => {
    expect(await outlineOf([paragraph('', 'We ring ', ofMark('del')), plain('and visit.'), plain('We wait.')])).toEqual(['We ring and visit.', 'We wait.']);
  });
  test('a whole item, which no longer counts', async () => {
    expect(await outlineOf([item(0, 'One', 2), paragraph('', deleted('Two'), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>${ofMark('del')}`), item(0, 'Three', 2)])).toEqual(['number 1: One', 'number 2: Three']);
  });
  test('the end of the last paragraph, which keeps its text', async () => {
    expect(await outlineOf([paragraph('', 'We ring.', ofMark('del'))])).toEqual(['We ring.']);
  });
});

describe('fields show their result', () => {
  test('and not what they say to Word, also one in another', async () => {
    expect(await outlineOf([plain(`${run('See ')}${field(' REF standard ', run('Standard 2'))}${run('.')}`)])).toEqual(['See Standard 2.']);
    expect(await outlineOf([plain(field(' HYPERLINK "x" ', `${run('page ')}${field(' PAGEREF _Toc1 ', run('4'))}`))])).toEqual(['page 4']);
    expect(await outlineOf([plain('<w:fldSimple w:instr=" TITLE "><w:r><w:t>Standards</w:t></w:r></w:fldSimple>')])).toEqual(['Standards']);
  });
  test('and one that never ends swallows nothing', async () => {
    expect(await outlineOf([plain(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('We ring.')}`), plain('We visit.')])).toEqual(['aside (hidden text): We ring.', 'We visit.']);
  });
});

describe('a table of contents is set aside', () => {
  test('by its styles', async () => {
    expect(await outlineOf([paragraph('TOC1', 'Time\t3'), plain('We ring.')])).toEqual(['aside (table of contents): Time 3', 'We ring.']);
  });
  test('by its field', async () => {
    const [begin = '', end = ''] = field(' TOC \\o "1-3" ', '|').split('|');
    expect(await outlineOf([plain(`${begin}${run('Time 3')}`), plain(run('Care 4')), plain(end), plain('We ring.')])).toEqual(['aside (table of contents): Time 3', 'aside (table of contents): Care 4', 'We ring.']);
  });
  test('by its control', async () => {
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Heading1', 'Contents')}${plain('Time 3')}</w:sdtContent></w:sdt>`;
    expect(await outlineOf([control, plain('We ring.')])).toEqual(['aside (table of contents): Contents', 'aside (table of contents): Time 3', 'We ring.']);
  });
});

describe('text boxes and graphics', () => {
  test('a text box is read once, after its paragraph', async () => {
    expect(await outlineOf([plain(`${run('We ring.')}${textBox(`${paragraph('Heading2', 'Time')}${item(0, 'We visit.')}`)}`), plain('We wait.')])).toEqual(['We ring.', 'heading 2: Time', '•: We visit.', 'We wait.']);
  });
  test('that hangs on an item waits for the end of the list', async () => {
    expect(await outlineOf([item(0, `${run('One')}${textBox(plain('Beside'))}`), item(0, 'Two'), plain('We wait.')])).toEqual(['•: One', '•: Two', 'Beside', 'We wait.']);
  });
  test('in the old form alone is read too', async () => {
    expect(await outlineOf([plain(`<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${plain('We ring.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`)])).toEqual(['We ring.']);
  });
  test('a SmartArt graphic is a list, in the order in which it is presented', async () => {
    const point = (id: string, text: string, type = 'node') => `<dgm:pt modelId="${id}" type="${type}"><dgm:t><a:p><a:r><a:t>${text}</a:t></a:r></a:p></dgm:t></dgm:pt>`;
    const under = (from: string, to: string, order: number) => `<dgm:cxn srcId="${from}" destId="${to}" srcOrd="${order}"/>`;
    const diagram = `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>${point('0', '', 'doc')}${point('2', 'Care')}${point('1', 'Time')}${point('3', 'We ring')}${point('4', 'drawn', 'pres')}</dgm:ptLst><dgm:cxnLst>${under('0', '2', 1)}${under('0', '1', 0)}${under('1', '3', 0)}</dgm:cxnLst></dgm:dataModel>`;
    const graphic = `<w:r><w:drawing><a:graphic><a:graphicData><dgm:relIds r:dm="${relationshipId(1)}"/></a:graphicData></a:graphic></w:drawing></w:r>`;
    expect(await outlineOf({ body: [plain(graphic)], diagram })).toEqual(['•: Time', '  •: We ring', '•: Care']);
  });
  test('a picture’s description stands beside the text', async () => {
    expect(await outlineOf([plain(`${run('We ring.')}<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="A worker at a door"/></wp:inline></w:drawing></w:r>`)])).toEqual(['We ring.', 'aside (picture (its description)): A worker at a door']);
  });
});

describe('what stands beside the text is set aside with its reason', () => {
  test('hidden text', async () => {
    expect(await outlineOf([plain(`${run('We ring. ')}${run('Not yet agreed.', '<w:vanish/>')}${run('We visit.')}`)])).toEqual(['We ring. We visit.', 'aside (hidden text): Not yet agreed.']);
  });
  test('notes and comments, without their marks in the text', async () => {
    expect(await outlineOf({ body: [plain(`${run('We ring')}<w:r><w:footnoteReference w:id="1"/></w:r>${run('.')}`)], footnotes: [plain('Or write.')], comments: [plain('Is this so?')] })).toEqual(['We ring.', 'aside (footnote): Or write.', 'aside (comment): Is this so?']);
  });
  test('headers and footers, each text once', async () => {
    expect(await outlineOf({ body: [plain('We ring.')], headers: [plain('Our standards'), plain('Our standards')], footers: [plain(`${run('Page ')}${field(' PAGE ', run('2'))}`)] })).toEqual(['We ring.', 'aside (header or footer): Our standards', 'aside (header or footer): Page 2']);
  });
});

test('content controls, tags and links hide nothing', async () => {
  expect(await outlineOf([`<w:sdt><w:sdtContent>${plain(`<w:sdt><w:sdtContent>${run('We ')}</w:sdtContent></w:sdt><w:smartTag><w:customXml>${bold('ring')}</w:customXml></w:smartTag><w:hyperlink r:id="x">${run(' you')}</w:hyperlink>`)}</w:sdtContent></w:sdt>`])).toEqual(['We ring you']);
});

test('a page that ends inside a paragraph begins a line', async () => {
  expect(await outlineOf([plain(`${run('We ring.')}${pageBreak}${run('We visit.')}`)])).toEqual(['We ring.', '[new page] We visit.']);
});
