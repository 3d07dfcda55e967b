import { looksLikeHeading } from './headings.ts';
import type { Cell, TableBlock } from './outline.ts';
import { countWords, joinQuotes, type QuotedText } from './quoted-text.ts';
import { splitSentences } from './sentences.ts';
import { COLUMN_WORDS, isAvoidance } from './vocabulary.ts';

/** One row or cell of a table that has a name. */
export interface TableEntry {
  label: QuotedText;
  number?: string;
  statements: TableStatement[];
}

export interface TableStatement {
  quote: QuotedText;
  /** The column's heading, where several columns hold statements. */
  stem?: QuotedText;
}

/** What a table says: named entries, or statements that belong to the section it stands in. */
export type TableReading = { entries: TableEntry[]; statements: TableStatement[] };

interface Column {
  at: number;
  heading: QuotedText | undefined;
  role: 'number' | 'label' | 'statement' | 'metadata';
  meanWords: number;
}

/** Reads the statements out of a table; columns of references, evidence and responsibilities are left out. */
export function readTable(table: TableBlock): TableReading {
  const grid = readLabelledGrid(table);
  if (grid) return { entries: grid, statements: [] };
  const header = table.hasHeader ? table.rows[0] : undefined;
  // A header comes again where the table goes on over a page.
  const rows = table.hasHeader ? table.rows.slice(1).filter((row) => toText(row) !== toText(table.rows[0] ?? [])) : table.rows;
  const columns = judgeColumns(header, rows);
  const statementColumns = columns.filter(({ role }) => role === 'statement');
  const labelColumn = columns.find(({ role }) => role === 'label');
  const numberColumn = columns.find(({ role }) => role === 'number');
  const entries: TableEntry[] = [];
  const statements: TableStatement[] = [];
  const spanning = labelColumn ? new Set() : findSpanningRows(rows, columns);
  for (const row of rows) {
    // Under each name the header may come again.
    if (spanning.size > 0 && namesColumns(row) && rows.some((other) => other !== row && toText(other) === toText(row))) continue;
    if (spanning.has(row)) {
      entries.push({ label: joinQuotes(row.flat()), statements: [] });
      continue;
    }
    const label = joinQuotes(row[labelColumn?.at ?? -1] ?? []);
    const number = joinQuotes(row[numberColumn?.at ?? -1] ?? []).text;
    if (labelColumn && label.text !== '' && label.text !== entries.at(-1)?.label.text) entries.push({ label, statements: [], ...(number === '' ? {} : { number }) });
    const target = labelColumn ? entries.at(-1)?.statements : (entries.at(-1)?.statements ?? statements);
    for (const column of statementColumns) {
      const needsStem = statementColumns.length > 1 || (column.heading !== undefined && isAvoidance(column.heading.text));
      const { stem, lines } = readCellStem(row[column.at] ?? []);
      const heading = stem ?? (needsStem ? column.heading : undefined);
      for (const quote of splitCell(lines, labelColumn !== undefined)) target?.push(heading ? { quote, stem: heading } : { quote });
    }
  }
  return { entries: entries.filter((entry) => entry.statements.length > 0), statements };
}

const toText = (row: readonly Cell[]) => row.map((cell) => joinQuotes(cell).text).join('\t');

/** Rows with one short name across the whole width, over rows that fill several columns. */
function findSpanningRows(rows: readonly (readonly Cell[])[], columns: readonly Column[]): Set<readonly Cell[]> {
  // An empty cell beside a statement is only empty.
  const holdsStatements = (row: readonly Cell[]) => columns.some(({ at, role, heading }) => role === 'statement' && heading !== undefined && (row[at]?.length ?? 0) > 0);
  const filled = rows.map((row) => row.filter((cell) => cell.length > 0));
  const spanning = rows.filter((_, at) => {
    const [only, ...others] = filled[at] ?? [];
    const text = only === undefined ? '' : joinQuotes(only).text;
    return only !== undefined && others.length === 0 && !holdsStatements(rows[at] ?? []) && (filled[at + 1]?.length ?? 0) >= 2 && countWords(text) <= 14 && /^[\p{Lu}\p{N}]/u.test(text) && !/[.;,]$/.test(text);
  });
  return new Set(spanning);
}

/** Whether a row is made of words that head columns: "Behaviour", "What we do", "Evidence". */
export function namesColumns(row: readonly Cell[] | undefined): boolean {
  const texts = (row ?? []).map((cell) => joinQuotes(cell).text);
  return texts.filter((text) => COLUMN_WORDS.metadata.test(text) || COLUMN_WORDS.label.test(text) || isAvoidance(text) || (countWords(text) <= 6 && /^(?:what|how|we|our|you|in practice|descriptions?)\b/i.test(text))).length >= Math.max(2, texts.length * 0.5);
}

/** Whether a text is the kind that heads a column; one name among others, such as "Commitment", may be so by chance. */
function headsColumn(text: string): boolean {
  return COLUMN_WORDS.metadata.test(text) || COLUMN_WORDS.label.test(text) || COLUMN_WORDS.statement.test(text) || isAvoidance(text);
}

/** A cell that begins with a heading of its own ("What you can expect from us") over two lines or more. */
function readCellStem(cell: Cell): { stem: QuotedText | undefined; lines: Cell } {
  const [first, ...rest] = cell;
  const isStem = first !== undefined && rest.length >= 1 && (first.text.endsWith(':') || (looksLikeHeading(first.text, 8) && rest.every(({ text }) => /[.;!]$/.test(text))));
  return isStem ? { stem: first, lines: rest } : { stem: undefined, lines: cell };
}

