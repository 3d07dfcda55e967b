import { spawnSync } from 'node:child_process';
import { runCommand } from './command.ts';

const help = `Damages real documents of every format in many ways and imports each: it must be refused with advice, or be read with nothing lost.

  npm run test:fuzz -- [--runs N]

--runs N   how many documents to make (20000)
FC_SEED    begin with this seed, to do again what a run did; each run prints its own

A document that breaks a property is written to tests/fixtures/importer-regressions, which every test run reads again.`;

await runCommand({ help, options: { runs: { type: 'string' } } }, async ({ runs = '20000' }) => {
  if (!/^\d{1,7}$/.test(runs)) {
    console.error(`"${runs}" is no number of runs.\n\n${help}`);
    return 2;
  }
  const { status } = spawnSync('vitest', ['run', '--config', 'tests/vitest.config.ts', '--reporter=verbose', 'tests/unit/importer/fuzz'], { stdio: 'inherit', env: { ...process.env, FUZZ_RUNS: runs } });
  return status ?? 1;
});
