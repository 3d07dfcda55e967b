import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError, type Problem } from '../../framework/problem.ts';
import type { ImportResult } from '../draft-framework.ts';
import type { ImportInput } from '../import-document.ts';

/** What the child answers: the draft, or why there is none. */
export type Answer = { result: ImportResult } | { problems: readonly Problem[] } | { crash: string };

const ROOT = join(import.meta.dirname, '../../..');
const CHILD = join(import.meta.dirname, 'child.ts');

export interface Limits {
  milliseconds: number;
  heapMegabytes: number;
  /** Heap and all beside it, watched where the system tells. */
  residentMegabytes: number;
}

/** Bounds for one document; a person's document of 300 pages needs a quarter of each. */
export const LIMITS: Limits = { milliseconds: 20_000, heapMegabytes: 512, residentMegabytes: 640 };

/**
 * Imports a document in a process of its own that may read this program and nothing else, write nothing, start nothing and reach no
 * network, and that is stopped at the limits: a document that takes its reader down takes nothing else with it.
 * Throws a `ContentError`.
 */
export async function importInChild(input: ImportInput, limits: Limits = LIMITS): Promise<ImportResult> {
  const answer = await ask(input, limits);
  if ('result' in answer) return answer.result;
  if ('problems' in answer) throw new ContentError(answer.problems);
  throw new ContentError([{
    rule: 'document-unreadable',
    severity: 'error',
    place: { file: input.fileName },
    message: `The document could not be read: ${answer.crash}.`,
    hint: 'Open it in the program that made it and save it again, or copy the standards into a new document, and import that file.',
  }]);
}

function ask(input: ImportInput, limits: Limits): Promise<Answer> {
  return new Promise((resolve) => {
    const child = fork(CHILD, [], {
      execArgv: ['--permission', `--allow-fs-read=${join(ROOT, 'src', '*')}`, `--allow-fs-read=${join(ROOT, 'node_modules', '*')}`, `--allow-fs-read=${join(ROOT, 'package.json')}`, `--max-old-space-size=${limits.heapMegabytes}`, '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Nothing of the surroundings, such as a proxy or a debugger's options, reaches the child.
      env: {},
    });
    const errors: string[] = [];
    const stop = (crash: string) => end({ crash });
    const timer = setTimeout(() => stop(`it took longer than ${limits.milliseconds / 1_000} seconds, which no document of standards does`), limits.milliseconds);
    const watch = setInterval(() => {
      if (residentMegabytes(child) > limits.residentMegabytes) stop(`it needs more than ${limits.residentMegabytes} MB of memory, which no document of standards does`);
    }, 50);
    let hasEnded = false;
    const end = (answer: Answer) => {
      if (hasEnded) return;
      hasEnded = true;
      clearTimeout(timer);
      clearInterval(watch);
      child.kill('SIGKILL');
      resolve(answer);
    };
    child.stderr?.on('data', (chunk: Buffer) => {
      if (errors.length < 100) errors.push(chunk.toString());
    });
    child.once('message', (answer) => end(answer as Answer));
    child.once('error', (error) => stop(error.message));
    child.once('close', () => stop(/heap out of memory|heap limit/i.test(errors.join('')) ? `it needs more than ${limits.heapMegabytes} MB of memory, which no document of standards does` : `its reader stopped (${errors.join('').trim().split('\n').at(-1) ?? 'without a word'})`));
    child.send(input);
  });
}

/** The memory that the child holds, where the system tells (Linux); elsewhere its heap limit and the timer stand alone. */
function residentMegabytes(child: ChildProcess): number {
  try {
    return (Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]) * 4_096) / 1_000_000;
  } catch {
    return 0;
  }
}