/** A cell's lines are its statements; a cell of prose under a name is parted into sentences. */
function splitCell(cell: Cell, hasLabel: boolean): QuotedText[] {
  const lines = cell.filter((line) => /\p{L}/u.test(line.text));
  return lines.length === 1 && hasLabel ? lines.flatMap(splitSentences) : [...lines];
}

function judgeColumns(header: readonly Cell[] | undefined, rows: readonly (readonly Cell[])[]): Column[] {
  const width = Math.max(0, header?.length ?? 0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at): Column => {
    const heading = header?.[at] && header[at].length > 0 ? joinQuotes(header[at]) : undefined;
    const texts = rows.map((row) => joinQuotes(row[at] ?? []).text).filter((text) => text !== '');
    // "0 to 4" and "£176" are figures, not words.
    const meanWords = texts.reduce((sum, text) => sum + countWords(text.replace(/[£$€]?\d[\d.,]*/g, ' ')), 0) / Math.max(1, texts.length);
    const areNumbers = texts.length > 0 && texts.every((text) => /^\(?[A-Za-z]{0,4}[\s.-]?\d{0,3}(?:\.\d{1,3})*[.)]?$/.test(text)) && texts.some((text) => /\d/.test(text));
    const role = areNumbers ? 'number' : texts.length === 0 ? 'metadata' : judgeHeading(heading?.text, meanWords);
    return { at, heading, role, meanWords };
  });
  if (!columns.some(({ role }) => role === 'statement')) {
    const [widest] = columns.filter(({ role }) => role !== 'number').sort((a, b) => b.meanWords - a.meanWords);
    // Where nothing is longer than a figure or a job title the table holds data.
    if (widest && (widest.meanWords >= 3 || (widest.heading !== undefined && COLUMN_WORDS.statement.test(widest.heading.text)))) widest.role = 'statement';
  }
  const [first] = columns.filter(({ role }) => role !== 'number');
  // Without a heading that says so, a first column of short names beside longer text holds the names.
  const wide = columns.find(({ role }) => role === 'statement');
  if (first && first.role === 'statement' && columns.some((column) => column !== first && column.role === 'statement' && column.meanWords > first.meanWords * 2) && first.meanWords <= 6) first.role = 'label';
  // A heading that no list of words knows ("Strand", "Our part") still heads names where they are short and stand first.
  if (first && wide && first.role === 'metadata' && first.heading !== undefined && !COLUMN_WORDS.metadata.test(first.heading.text) && !columns.some(({ role }) => role === 'label') && wide.meanWords >= Math.max(4, first.meanWords * 2)) first.role = 'label';
  const labels = columns.filter(({ role }) => role === 'label');
  for (const label of labels.slice(1)) label.role = label.meanWords >= 5 ? 'statement' : 'metadata';
  // "Standard" over sentences is a column of statements.
  const [label] = labels;
  const isOnly = label !== undefined && !columns.some(({ role }) => role === 'statement') && (label.heading !== undefined || width === 1 || label.meanWords >= 3);
  if (label && (label.meanWords >= 8 || isOnly)) label.role = 'statement';
  return columns;
}

function judgeHeading(heading: string | undefined, meanWords: number): Column['role'] {
  if (heading !== undefined && COLUMN_WORDS.metadata.test(heading)) return 'metadata';
  if (heading !== undefined && COLUMN_WORDS.label.test(heading)) return 'label';
  if (heading !== undefined && (COLUMN_WORDS.statement.test(heading) || isAvoidance(heading))) return 'statement';
  return meanWords >= 4 ? 'statement' : heading === undefined ? 'label' : 'metadata';
}

/** A table whose rows take turns: names above, what they mean below, column by column. */
function readLabelledGrid(table: TableBlock): TableEntry[] | undefined {
  const { rows } = table;
  const isNames = (row: readonly Cell[] | undefined) => row !== undefined && row.length >= 2 && row.every((cell) => cell.length <= 1 && countWords(joinQuotes(cell).text) <= 6);
  const isProse = (row: readonly Cell[] | undefined) => row !== undefined && row.filter((cell) => countWords(joinQuotes(cell).text) > 8).length >= Math.max(2, row.length - 1);
  if (rows.length < 2 || rows.length % 2 !== 0) return undefined;
  for (let at = 0; at < rows.length; at += 2) if (!isNames(rows[at]) || !isProse(rows[at + 1])) return undefined;
  // One pair of rows under a header is an ordinary table with one row, unless its names are no column headings.
  const heads = (rows[0] ?? []).filter((cell) => headsColumn(joinQuotes(cell).text)).length;
  if (rows.length === 2 && table.hasHeader && heads >= (rows[0]?.length ?? 0) / 2) return undefined;
  const entries: TableEntry[] = [];
  for (let at = 0; at < rows.length; at += 2) {
    for (const [column, cell] of (rows[at] ?? []).entries()) {
      const statements = splitCell(rows[at + 1]?.[column] ?? [], true).map((quote) => ({ quote }));
      if (cell.length > 0 && statements.length > 0) entries.push({ label: joinQuotes(cell), statements });
    }
  }
  return entries;
}
