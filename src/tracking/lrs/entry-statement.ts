import type { EventOf } from '../../record/learner-event.ts';
import type { CourseSetting, Described } from './course-setting.ts';
import type { StatementDraft } from './statement.ts';
import { VERBS } from './vocabulary.ts';

/** Something was found in the good-practice portal and opened: it was `experienced`. */
export function tellEntry(setting: CourseSetting, { entry }: EventOf<'entry-read'>): StatementDraft {
  return setting.draft({ verb: VERBS.experienced, object: describeEntry(setting, entry) });
}

/** What an address in the site stands for. The pages of modules and scenarios, and the quotations on them, are activities that other statements know by another address. */
function describeEntry(setting: CourseSetting, entry: string): Described {
  const [, framework, element, anchor] = /^frameworks\/([^/#]+)\/([^/#]+)\/?(?:#(.*))?$/.exec(entry) ?? [];
  if (framework !== undefined && element !== undefined) return describePart(setting, framework, element, anchor);
  const scenario = /^scenarios\/([^/#]+)\/?$/.exec(entry)?.[1];
  if (scenario !== undefined) return setting.scenario(scenario);
  const whole = /^frameworks\/([^/#]+)\/?$/.exec(entry)?.[1];
  if (whole !== undefined) return { id: setting.ids.framework(whole), definition: setting.define.framework(undefined) };
  return { id: setting.ids.page(entry), definition: setting.define.page() };
}

/** The anchor is that of `statementAnchor`: a statement that moved here from another element keeps that one's name. */
function describePart(setting: CourseSetting, framework: string, element: string, anchor: string | undefined): Described {
  const [, from = element, number] = /^statement-(?:(.+)-)?(\d+)$/.exec(anchor ?? '') ?? [];
  if (number === undefined) return setting.module(`${framework}/${element}`);
  return { id: setting.ids.practiceStatement(framework, from, number), definition: setting.define.practiceStatement() };
}
