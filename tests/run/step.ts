import { spawn } from 'node:child_process';

/** How one step of `npm test` went. */
export interface StepResult {
  name: string;
  passed: number;
  failed: number;
  skipped: number;
}

export interface Step {
  name: string;
  /** What is started: a program of node_modules/.bin or of the system. */
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Counts the tests in what the step wrote; without it the step is one test, told by its exit code. */
  count?: () => { passed: number; failed: number; skipped: number };
}

/** Runs a step with its output shown as it comes. A step that ends badly counts as at least one failure. */
export async function runStep({ name, command, args, env, count }: Step): Promise<StepResult> {
  const exitCode = await new Promise<number>((resolve) => {
    const child = spawn(command, [...args], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
  const isGood = exitCode === 0;
  const counted = readCount(count);
  if (!counted) return { name, passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
  return { name, ...counted, failed: isGood ? counted.failed : Math.max(1, counted.failed) };
}

function readCount(count: Step['count']): ReturnType<NonNullable<Step['count']>> | undefined {
  try {
    return count?.();
  } catch {
    // The step died before it could write its report: its exit code tells.
    return undefined;
  }
}
