import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { runCommand } from './command.ts';

const FOLDER = 'tests/bench';
const names = readdirSync(FOLDER).filter((file) => file.endsWith('.bench.ts')).map((file) => file.replace(/\.bench\.ts$/, ''));

const help = `Measures what has a budget in time, and says so where it is over. Nothing else should run meanwhile.

  npm run bench -- [NAME…]

NAME   one of: ${names.join(', ')}; all of them where none is named`;

await runCommand({ help, options: {} }, async (_, wanted) => {
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no benchmark "${unknown.join('", "')}".\n\n${help}`);
    return 2;
  }
  const results = names.filter((name) => wanted.length === 0 || wanted.includes(name)).map((name) => spawnSync('node', [`${FOLDER}/${name}.bench.ts`], { stdio: 'inherit' }).status);
  return results.every((status) => status === 0) ? 0 : 1;
});
