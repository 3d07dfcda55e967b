import { CONFIDENCES } from '../../course/confidence.ts';
import { JUDGEMENTS } from '../../course/judgement.ts';
import { CONTEXT_EXTENSIONS, OWN_ACTIVITY_TYPES, RESULT_EXTENSIONS, type ExtensionName, type OwnActivityType, type ProfileIds } from '../lrs/profile-ids.ts';
import type { LanguageMap } from '../lrs/statement.ts';
import { VERBS } from '../lrs/vocabulary.ts';

/** An extension or an activity type of ours. Verbs and all other types are ADL's and others', and are referred to. */
export interface ProfileConcept {
  id: string;
  type: 'ResultExtension' | 'ContextExtension' | 'ActivityType';
  inScheme: string;
  prefLabel: LanguageMap;
  definition: LanguageMap;
  recommendedVerbs?: readonly string[];
  /** A JSON Schema, as text. */
  inlineSchema?: string;
}

interface Said {
  label: string;
  definition: string;
}

const EXTENSIONS: Readonly<Record<ExtensionName, Said & { schema: object; verbs?: readonly string[] }>> = {
  judgement: {
    label: 'judgement',
    definition: 'How good a choice in a scenario is, as its writers judged it: strong, acceptable, weak, or unsafe, by which a child or a parent could be hurt.',
    schema: { type: 'string', enum: JUDGEMENTS },
    verbs: [VERBS.answered.id],
  },
  confidence: {
    label: 'confidence',
    definition: 'How sure the learner was of a choice, said before its outcome was seen. Left out where the learner did not say. It counts towards nothing.',
    schema: { type: 'string', enum: CONFIDENCES },
    verbs: [VERBS.answered.id],
  },
  attempt: {
    label: 'attempt',
    definition: 'One go at a scenario or a knowledge check. All statements of that go carry the same value; trying again gives another.',
    schema: { type: 'string', minLength: 1, maxLength: 100 },
    verbs: [VERBS.answered.id, VERBS.completed.id],
  },
  edition: {
    label: 'edition',
    definition: 'A fingerprint of the content that the learner worked with. Another value means that its words have changed.',
    schema: { type: 'string', minLength: 1, maxLength: 64 },
    verbs: [VERBS.answered.id, VERBS.completed.id, VERBS.read.id],
  },
  ending: {
    label: 'ending',
    definition: 'The id of the ending that a scenario reached.',
    schema: { type: 'string', minLength: 1 },
    verbs: [VERBS.completed.id],
  },
  editions: {
    label: 'editions',
    definition: 'The editions of the parts of a module that the learner did: of each scenario ("scenario:" and its id), of the knowledge check ("check") and of the practice statements ("statements").',
    schema: { type: 'object', additionalProperties: { type: 'string', minLength: 1 }, minProperties: 1 },
    verbs: [VERBS.completed.id],
  },
  happened: {
    label: 'happened',
    definition: 'When it happened, where the timestamp had to be a later one: something that an earlier cmi5 session could not send belongs to the session that sends it, and a session takes nothing from before its start.',
    schema: { type: 'string', format: 'date-time' },
  },
};

const TYPES: Readonly<Record<OwnActivityType, Said>> = {
  'practice-statement': { label: 'practice statement', definition: "One thing that a practice framework asks of people, in the framework's own words." },
  reflection: { label: 'reflection', definition: 'An open question on the learner\'s own practice. What is written is not marked.' },
};

const en = (text: string): LanguageMap => ({ en: text });

export function listConcepts(profile: ProfileIds): ProfileConcept[] {
  const describe = ({ label, definition }: Said) => ({ inScheme: profile.version, prefLabel: en(label), definition: en(definition) });
  const extension = (name: ExtensionName, type: Exclude<ProfileConcept['type'], 'ActivityType'>): ProfileConcept => {
    const { schema, verbs, ...said } = EXTENSIONS[name];
    return { id: profile.extension(name), type, ...describe(said), ...(verbs && { recommendedVerbs: verbs }), inlineSchema: JSON.stringify(schema) };
  };
  return [
    ...RESULT_EXTENSIONS.map((name) => extension(name, 'ResultExtension')),
    ...CONTEXT_EXTENSIONS.map((name) => extension(name, 'ContextExtension')),
    ...OWN_ACTIVITY_TYPES.map((name): ProfileConcept => ({ id: profile.activityType(name), type: 'ActivityType', ...describe(TYPES[name]) })),
  ];
}
