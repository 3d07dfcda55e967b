import { readFileSync, readdirSync } from 'node:fs';

/** Runs something that starts child processes, and gives its time and the most memory that one of the children held (Linux only; 0 elsewhere). */
export async function measureChildren<Result>(run: () => Promise<Result>): Promise<{ result: Result; milliseconds: number; megabytes: number }> {
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, ...listChildren().map(peakMegabytes));
  }, 20);
  const started = performance.now();
  try {
    const result = await run();
    return { result, milliseconds: performance.now() - started, megabytes };
  } finally {
    clearInterval(watch);
  }
}

function listChildren(): string[] {
  try {
    return readdirSync('/proc/self/task').flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean));
  } catch {
    return [];
  }
}

function peakMegabytes(child: string): number {
  try {
    return (Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? 0) * 1_024) / 1_000_000;
  } catch {
    return 0;
  }
}
