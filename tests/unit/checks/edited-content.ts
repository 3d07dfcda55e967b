import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { checkContent } from '../../../src/checks/check-content.ts';
import { readContent } from '../../../src/checks/read-content.ts';
import { formatProblem, type Problem } from '../../../src/framework/problem.ts';

export const WHOLE = path.resolve('tests/fixtures/checks/whole');
export const TODAY = '2030-06-01';

/** All questions of the module `we-listen`, as they stand in its front matter. */
export const LISTEN_QUESTIONS = `check:
  - id: which-words
    kind: which-statement
    answer: elm-practice/we-listen/1
    distractors:
      - elm-practice/we-come-on-time/1
  - id: which-value
    kind: which-element
    statement: elm-practice/we-listen/2
    distractors:
      - we-come-on-time
`;

/** What to change in a file of the whole content: a text by another, the first place only. */
export type Edit = [file: string, from: string, to: string];

/** A copy of the whole content, gone when the test is over. */
export async function copyContent(...edits: Edit[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'content-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(WHOLE, folder, { recursive: true });
  for (const [file, from, to] of edits) {
    const full = path.join(folder, file);
    const text = await readFile(full, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
    await writeFile(full, text.replace(from, () => to));
  }
  return folder;
}

/** What every rule finds in the whole content after `edits`, as people read it. */
export async function checkEdited(...edits: Edit[]): Promise<string[]> {
  const folder = await copyContent(...edits);
  return show(checkContent(await readContent(folder), { today: TODAY }), folder);
}

export function show(problems: readonly Problem[], folder: string): string[] {
  return problems.map((problem) => `${problem.severity} ${formatProblem(problem)}`.replaceAll(folder, 'content'));
}
