import { spawnSync } from 'node:child_process';
import { mkdirSync, rmdirSync, statSync } from 'node:fs';

const LOCK = 'tests/.work/.building';
/** Far longer than a build takes: whoever held the lock is gone. */
const STALE_AFTER = 120_000;

/** Builds other content than ours, one build at a time: all of them pass through Astro's one list of modules. */
export function buildSite(content: string, site: string): { status: number | null; output: string } {
  takeLock();
  try {
    const { status, stdout, stderr } = spawnSync('node', ['scripts/build.ts'], { encoding: 'utf8', env: { ...process.env, ACADEMY_CONTENT: content, ACADEMY_OUT: site } });
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
