/**
 * Measures what each hostile file costs before it is refused or read: its time, and the most memory that its process held.
 *
 *     node tests/bench/hostile.bench.ts
 *
 * Ends with 1 where a zip or text takes more than two seconds, a PDF more than the time limit, or any more than 768 MB.
 */
import { ContentError } from '../../src/framework/problem.ts';
import { importInChild, LIMITS } from '../../src/importer/isolated/import-in-child.ts';
import { HOSTILE_FILES } from '../unit/importer/hostile/hostile-files.ts';
import { measureChildren } from './child-memory.ts';

let isWithinAll = true;
for (const { name, bytes } of HOSTILE_FILES) {
  const made = bytes();
  const { result, milliseconds, megabytes } = await measureChildren(() => importInChild({ bytes: made, fileName: name, themes: [] }).then(() => 'read', (error: unknown) => (error instanceof ContentError ? (error.problems[0]?.rule ?? '') : String(error))));
  const isWithin = milliseconds <= (name.endsWith('.pdf') ? LIMITS.milliseconds + 500 : 2_000) && megabytes <= 768;
  isWithinAll &&= isWithin;
  process.stdout.write(`${name.padEnd(44)} ${(milliseconds / 1_000).toFixed(2).padStart(6)} s ${megabytes.toFixed(0).padStart(5)} MB  ${result}${isWithin ? '' : '  OVER'}\n`);
}
process.exitCode = isWithinAll ? 0 : 1;
