import { spawnSync } from 'node:child_process';
import { mkdirSync, rmdirSync, statSync } from 'node:fs';

const LOCK = 'tests/.work/.building';
/** Far longer than a build takes: whoever held the lock is gone. */
const STALE_AFTER = 120_000;

interface Ran {
  status: number | null;
  output: string;
}

/** Builds other content than ours. */
export function buildSite(content: string, site: string): Ran {
  return runBuild(['scripts/build.ts'], { ACADEMY_CONTENT: content, ACADEMY_OUT: site });
}

/** `npm run package` with these arguments, on our own content unless they say otherwise. */
export function makePackages(...args: string[]): Ran {
  return runBuild(['scripts/package.ts', ...args], {});
}

/** One build at a time: all of them pass through Astro's one list of modules. */
function runBuild(command: readonly string[], environment: Record<string, string>): Ran {
  takeLock();
  try {
    const { status, stdout, stderr } = spawnSync('node', command, { encoding: 'utf8', env: { ...process.env, ...environment } });
    return { status, output: stdout + stderr };
  } finally {
    rmdirSync(LOCK);
  }
}

function takeLock(): void {
  mkdirSync('tests/.work', { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      return;
    } catch {
      if (isStale()) rmdirSync(LOCK);
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

function isStale(): boolean {
  const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
  return since !== undefined && Date.now() - since > STALE_AFTER;
}
