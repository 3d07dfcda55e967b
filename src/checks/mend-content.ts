import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkContent } from './check-content.ts';
import { applyFixes, type Fix } from './fix.ts';
import { readContent } from './read-content.ts';
import type { FindingProblem, Occasion } from './rule.ts';

/** What was mended in one place of a file. */
export interface Mended {
  file: string;
  /** As the file was before. */
  line?: number;
  rule: string;
  before: string;
  after: string;
}

/** A change can bring another to light: "a ICPC" is spelled out first, and then wants "an". */
const MAX_ROUNDS = 5;

/**
 * Makes every safe change that the rules offer, in the files themselves. A file is written beside the old one and takes its place
 * in one step; a file that somebody has changed meanwhile is left as it is. Rejects only where the disk fails.
 */
export async function mendContent(contentDir: string, occasion: Occasion): Promise<Mended[]> {
  const mended: Mended[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const content = await readContent(contentDir);
    const fixable = checkContent(content, occasion).filter(hasFix);
    let found = 0;
    for (const [file, problems] of Map.groupBy(fixable, ({ place }) => place.file)) {
      const { text, applied } = applyFixes(content.texts.get(file) ?? '', problems.map(({ fix }) => fix));
      if (applied.length === 0 || !(await replaceText(path.resolve(file), content.texts.get(file) ?? '', text))) continue;
      found += applied.length;
      mended.push(...problems.filter(({ fix }) => applied.includes(fix)).map(({ place, rule, fix: { before, after } }) => ({ file, ...(place.line !== undefined && { line: place.line }), rule, before, after })));
    }
    if (found === 0) break;
  }
  return mended;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** @returns whether the file still held `before` and now holds `after`. */
async function replaceText(file: string, before: string, after: string): Promise<boolean> {
  const held = await readFile(file, 'utf8');
  const mark = held.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  if (held !== mark + before) return false;
  const { mode } = await stat(file);
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(draft, 'wx', mode);
    try {
      await handle.writeFile(mark + after);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return true;
}

function hasFix(problem: FindingProblem): problem is FindingProblem & { fix: Fix } {
  return problem.fix !== undefined;
}

/** One line for each change, for people. Ends without a line break. */
export function formatMended(mended: readonly Mended[]): string {
  if (mended.length === 0) return 'There is nothing that can be mended without you.';
  const lines = mended.map(({ file, line, rule, before, after }) => `  ${file}${line === undefined ? '' : `:${line}`}  "${before}" is now "${after}"  (${rule})`);
  return [`Mended ${mended.length === 1 ? '1 place' : `${mended.length} places`}:`, ...lines].join('\n');
}
