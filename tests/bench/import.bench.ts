/**
 * Times the import of the five shipped documents in one process, loading of the code included.
 *
 *     node tests/bench/import.bench.ts
 *
 * Ends with 1 where the median of five runs is over one second.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const BUDGET_MS = 1_000;
const RUNS = 5;

if (process.argv[2] === 'once') {
  const started = performance.now();
  const { importDocument } = await import('../../src/importer/import-document.ts');
  const { themes } = parse(readFileSync('content/themes.yaml', 'utf8')) as { themes: Parameters<typeof importDocument>[0]['themes'] };
  const sources = globSync('content/frameworks/*/source/*.md').sort();
  const drafts = await Promise.all(sources.map((file) => importDocument({ bytes: readFileSync(file), fileName: path.basename(file), themes })));
  const statements = drafts.map(({ framework }) => framework.elements.flatMap((element) => element.statements).length);
  process.stdout.write(JSON.stringify({ ms: performance.now() - started, documents: sources.length, statements: statements.reduce((sum, count) => sum + count, 0) }));
} else {
  const runs = Array.from({ length: RUNS }, () => JSON.parse(spawnSync(process.execPath, ['tests/bench/import.bench.ts', 'once'], { encoding: 'utf8' }).stdout) as { ms: number; documents: number; statements: number }).sort((a, b) => a.ms - b.ms);
  const median = runs[Math.floor(RUNS / 2)];
  process.stdout.write(`import: ${median?.documents} documents, ${median?.statements} statements: median ${median?.ms.toFixed(0)} ms of ${runs.map(({ ms }) => ms.toFixed(0)).join(', ')}; budget ${BUDGET_MS} ms\n`);
  process.exitCode = (median?.ms ?? Number.POSITIVE_INFINITY) <= BUDGET_MS ? 0 : 1;
}
