import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkContent } from '../../../src/checks/check-content.ts';
import { readContent } from '../../../src/checks/read-content.ts';
import { copyContent, show, TODAY, WHOLE, type Edit } from './edited-content.ts';

export const LATE = 'scenarios/the-late-visit.yaml';
export const LISTEN = 'frameworks/elm-practice/modules/we-listen.mdx';

/** The line that holds the debrief of that scenario. */
export const DEBRIEF = /^debrief: .*$/m.exec(readFileSync(path.join(WHOLE, LATE), 'utf8'))?.[0] ?? '';

/** What one rule finds in the whole content after `edits`, as people read it. */
export async function checkRule(rule: string, ...edits: Edit[]): Promise<string[]> {
  const folder = await copyContent(...edits);
  return show(checkContent(await readContent(folder), { today: TODAY }).filter((problem) => problem.rule === rule), folder);
}

/** The words that one rule stops at, and the changes it would make, where a scenario's debrief is `text`. */
export const checkDebrief = (rule: string, text: string): Promise<string[]> =>
  checkRule(rule, [LATE, DEBRIEF, `debrief: ${JSON.stringify(`${text} Being late can be mended.`)}`]);

/** The same for the prose of a module. */
export const checkProse = (rule: string, text: string): Promise<string[]> => checkRule(rule, [LISTEN, 'Ask before you plan.', text]);
