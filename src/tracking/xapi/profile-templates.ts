import { CONFIDENCES } from '../../course/confidence.ts';
import { JUDGEMENTS } from '../../course/judgement.ts';
import type { ProfileIds, ResultExtension } from '../lrs/profile-ids.ts';
import type { Json, LanguageMap } from '../lrs/statement.ts';
import { ACTIVITY_TYPES, MASTERY_SCORE_EXTENSION, VERBS } from '../lrs/vocabulary.ts';

/**
 * What a statement must hold at a place. `location` is a JSONPath. How a value is to be read stands in the template's definition:
 * the context of xAPI Profiles knows no languages for a rule's `scopeNote`, so it would be lost to JSON-LD.
 */
export interface TemplateRule {
  location: string;
  presence?: 'included' | 'excluded' | 'recommended';
  all?: readonly Json[];
}

/** One kind of statement: verb, type of the object and type of what it is a part of tell which kind; the rules say what else it holds. */
export interface StatementTemplate {
  id: string;
  type: 'StatementTemplate';
  inScheme: string;
  prefLabel: LanguageMap;
  definition: LanguageMap;
  verb: string;
  objectActivityType?: string;
  contextParentActivityType?: readonly string[];
  rules: readonly TemplateRule[];
}

const en = (text: string): LanguageMap => ({ en: text });

const included = (location: string): TemplateRule => ({ location, presence: 'included' });
const recommended = (location: string): TemplateRule => ({ location, presence: 'recommended' });
const excluded = (location: string): TemplateRule => ({ location, presence: 'excluded' });
const fixed = (location: string, ...values: Json[]): TemplateRule => ({ location, presence: 'included', all: values });

const DURATION = 'The duration is the time between the events of the activity on this device: of each pause five minutes count at most, and work on something else does not count. It is left out where nothing was measured.';

/** A template for every kind of statement that we make. No primary pattern binds them: statements may come without a registration. */
export function listTemplates(profile: ProfileIds): StatementTemplate[] {
  const extension = (name: ResultExtension): string => `$.result.extensions['${profile.extension(name)}']`;
  const template = (name: string, prefLabel: string, definition: string, determining: Pick<StatementTemplate, 'verb' | 'objectActivityType' | 'contextParentActivityType'>, rules: readonly TemplateRule[]): StatementTemplate => ({
    id: profile.template(name),
    type: 'StatementTemplate',
    inScheme: profile.version,
    prefLabel: en(prefLabel),
    definition: en(definition),
    ...determining,
    rules: [included('$.timestamp'), included('$.context.language'), ...rules],
  });
  const judged = [excluded('$.result.completion'), recommended('$.result.score.scaled'), recommended('$.result.duration'), recommended(`$.context.extensions['${MASTERY_SCORE_EXTENSION}']`)];
  return [
    template('module-started', 'Module started', 'The first thing was done in a module. Opening a page is not enough.', { verb: VERBS.initialized.id, objectActivityType: ACTIVITY_TYPES.module }, [excluded('$.result')]),
    template(
      'choice-made',
      'Choice made in a scenario',
      `A decision in a branching scenario was answered; the response is the id of the option. Choices are judged rather than right or wrong: strong and acceptable ones count as success. The score is what the judgement counts: strong 1, acceptable 0.7, weak 0.3, unsafe 0. ${DURATION}`,
      { verb: VERBS.answered.id, objectActivityType: ACTIVITY_TYPES.interaction, contextParentActivityType: [ACTIVITY_TYPES.scenario] },
      [
        fixed('$.object.definition.interactionType', 'choice'),
        included('$.result.response'),
        included('$.result.success'),
        included('$.result.score.scaled'),
        recommended('$.result.duration'),
        fixed(extension('judgement'), ...JUDGEMENTS),
        { location: extension('confidence'), presence: 'recommended', all: CONFIDENCES },
        included(extension('attempt')),
        recommended(extension('edition')),
      ],
    ),
    template(
      'scenario-ended',
      'Scenario ended',
      `An ending of a scenario was reached. It was carried through, whatever came of it: only a module is passed or failed. The score is the mean over the choices on the way to this ending. ${DURATION}`,
      { verb: VERBS.completed.id, objectActivityType: ACTIVITY_TYPES.scenario },
      [
        fixed('$.result.completion', true),
        excluded('$.result.success'),
        recommended('$.result.score.scaled'),
        recommended('$.result.duration'),
        included(extension('ending')),
        included(extension('attempt')),
        included(extension('edition')),
      ],
    ),
    template(
      'question-answered',
      'Question of a knowledge check answered',
      'One for each question of a knowledge check that was handed in. The response is written as the interaction type asks.',
      { verb: VERBS.answered.id, objectActivityType: ACTIVITY_TYPES.interaction, contextParentActivityType: [ACTIVITY_TYPES.check] },
      [
        { location: '$.object.definition.interactionType', presence: 'recommended', all: ['choice', 'matching', 'sequencing'] },
        recommended('$.result.response'),
        included('$.result.success'),
        included(extension('attempt')),
        included(extension('edition')),
      ],
    ),
    template(
      'check-submitted',
      'Knowledge check handed in',
      'All questions of a knowledge check were answered and marked. The scaled score is the share of correct answers, raw their number out of max. Only a module is passed or failed.',
      { verb: VERBS.completed.id, objectActivityType: ACTIVITY_TYPES.check },
      [
        fixed('$.result.completion', true),
        excluded('$.result.success'),
        recommended('$.result.score.scaled'),
        recommended('$.result.score.raw'),
        included(extension('attempt')),
        included(extension('edition')),
      ],
    ),
    template(
      'module-completed',
      'Module completed',
      `All that the module requires was done. Sent once: completed holds, whatever changes later. ${DURATION}`,
      { verb: VERBS.completed.id, objectActivityType: ACTIVITY_TYPES.module },
      [fixed('$.result.completion', true), excluded('$.result.success'), excluded('$.result.score'), recommended('$.result.duration'), recommended(extension('editions'))],
    ),
    template('module-passed', 'Module passed', `The score reached the mastery score and no unsafe choice stands on the last route. The score is the best so far. Sent once. ${DURATION}`, { verb: VERBS.passed.id, objectActivityType: ACTIVITY_TYPES.module }, [fixed('$.result.success', true), ...judged]),
    template(
      'module-failed',
      'Module not passed yet',
      `The module was completed below the mastery score, or with an unsafe choice on the last route. It can be tried again. The score is the best so far. Sent once, and never after passed. ${DURATION}`,
      { verb: VERBS.failed.id, objectActivityType: ACTIVITY_TYPES.module },
      [fixed('$.result.success', false), ...judged],
    ),
    template('module-read', 'Module declared read', 'The learner said "I have read this".', { verb: VERBS.read.id, objectActivityType: ACTIVITY_TYPES.module }, [included(extension('edition')), excluded('$.result.success'), excluded('$.result.score')]),
    template(
      'reflection-recorded',
      'Reflection recorded',
      'The learner wrote something down on the practice that a module is about. The response is what was written; it is there only where the organisation chose to have it sent and says so.',
      { verb: VERBS.commented.id, objectActivityType: profile.activityType('reflection') },
      [recommended('$.result.response'), excluded('$.result.success'), excluded('$.result.score')],
    ),
    template('entry-read', 'Good-practice entry read', 'Something was found by searching the good-practice portal, and opened.', { verb: VERBS.experienced.id }, [excluded('$.result')]),
  ];
}
