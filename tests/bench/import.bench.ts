/**
 * Times imports: the five shipped documents in one process, loading of the code included, and large documents of each format in the
 * child process that a council's import runs in, with the most memory it held.
 *
 *     node tests/bench/import.bench.ts
 *
 * Ends with 1 where something is over its budget.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { importInChild } from '../../src/importer/isolated/import-in-child.ts';
import { measureChildren } from './child-memory.ts';
import { honestDocx, honestMarkdown, honestPdf, honestPptx } from './honest-files.ts';

const BUDGET_MS = 1_000;
const RUNS = 5;

interface Sized {
  name: string;
  fileName: string;
  bytes: Uint8Array;
  seconds: number;
  megabytes: number;
}

if (process.argv[2] === 'once') {
  const started = performance.now();
  const { importDocument } = await import('../../src/importer/import-document.ts');
  const { themes } = parse(readFileSync('content/themes.yaml', 'utf8')) as { themes: Parameters<typeof importDocument>[0]['themes'] };
  const sources = globSync('content/frameworks/*/source/*.md').sort();
  const drafts = await Promise.all(sources.map((file) => importDocument({ bytes: readFileSync(file), fileName: path.basename(file), themes })));
  const statements = drafts.map(({ framework }) => framework.elements.flatMap((element) => element.statements).length);
  process.stdout.write(JSON.stringify({ ms: performance.now() - started, documents: sources.length, statements: statements.reduce((sum, count) => sum + count, 0) }));
} else {
  const isInTime = [timeShipped(), await timeSized(listSized()), await timeMarkdown()];
  process.exitCode = isInTime.every(Boolean) ? 0 : 1;
}

function timeShipped(): boolean {
  const runs = Array.from({ length: RUNS }, () => JSON.parse(spawnSync(process.execPath, ['tests/bench/import.bench.ts', 'once'], { encoding: 'utf8' }).stdout) as { ms: number; documents: number; statements: number }).sort((a, b) => a.ms - b.ms);
  const median = runs[Math.floor(RUNS / 2)];
  process.stdout.write(`import: ${median?.documents} documents, ${median?.statements} statements: median ${median?.ms.toFixed(0)} ms of ${runs.map(({ ms }) => ms.toFixed(0)).join(', ')}; budget ${BUDGET_MS} ms\n`);
  return (median?.ms ?? Number.POSITIVE_INFINITY) <= BUDGET_MS;
}

function listSized(): Sized[] {
  return [
    { name: 'PDF, 100 pages', fileName: 'a.pdf', bytes: honestPdf(100), seconds: 5, megabytes: 512 },
    { name: 'Word, 100 pages', fileName: 'a.docx', bytes: honestDocx(2_500), seconds: 2, megabytes: 512 },
    { name: 'PDF, 300 pages', fileName: 'a.pdf', bytes: honestPdf(300), seconds: 10, megabytes: 700 },
    { name: 'Word, 10,000 paragraphs', fileName: 'a.docx', bytes: honestDocx(10_000), seconds: 10, megabytes: 700 },
    { name: 'PowerPoint, 200 slides', fileName: 'a.pptx', bytes: honestPptx(200), seconds: 10, megabytes: 700 },
    { name: 'Markdown, 2 MB', fileName: 'a.md', bytes: honestMarkdown(1_990_000), seconds: 10, megabytes: 700 },
  ];
}

async function timeSized(documents: readonly Sized[]): Promise<boolean> {
  let isInTime = true;
  for (const { name, fileName, bytes, seconds, megabytes: most } of documents) {
    const { result, milliseconds, megabytes } = await measureChildren(() => importInChild({ bytes, fileName, themes: readThemes() }));
    const statements = result.framework.elements.reduce((sum, element) => sum + element.statements.length, 0);
    const isWithin = milliseconds <= seconds * 1_000 && megabytes <= most;
    isInTime &&= isWithin;
    process.stdout.write(`${name.padEnd(24)} ${String(statements).padStart(6)} statements  ${(milliseconds / 1_000).toFixed(2)} s of ${seconds} s  ${megabytes.toFixed(0)} MB of ${most} MB${isWithin ? '' : '  OVER'}\n`);
  }
  return isInTime;
}

/** How fast Markdown is read into an outline, without the drafting that follows. */
async function timeMarkdown(): Promise<boolean> {
  const { decodeDocument } = await import('../../src/importer/decode-document.ts');
  const { readMarkdown } = await import('../../src/importer/readers/markdown/read-markdown.ts');
  const bytes = honestMarkdown(1_990_000);
  const rates = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    readMarkdown(decodeDocument(bytes, 'a.md'));
    return bytes.length / 1_000 / (performance.now() - started);
  }).sort((a, b) => a - b);
  const median = rates[Math.floor(RUNS / 2)] ?? 0;
  process.stdout.write(`Markdown is read at ${median.toFixed(1)} MB/s (${rates.map((rate) => rate.toFixed(1)).join(', ')}); budget 5 MB/s\n`);
  return median >= 5;
}

function readThemes() {
  return (parse(readFileSync('content/themes.yaml', 'utf8')) as { themes: Parameters<typeof importInChild>[0]['themes'] }).themes;
}
