import { checkContent } from '../../../src/checks/check-content.ts';
import { readContent } from '../../../src/checks/read-content.ts';
import { copyContent, show, TODAY, type Edit } from './edited-content.ts';

export const LATE = 'scenarios/the-late-visit.yaml';
export const LISTEN = 'frameworks/elm-practice/modules/we-listen.mdx';

/** What one rule finds in the whole content after `edits`, as people read it. */
export async function checkRule(rule: string, ...edits: Edit[]): Promise<string[]> {
  const folder = await copyContent(...edits);
  return show(checkContent(await readContent(folder), { today: TODAY }).filter((problem) => problem.rule === rule), folder);
}

/** The words that one rule stops at, and the changes it would make, where a scenario's debrief is `text`. */
export const checkDebrief = (rule: string, text: string): Promise<string[]> =>
  checkRule(rule, [LATE, 'debrief: Being late is no failure. Leaving people to guess is what costs trust, and it can be mended.', `debrief: ${JSON.stringify(`${text} Being late can be mended.`)}`]);

/** The same for the prose of a module. */
export const checkProse = (rule: string, text: string): Promise<string[]> => checkRule(rule, [LISTEN, 'Ask before you plan.', text]);
