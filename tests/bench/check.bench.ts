/**
 * Times `npm run check` on a thousand scenarios, from the start of the process to its end.
 *
 *     node tests/bench/check.bench.ts [scenarios]
 *
 * Ends with 1 where the median of five runs is over two seconds for a thousand scenarios.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const BUDGET_PER_THOUSAND = 2_000;
const RUNS = 5;

/** Names make nearly every text of a copy another one, as they are in a real library. */
const MOTHERS = ['Ada', 'Amara', 'Anika', 'Bridie', 'Demi', 'Esme', 'Farida', 'Freya', 'Grace', 'Hannah', 'Layla', 'Mei', 'Nadia'];
const CHILDREN = ['Callum', 'Danylo', 'Dylan', 'Finlay', 'Hamza', 'Jerome', 'Kai', 'Kofi', 'Leo', 'Lucas', 'Noah', 'Omar', 'Rhys', 'Sami', 'Theo', 'Yusuf', 'Zac'];

const count = Number(process.argv[2] ?? 1_000);

const folder = await mkdtemp(path.join(tmpdir(), 'check-bench-'));
try {
  const bytes = await writeScenarios(folder, count);
  const times = Array.from({ length: RUNS }, () => timeCheck(folder)).sort((a, b) => a - b);
  const median = times[Math.floor(RUNS / 2)] ?? 0;
  const budget = (BUDGET_PER_THOUSAND * count) / 1_000;
  process.stdout.write(`check: ${count} scenarios of ${Math.round(bytes / count)} bytes: median ${Math.round(median)} ms of ${times.map(Math.round).join(', ')}; budget ${budget} ms\n`);
  process.exitCode = median > budget ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Copies of one scenario of three steps with four options each, all different enough to be read in full. */
async function writeScenarios(folder: string, count: number): Promise<number> {
  await cp('tests/fixtures/checks/whole', folder, { recursive: true });
  const scenario = await readFile('tests/bench/scenario.yaml', 'utf8');
  let bytes = 0;
  for (let number = 1; number <= count; number += 1) {
    const [mother = '', child = ''] = [MOTHERS[number % MOTHERS.length], CHILDREN[number % CHILDREN.length]];
    const text = scenario.replace(/^title: .*$/m, `title: The visit that slipped, as told the ${number} time`).replaceAll('Hannah', mother).replaceAll('Dylan', child);
    bytes += Buffer.byteLength(text);
    await writeFile(path.join(folder, `scenarios/visit-${number}.yaml`), text);
  }
  return bytes;
}

function timeCheck(folder: string): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check.ts', '--content', folder], { encoding: 'utf8', maxBuffer: 50_000_000 });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`The check ended with ${status}:\n${stdout}${stderr}`.slice(0, 4_000));
  return time;
}
