import { CONFIDENCES } from '../../course/confidence.ts';
import { JUDGEMENTS } from '../../course/judgement.ts';
import type { ProfileIds, ResultExtension } from '../lrs/profile-ids.ts';
import type { Json, LanguageMap } from '../lrs/statement.ts';
import { ACTIVITY_TYPES, MASTERY_SCORE_EXTENSION, VERBS } from '../lrs/vocabulary.ts';

/** What a statement must hold at a place. `location` is a JSONPath. */
export interface TemplateRule {
  location: string;
  presence?: 'included' | 'excluded' | 'recommended';
  any?: readonly Json[];
  all?: readonly Json[];
  scopeNote?: LanguageMap;
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

const included = (location: string, note?: string): TemplateRule => ({ location, presence: 'included', ...(note !== undefined && { scopeNote: en(note) }) });
const recommended = (location: string, note?: string): TemplateRule => ({ location, presence: 'recommended', ...(note !== undefined && { scopeNote: en(note) }) });
const excluded = (location: string, note?: string): TemplateRule => ({ location, presence: 'excluded', ...(note !== undefined && { scopeNote: en(note) }) });
const fixed = (location: string, ...values: Json[]): TemplateRule => ({ location, presence: 'included', all: values });

const DURATION = 'Time between the events of the activity on this device. Of each pause five minutes count at most, and work on something else does not count. Left out where nothing was measured.';
const NO_SUCCESS = 'Only a module is passed or failed.';

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
  const judged = [excluded('$.result.completion'), recommended('$.result.score.scaled', 'The best score so far.'), recommended('$.result.duration', DURATION), recommended(`$.context.extensions['${MASTERY_SCORE_EXTENSION}']`, 'The score that counts as mastered.')];
  return [
    template('module-started', 'Module started', 'The first thing was done in a module. Opening a page is not enough.', { verb: VERBS.initialized.id, objectActivityType: ACTIVITY_TYPES.module }, [excluded('$.result')]),
    template(
      'choice-made',
      'Choice made in a scenario',
      'A decision in a branching scenario was answered. Choices are judged rather than right or wrong: strong and acceptable choices count as success.',
      { verb: VERBS.answered.id, objectActivityType: ACTIVITY_TYPES.interaction, contextParentActivityType: [ACTIVITY_TYPES.scenario] },
      [
        fixed('$.object.definition.interactionType', 'choice'),
        included('$.result.response', 'The id of the option.'),
        included('$.result.success', 'True for strong and acceptable choices.'),
        included('$.result.score.scaled', 'What the judgement counts: strong 1, acceptable 0.7, weak 0.3, unsafe 0.'),
        recommended('$.result.duration', DURATION),
        fixed(extension('judgement'), ...JUDGEMENTS),
        { location: extension('confidence'), presence: 'recommended', all: CONFIDENCES },
        included(extension('attempt')),
        recommended(extension('edition')),
      ],
    ),
    template(
      'scenario-ended',
      'Scenario ended',
      'An ending of a scenario was reached. The scenario was carried through, whatever came of it.',
      { verb: VERBS.completed.id, objectActivityType: ACTIVITY_TYPES.scenario },
      [
        fixed('$.result.completion', true),
        excluded('$.result.success', NO_SUCCESS),
        recommended('$.result.score.scaled', 'The mean over the choices on the way to this ending.'),
        recommended('$.result.duration', DURATION),
        included(extension('ending')),
        included(extension('attempt')),
        included(extension('edition')),
      ],
    ),
    template(
      'question-answered',
      'Question of a knowledge check answered',
      'One for each question of a knowledge check that was handed in.',
      { verb: VERBS.answered.id, objectActivityType: ACTIVITY_TYPES.interaction, contextParentActivityType: [ACTIVITY_TYPES.check] },
      [
        { location: '$.object.definition.interactionType', presence: 'recommended', all: ['choice', 'matching', 'sequencing'] },
        recommended('$.result.response', 'As the interaction type writes it.'),
        included('$.result.success'),
        included(extension('attempt')),
        included(extension('edition')),
      ],
    ),
    template(
      'check-submitted',
      'Knowledge check handed in',
      'All questions of a knowledge check were answered and marked.',
      { verb: VERBS.completed.id, objectActivityType: ACTIVITY_TYPES.check },
      [
        fixed('$.result.completion', true),
        excluded('$.result.success', NO_SUCCESS),
        recommended('$.result.score.scaled', 'The share of correct answers.'),
        recommended('$.result.score.raw', 'The number of correct answers, out of max.'),
        included(extension('attempt')),
        included(extension('edition')),
      ],
    ),
    template(
      'module-completed',
      'Module completed',
      'All that the module requires was done. Sent once: completed holds, whatever changes later.',
      { verb: VERBS.completed.id, objectActivityType: ACTIVITY_TYPES.module },
      [fixed('$.result.completion', true), excluded('$.result.success'), excluded('$.result.score'), recommended('$.result.duration', DURATION), recommended(extension('editions'))],
    ),
    template('module-passed', 'Module passed', 'The score reached the mastery score and no unsafe choice stands on the last route. Sent once.', { verb: VERBS.passed.id, objectActivityType: ACTIVITY_TYPES.module }, [fixed('$.result.success', true), ...judged]),
    template(
      'module-failed',
      'Module not passed yet',
      'The module was completed below the mastery score, or with an unsafe choice on the last route. It can be tried again. Sent once, and never after passed.',
      { verb: VERBS.failed.id, objectActivityType: ACTIVITY_TYPES.module },
      [fixed('$.result.success', false), ...judged],
    ),
    template('module-read', 'Module declared read', 'The learner said "I have read this".', { verb: VERBS.read.id, objectActivityType: ACTIVITY_TYPES.module }, [included(extension('edition')), excluded('$.result.success'), excluded('$.result.score')]),
    template(
      'reflection-recorded',
      'Reflection recorded',
      'The learner wrote something down on the practice that a module is about.',
      { verb: VERBS.commented.id, objectActivityType: profile.activityType('reflection') },
      [recommended('$.result.response', 'What was written; only where the organisation chose to have it sent and says so.'), excluded('$.result.success'), excluded('$.result.score')],
    ),
    template('entry-read', 'Good-practice entry read', 'Something was found by searching the good-practice portal, and opened.', { verb: VERBS.experienced.id }, [excluded('$.result')]),
  ];
}
