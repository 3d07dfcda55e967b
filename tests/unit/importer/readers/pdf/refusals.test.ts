import { describe, expect, test, vi } from 'vitest';
import { ContentError } from '../../../../../src/framework/problem.ts';
import { readPdf } from '../../../../../src/importer/readers/pdf/read-pdf.ts';
import { column, makePdf } from './make-pdf.ts';

const page = { texts: column(72, 80, ['We listen to every child and write down what the child says.']) };

async function refusalOf(bytes: Uint8Array): Promise<{ rule: string; message: string; hint: string | undefined }> {
  try {
    await readPdf(bytes, 'our-practice.pdf');
  } catch (error) {
    if (error instanceof ContentError && error.problems[0]) return { rule: error.problems[0].rule, message: error.problems[0].message, hint: error.problems[0].hint };
    throw error;
  }
  return { rule: 'none', message: '', hint: undefined };
}

describe('what cannot be read is refused, with what to do instead', () => {
  test('a PDF with a password', async () => {
    expect((await refusalOf(makePdf([page], { isLocked: true }))).rule).toBe('document-locked');
  });

  test('a PDF that ends too soon', async () => {
    const bytes = makePdf([page]);
    expect((await refusalOf(bytes.slice(0, 120))).rule).toBe('document-damaged');
  });

  test('a scan, naming tools that read it', async () => {
    const { rule, hint } = await refusalOf(makePdf([{ texts: [] }, { texts: [{ text: 'Scan 1', x: 72, y: 80 }] }]));
    expect(rule).toBe('document-scanned');
    expect(hint).toMatch(/OCRmyPDF.*Acrobat/);
  });

  test('more than a thousand pages, before any is read', async () => {
    expect(await refusalOf(makePdf(Array.from({ length: 1001 }, () => page)))).toMatchObject({ rule: 'document-too-large', message: 'The PDF has 1001 pages; the limit is 1000.' });
  });
});

test('nothing is printed, whatever the PDF holds', async () => {
  const spies = (['log', 'warn', 'error', 'info'] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => undefined));
  const bytes = makePdf([page]);
  await refusalOf(bytes.slice(0, 120));
  await refusalOf(Uint8Array.from(Buffer.from(Buffer.from(bytes).toString('latin1').replace('/Helvetica-Bold', '/Unknown-Font00').replace('startxref', 'startxxxx'), 'latin1')));
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});

test('the bytes that were given stay as they were', async () => {
  const bytes = makePdf([page]);
  const before = bytes.slice();
  await readPdf(bytes, 'our-practice.pdf');
  expect(bytes).toEqual(before);
});
