/**
 * Scores the importer on every document whose truth a person wrote down, by format, and shows how often it is right where it says that it is sure.
 *
 *     node tests/bench/quality.bench.ts [--notes]
 *
 * `--notes` lists what was missed and what was too much.
 */
import { importFile, listDocumentSets } from '../unit/importer/quality/documents.ts';
import { addScores, readF1, scoreImport, toRatio, type Score } from '../unit/importer/quality/score-import.ts';

const showsNotes = process.argv.includes('--notes');
const right = new Map<string, { hits: number; all: number }>();
const percent = (value: number) => value.toFixed(3).padStart(6);

process.stdout.write(`${'documents'.padEnd(26)}     n  elem.  stmt.  segm.\n`);
for (const { name, documents } of listDocumentSets()) {
  const scores: Score[] = [];
  for (const { file, truth } of documents) {
    const { framework, review } = await importFile(file);
    const score = scoreImport(truth, framework);
    scores.push(score);
    if (showsNotes) for (const note of score.notes) process.stdout.write(`    ${file.split('/').at(-1)}: ${note}\n`);
    for (const [at, element] of framework.elements.entries()) {
      const { elementPrecision } = scoreImport(truth, { elements: [element] });
      const level = `elements, ${review[at]?.confidence.level}`;
      const tally = right.get(level) ?? { hits: 0, all: 0 };
      right.set(level, { hits: tally.hits + elementPrecision.hits, all: tally.all + elementPrecision.all });
      for (const [index, statement] of element.statements.entries()) {
        const { statementPrecision } = scoreImport(truth, { elements: [{ ...element, statements: [statement] }] });
        const key = `statements, ${review[at]?.statements[index]?.confidence.level}`;
        const found = right.get(key) ?? { hits: 0, all: 0 };
        right.set(key, { hits: found.hits + statementPrecision.hits, all: found.all + statementPrecision.all });
      }
    }
  }
  const total = addScores(scores);
  const { elements, statements } = readF1(total);
  process.stdout.write(`${name.padEnd(26)} ${String(documents.length).padStart(5)} ${percent(elements)} ${percent(statements)} ${percent(toRatio(total.segmentation))}\n`);
}
process.stdout.write('\nHow often the importer is right, by how sure it says it is\n');
for (const [level, share] of [...right].sort(([a], [b]) => a.localeCompare(b))) process.stdout.write(`  ${level.padEnd(22)} ${percent(toRatio(share))} of ${share.all}\n`);
