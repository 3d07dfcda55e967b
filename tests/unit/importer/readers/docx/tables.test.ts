import { describe, expect, test } from 'vitest';
import { cell, item, paragraph, plain, table } from './make-docx.ts';
import { bold } from './make-docx.ts';
import { outlineOf } from './outline-of.ts';

const HEADER = ['Standard', 'What we do'];
const ROW = ['Time', 'We visit within five days of a call.'];

describe('a table', () => {
  test('keeps its rows and cells', async () => {
    expect(await outlineOf([table([ROW, ['Care', 'We ask how everybody is.']])])).toEqual(['table: Time | We visit within five days of a call. || Care | We ask how everybody is.']);
  });
  test('has a header where it is marked, bold or short over longer rows', async () => {
    expect(await outlineOf([table([ROW, ROW], { isHeaderMarked: true })])).toEqual([`table with header: ${ROW.join(' | ')} || ${ROW.join(' | ')}`]);
    expect(await outlineOf([table([[plain(bold('Time')), plain(bold('What we do in these five days'))], ['a', 'b']])])).toEqual(['table with header: Time | What we do in these five days || a | b']);
    expect(await outlineOf([table([HEADER, ROW])])).toEqual([`table with header: ${HEADER.join(' | ')} || ${ROW.join(' | ')}`]);
  });
  test('has cells of several lines', async () => {
    const lines = `${plain('We will:')}${item(0, 'ring')}${plain('1. visit\n2. ask')}`;
    expect(await outlineOf([table([['Time', lines], ['Care', 'We wait.']])])).toEqual(['table: Time | We will: / ring / visit / ask || Care | We wait.']);
  });
  test('has empty places where a cell takes several columns or reaches down', async () => {
    expect(await outlineOf([table([[cell('Time', { span: 2 }), cell('Care')], [cell('A', { reaches: 'down' }), cell('b'), cell('c')], [cell('', { reaches: 'from above' }), cell('d'), cell('e')]])])).toEqual(['table: Time |  | Care || A | b | c ||  | d | e']);
  });
  test('in a cell of another becomes lines of that cell', async () => {
    expect(await outlineOf([table([['Time', `${plain('We will:')}${table([['ring', 'visit']])}`], ['Care', 'We wait.']])])).toEqual(['table: Time | We will: / ring / visit || Care | We wait.']);
  });
  test('loses the rows that somebody deleted', async () => {
    expect(await outlineOf([table([ROW, ROW]).replace('</w:tr><w:tr>', '</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>')])).toEqual([`table: ${ROW.join(' | ')}`]);
  });
  test('ends the lists before it', async () => {
    expect(await outlineOf([item(0, 'One'), table([ROW, ROW]), item(1, 'Two')])).toEqual(['•: One', `table: ${ROW.join(' | ')} || ${ROW.join(' | ')}`, '•: Two']);
  });
});

describe('columns made with tabs', () => {
  const row = (name: string) => plain(`${name}\tWe share bad news early.\t\tWe hide behind jargon.`);
  test('are a table where three lines or more have as many', async () => {
    expect(await outlineOf([plain('Behaviour\tWhat we do\tWhat we avoid'), row('Open'), row('Steady'), plain('We wait.')])).toEqual(['table with header: Behaviour | What we do | What we avoid || Open | We share bad news early. | We hide behind jargon. || Steady | We share bad news early. | We hide behind jargon.', 'We wait.']);
  });
  test('are none in two lines, in typed lists and in contents', async () => {
    expect(await outlineOf([row('Open'), row('Steady')])).toHaveLength(2);
    expect(await outlineOf([1, 2, 3].map((at) => plain(`${at}.\tWe ring.`)))).toHaveLength(3);
    expect(await outlineOf([1, 2, 3].map((at) => plain(`Care\t${at}`)))).toHaveLength(3);
  });
});

describe('a table that only sets text in a box or side by side is read as the text it holds', () => {
  test('of one cell', async () => {
    expect(await outlineOf([table([[`${plain('We will:')}${item(0, 'ring')}`]])])).toEqual(['We will:', '•: ring']);
  });
  test('of one column with headings', async () => {
    expect(await outlineOf([table([[`${paragraph('Heading2', 'Time')}${plain('We ring.')}`], ['We wait.']])])).toEqual(['heading 2: Time', 'We ring.', 'We wait.']);
  });
  test('of columns that each have a heading and text', async () => {
    const column = (name: string) => `${paragraph('Heading2', name)}${item(0, 'We ring.')}`;
    expect(await outlineOf([table([[column('Time'), column('Care')]])])).toEqual(['heading 2: Time', '•: We ring.', 'heading 2: Care', '•: We ring.']);
  });
});
