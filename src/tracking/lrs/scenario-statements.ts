import { JUDGEMENT_WEIGHTS } from '../../course/judgement.ts';
import { scoreAnswers } from '../../course/scoring.ts';
import type { EventOf, LearnerEvent } from '../../record/learner-event.ts';
import type { CourseSetting, Described } from './course-setting.ts';
import { formatDuration, measureTime } from './duration.ts';
import type { StatementDraft } from './statement.ts';
import { findStart } from './told.ts';
import { VERBS } from './vocabulary.ts';

/**
 * A choice: the decision was `answered`. A strong or acceptable choice is a success, since more than one can be defensible; the
 * score is what the judgement counts towards the module's.
 * @param module on whose page it was made, where it was on one.
 */
export function tellChoice(setting: CourseSetting, event: EventOf<'option-chosen'>, earlier: readonly LearnerEvent[], module: string | undefined): StatementDraft {
  const { attempt, judgement, confidence } = event;
  const scenario = setting.findScenario(event.scenario);
  const step = scenario?.steps.find(({ id }) => id === event.step);
  // A choice that this edition does not offer was made in another: its choices would be the wrong ones.
  const asked = step?.options.some(({ id }) => id === event.option) ? step : undefined;
  const isOfAttempt = ofAttempt(attempt);
  const spent = measureTime([...since(isOfAttempt, earlier), event], isOfAttempt);
  const extensions = setting.extend({ judgement, confidence, attempt, edition: findStart(attempt, earlier)?.edition });
  return setting.draft({
    verb: VERBS.answered,
    object: { id: setting.ids.decision(event.scenario, event.step), definition: setting.define.decision(scenario, asked) },
    result: {
      response: event.option,
      success: judgement === 'strong' || judgement === 'acceptable',
      score: { scaled: JUDGEMENT_WEIGHTS[judgement] },
      ...(spent !== undefined && { duration: formatDuration(spent) }),
      ...(extensions && { extensions }),
    },
    parent: setting.scenario(event.scenario),
    grouping: listAround(setting, module),
  });
}

/**
 * An ending: the scenario was `completed`. It was carried through, whatever came of it; `terminated` and `exited` would only say
 * that it was left, and `progressed` would speak of the module. No success: only a module is passed or failed.
 */
export function tellEnding(setting: CourseSetting, event: EventOf<'scenario-ended'>, earlier: readonly LearnerEvent[], module: string | undefined): StatementDraft {
  const { attempt, ending, edition, route } = event;
  const scaled = scoreAnswers(route.map(({ judgement }) => judgement), []);
  const spent = measureTime([...since((each) => each.type === 'scenario-started' && each.attempt === attempt, earlier), event], ofAttempt(attempt));
  const extensions = setting.extend({ attempt, edition, ending });
  const [parent, ...grouping] = listAround(setting, module);
  return setting.draft({
    verb: VERBS.completed,
    object: setting.scenario(event.scenario),
    result: {
      completion: true,
      ...(scaled !== undefined && { score: { scaled } }),
      ...(spent !== undefined && { duration: formatDuration(spent) }),
      ...(extensions && { extensions }),
    },
    parent,
    grouping,
  });
}

const ofAttempt = (attempt: string) => (event: LearnerEvent): boolean => 'attempt' in event && event.attempt === attempt;

/** From the last such event on; everything where there is none. A record may be long, and an attempt is near its end. */
const since = (isFirst: (event: LearnerEvent) => boolean, events: readonly LearnerEvent[]): readonly LearnerEvent[] => events.slice(Math.max(events.findLastIndex(isFirst), 0));

/** What a scenario stands in, the nearest first. */
const listAround = (setting: CourseSetting, module: string | undefined): Described[] => (module === undefined ? [] : [setting.module(module), setting.framework(module)]);
