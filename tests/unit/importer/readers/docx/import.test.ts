import { expect, test } from 'vitest';
import { draftFramework } from '../../../../../src/importer/draft-framework.ts';
import { readDocx } from '../../../../../src/importer/readers/docx/read-docx.ts';
import { item, makeDocx, numbered, paragraph, plain, run, textBox, type DocxInput } from './make-docx.ts';

async function draftOf(input: DocxInput) {
  return draftFramework({ outline: await readDocx(makeDocx(input), 'our-standards.docx'), file: 'our-standards.docx', sha256: '', themes: [] });
}

test('standards that Word numbers, with lists and a text box, make a framework', async () => {
  const { framework, loss } = await draftOf({
    body: [
      paragraph('Title', 'Our practice standards'), paragraph('TOC1', 'Time\t2'),
      paragraph('Heading1', 'Time', numbered(0, 3)), plain(`${run('We will:')}${textBox(plain('A child said: they came when they said.'))}`), item(0, 'visit within five days'), item(0, run('ring on the day')),
      paragraph('Heading1', 'Care', numbered(0, 3)), plain('We will:'), item(0, 'ask how everybody is'), item(0, 'write it down'),
    ],
    footers: [plain('Anytown Council')],
  });
  expect(framework.title).toBe('Our practice standards');
  expect(framework.elements.map(({ kind, number, label, statements }) => [kind, number, label, statements.map(({ stem, text }) => `${stem ?? ''} ${text}`)])).toEqual([
    ['standard', '1', 'Time', ['We will: visit within five days', 'We will: ring on the day']],
    ['standard', '2', 'Care', ['We will: ask how everybody is', 'We will: write it down']],
  ]);
  expect(loss.map(({ reason, text }) => [reason, text])).toEqual([
    ['table of contents', 'Time 2'],
    ['prose beside the statements', 'A child said: they came when they said.'],
    ['header or footer', 'Anytown Council'],
  ]);
});

test('a publisher at the very end is found although notes and footers come after it', async () => {
  const { framework } = await draftOf({ body: [paragraph('Heading1', 'Time'), item(0, 'We ring.'), item(0, 'We visit.'), plain('Anytown Council')], footers: [plain('Draft')], footnotes: [plain('One.'), plain('Two.'), plain('Three.')] });
  expect(framework.publisher).toBe('Anytown Council');
});
