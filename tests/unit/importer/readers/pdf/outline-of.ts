import type { Block, Outline } from '../../../../../src/importer/outline.ts';
import { readPdf } from '../../../../../src/importer/readers/pdf/read-pdf.ts';
import { makePdf, type Page, type PdfOptions } from './make-pdf.ts';

export function readPages(pages: readonly Page[], options?: PdfOptions): Promise<Outline> {
  return readPdf(makePdf(pages, options), 'our-practice.pdf');
}

/** The blocks as a person would note them down: "# " and more for headings, a mark for items, "(reason) " for what is set aside. */
export async function describePages(pages: readonly Page[]): Promise<string[]> {
  return (await readPages(pages)).blocks.map(describeBlock);
}

function describeBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level ?? 0)} ${block.content.text}`;
    case 'item':
      return `${'  '.repeat(block.depth)}${block.marker.value === '' ? '-' : `${block.marker.value})`} ${block.content.text}`;
    case 'table':
      return block.rows.map((row) => `| ${row.map((cell) => cell.map((quote) => quote.text).join(' / ')).join(' | ')} |`).join('\n');
    case 'aside':
      return `(${block.reason}) ${block.content.text}`;
    case 'definition':
      return `${block.term.text}: ${block.content.text}`;
    case 'paragraph':
      return block.content.text;
  }
}
