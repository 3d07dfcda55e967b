import { DEFAULT_MASTERY_SCORE } from '../../course/completion.ts';
import { roundScore, scoreAnswers } from '../../course/scoring.ts';
import type { EventOf, LearnerEvent } from '../../record/learner-event.ts';
import type { CourseSetting } from './course-setting.ts';
import { formatDuration, measureTime } from './duration.ts';
import type { Result, StatementDraft } from './statement.ts';
import type { Told } from './told.ts';
import { MASTERY_SCORE_EXTENSION, VERBS } from './vocabulary.ts';

export function tellStart(setting: CourseSetting, module: string): StatementDraft {
  return setting.draft({ verb: VERBS.initialized, object: setting.module(module), parent: setting.framework(module) });
}

/** Each question was `answered`, and the check as a whole `completed` with its score. No success: only a module is passed or failed. */
export function tellCheck(setting: CourseSetting, { attempt, module, edition, answers }: EventOf<'check-submitted'>): Told[] {
  const tracked = setting.findModule(module);
  const extensions = setting.extend({ attempt, edition });
  const [check, around] = [setting.check(module), [setting.module(module), setting.framework(module)]];
  const answered = answers.map(({ item, response, correct }, index): Told => ({
    part: `question/${index}`,
    statement: setting.draft({
      verb: VERBS.answered,
      object: { id: setting.ids.question(module, item), definition: setting.define.question(tracked?.check.find(({ id }) => id === item)) },
      result: { success: correct, ...(response !== '' && { response }), ...(extensions && { extensions }) },
      parent: check,
      grouping: around,
    }),
  }));
  const scaled = scoreAnswers([], answers.map(({ correct }) => correct));
  const score = scaled !== undefined && { scaled, raw: answers.filter(({ correct }) => correct).length, min: 0, max: answers.length };
  const result: Result = { completion: true, ...(score && { score }), ...(extensions && { extensions }) };
  return [...answered, { part: '', statement: setting.draft({ verb: VERBS.completed, object: check, result, parent: around[0], grouping: around.slice(1) }) }];
}

/**
 * The module was `completed`, once; it was `passed` or `failed`, each once and never failed after passed. Retries that change
 * nothing of that are in the statements on scenarios and checks.
 * @param masteryScore the LMS's, which beats the module's own.
 */
export function tellCompletion(setting: CourseSetting, event: EventOf<'module-completed'>, earlier: readonly LearnerEvent[], masteryScore: number | undefined): Told[] {
  const { module, success, score, parts } = event;
  const before = earlier.flatMap((each) => (each.type === 'module-completed' && each.module === module ? [each.success] : []));
  const spent = measureTime([...earlier, event], aboutModule(setting, module));
  const timed = spent !== undefined && { duration: formatDuration(spent) };
  const about = { object: setting.module(module), parent: setting.framework(module) };
  const editions = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
  const extensions = setting.extend({ editions: editions.length > 0 ? Object.fromEntries(editions) : undefined });
  const told: Told[] = [];
  if (before.length === 0) told.push({ part: 'completed', statement: setting.draft({ ...about, verb: VERBS.completed, result: { completion: true, ...timed, ...(extensions && { extensions }) } }) });
  if (success === 'unknown' || before.includes(success) || before.includes('passed')) return told;
  const tracked = setting.findModule(module);
  const mastery = masteryScore ?? (tracked && (tracked.requirements.masteryScore ?? DEFAULT_MASTERY_SCORE));
  told.push({
    part: success,
    statement: setting.draft({
      ...about,
      verb: VERBS[success],
      result: { success: success === 'passed', ...(score !== undefined && { score: { scaled: roundScore(score) } }), ...timed },
      ...(mastery !== undefined && { extensions: { [MASTERY_SCORE_EXTENSION]: roundScore(mastery) } }),
    }),
  });
  return told;
}

/** A module's own events, and those of the scenarios that it asks for, wherever these were done. */
function aboutModule(setting: CourseSetting, module: string): (event: LearnerEvent) => boolean {
  const required = new Set(setting.findModule(module)?.requirements.scenarios.map(({ id }) => id));
  const attempts = new Set<string>();
  return (event) => {
    if ('module' in event && event.module === module) {
      if ('attempt' in event) attempts.add(event.attempt);
      return true;
    }
    return 'scenario' in event && (required.has(event.scenario) || attempts.has(event.attempt));
  };
}

export function tellReading(setting: CourseSetting, { module, edition }: EventOf<'module-declared-read'>): StatementDraft {
  const extensions = setting.extend({ edition });
  return setting.draft({ verb: VERBS.read, object: setting.module(module), parent: setting.framework(module), ...(extensions && { result: { extensions } }) });
}

/** That something was written; what was written only where the council chose that and says so. */
export function tellReflection(setting: CourseSetting, { module, text }: EventOf<'reflection-saved'>, includeText: boolean): StatementDraft {
  const response = includeText ? toStorable(text) : '';
  return setting.draft({
    verb: VERBS.commented,
    object: { id: setting.ids.reflection(module), definition: setting.define.reflection(setting.findModule(module)) },
    ...(response !== '' && { result: { response } }),
    parent: setting.module(module),
    grouping: [setting.framework(module)],
  });
}

/** Half a character and the character 0 are JSON, and yet databases of LRSs refuse the statement that holds them. */
const toStorable = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\0', '');
