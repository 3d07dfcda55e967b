import { canBeSeen, readTypedMarker, textOfRuns } from '../runs.ts';
import type { WordRun } from './inline-reader.ts';
import { readRole } from './role.ts';
import type { WordBlock, WordCell, WordParagraph } from './word-blocks.ts';

/** Two lines with a tab in each may be anything; three are set in columns. */
const FEWEST_ROWS = 3;

/** Makes tables of paragraphs that follow each other and are parted by tabs into the same number of columns. */
export function gatherTabTables(blocks: readonly WordBlock[]): WordBlock[] {
  const gathered: WordBlock[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) continue;
    const rows: WordCell[][] = [];
    const columns = partAtTabs(block).length;
    if (columns > 1) {
      for (let next = blocks[at]; next && partAtTabs(next).length === columns; next = blocks[at + rows.length]) rows.push(toCells(next, partAtTabs(next)));
    }
    if (rows.length >= FEWEST_ROWS) {
      gathered.push({ type: 'table', isHeaderMarked: false, rows });
      at += rows.length - 1;
    } else gathered.push(block);
  }
  return gathered;
}

/** The columns of a line; one for a paragraph of another kind, a list item or a line of contents. */
function partAtTabs(block: WordBlock): WordRun[][] {
  if (block.type !== 'paragraph' || block.list || readRole(block).type !== 'plain') return [];
  const [line, ...others] = block.lines;
  if (!line || others.length > 0 || !textOfRuns(line.runs).includes('\t') || readTypedMarker(line.runs)) return [];
  const columns: WordRun[][] = [[]];
  for (const run of line.runs) {
    for (const [index, text] of run.text.split('\t').entries()) {
      if (index > 0) columns.push([]);
      columns.at(-1)?.push({ ...run, text });
    }
  }
  const filled = columns.filter(canBeSeen);
  const isContents = /\.(?:\s*\.){2,}/.test(textOfRuns(line.runs)) || /^\s*\d{1,3}\s*$/.test(textOfRuns(filled.at(-1) ?? []));
  return isContents ? [] : filled;
}

function toCells(block: WordBlock, columns: readonly WordRun[][]): WordCell[] {
  if (block.type !== 'paragraph') return [];
  return columns.map((runs, at) => {
    const cell: WordParagraph = { ...block, lines: [{ runs, isAfterBreak: at === 0 && (block.lines[0]?.isAfterBreak ?? false) }], ...(at === 0 ? {} : { asides: [], boxes: [] }) };
    return { blocks: [cell], span: 1 };
  });
}
