import { spawnSync } from 'node:child_process';
import { runCommand } from './command.ts';

const help = `Damages real documents of every format in many ways and imports each: it must be refused with advice, or be read with nothing lost.

  npm run test:fuzz -- [--runs N] [--delivery]

--runs N     how many documents to make (20000)
--delivery   instead: three storms of a minute each between a learner's tabs and an LRS, 600 learners after an
             outage, and N histories of an outbox; nothing may be lost, doubled or changed
FC_SEED      begin with this seed, to do again what a run did; each run prints its own

A document that breaks a property is written to tests/fixtures/importer-regressions, which every test run reads again.`;

await runCommand({ help, options: { runs: { type: 'string' }, delivery: { type: 'boolean' } } }, async ({ runs = '20000', delivery = false }) => {
  if (!/^\d{1,7}$/.test(runs)) {
    console.error(`"${runs}" is no number of runs.\n\n${help}`);
    return 2;
  }
  const env = { ...process.env, FUZZ_RUNS: runs, FAULT_SEEDS: process.env.FAULT_SEEDS ?? '1,2,3', FAULT_SECONDS: process.env.FAULT_SECONDS ?? '60' };
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'inherit', env }).status ?? 1;
  const vitest = (...files: string[]) => run('vitest', 'run', '--config', 'tests/vitest.config.ts', '--testTimeout=3600000', '--reporter=verbose', ...files);
  if (!delivery) return vitest('tests/unit/importer/fuzz');
  return Math.max(vitest('tests/peers/outbox-model', 'tests/peers/lrs-load'), run('playwright', 'test', '--config', 'tests/browser/lrs-faults.config.ts'));
});
