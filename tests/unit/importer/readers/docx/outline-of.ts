import { quotesOf, type Block } from '../../../../../src/importer/outline.ts';
import { readDocx } from '../../../../../src/importer/readers/docx/read-docx.ts';
import { makeDocx, type DocxInput } from './make-docx.ts';

/** The blocks of a document, each as a person would note it down: "heading 1: …", "  2.1: …" for an item, "aside (reason): …". */
export async function outlineOf(input: DocxInput | readonly string[]): Promise<string[]> {
  const { blocks } = await readDocx(makeDocx('body' in input ? input : { body: input }), 'standards.docx');
  return blocks.map(describe);
}

function describe(block: Block): string {
  const text = quotesOf(block).map((quote) => quote.text).join(' ');
  const page = block.isAfterBreak ? '[new page] ' : '';
  switch (block.type) {
    case 'heading':
      return `${page}${block.evidence === 'sized' ? 'sized ' : ''}heading ${block.level ?? 'of all'}${block.number === undefined ? '' : ` (${block.number})`}: ${text}`;
    case 'item':
      return `${page}${'  '.repeat(block.depth)}${block.marker.kind === 'bullet' ? '•' : `${block.marker.kind} ${block.marker.value}`}: ${text}`;
    case 'aside':
      return `aside (${block.reason}): ${text}`;
    case 'table':
      return `table${block.hasHeader ? ' with header' : ''}: ${block.rows.map((row) => row.map((cell) => cell.map((quote) => quote.text).join(' / ')).join(' | ')).join(' || ')}`;
    case 'definition':
      return `${page}definition: ${block.term.text} = ${block.content.text}`;
    case 'paragraph':
      return `${page}${'  '.repeat(block.depth)}${block.isQuotation ? 'quoted: ' : ''}${text}`;
  }
}
