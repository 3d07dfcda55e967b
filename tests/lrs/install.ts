import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const FOLDER = import.meta.dirname;
const LOCK = join(FOLDER, 'node_modules.lock');
/** Says which lock file node_modules was made from. Written last, so that half an install never counts. */
const MARK = join(FOLDER, 'node_modules', '.made-from');
/** An install takes about 15 s; a lock this old was left by a process that died. */
const STALE = 300_000;

/**
 * Installs the packages of this folder on first use, about 200 MB, and answers with the path of their node_modules.
 * Where two test workers ask at once, one installs and the other waits.
 * @throws Error that says what to do, where npm fails.
 */
export async function installPeers(): Promise<string> {
  const wanted = createHash('sha256').update(await readFile(join(FOLDER, 'package-lock.json'))).digest('hex');
  while (!(await isMadeFrom(wanted))) {
    if (!(await takeLock())) {
      await pause(200);
      continue;
    }
    try {
      if (await isMadeFrom(wanted)) break;
      await runNpmCi();
      await writeFile(MARK, wanted);
    } finally {
      await rm(LOCK, { recursive: true, force: true });
    }
  }
  return join(FOLDER, 'node_modules');
}

const isMadeFrom = async (hash: string): Promise<boolean> => (await readFile(MARK, 'utf8').catch(() => '')) === hash;

async function takeLock(): Promise<boolean> {
  try {
    await mkdir(LOCK);
    return true;
  } catch {
    const made = await stat(LOCK).then(({ mtimeMs }) => mtimeMs, () => undefined);
    if (made !== undefined && Date.now() - made > STALE) await rm(LOCK, { recursive: true, force: true });
    return false;
  }
}

async function runNpmCi(): Promise<void> {
  const said: Buffer[] = [];
  const code = await new Promise<number | null>((resolve) => {
    // No package's own script runs: nothing here needs one. The packages ask for an old Node and work on a new one.
    const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: FOLDER, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    npm.stdout.on('data', (bytes: Buffer) => said.push(bytes));
    npm.stderr.on('data', (bytes: Buffer) => said.push(bytes));
    npm.once('error', (error) => {
      said.push(Buffer.from(String(error)));
      resolve(1);
    });
    npm.once('close', resolve);
  });
  if (code === 0) return;
  throw new Error(`The tests need a real LRS, and npm could not install it into tests/lrs.
Run "npm ci --ignore-scripts --prefix tests/lrs" where there is a network, and the tests again. npm said:
${Buffer.concat(said).toString().trim()}`);
}
