import { listTexts } from '../scenario-texts.ts';
import { defineRule, type Finding } from '../rule.ts';

/** The name of a law is no subject of the story. */
const LAW_NAME = /(?:\p{Lu}\p{L}{1,20} ){1,6}(?:Act|Bill)\b/gu;

/** Nobody dies of these. */
const FIGURE_OF_SPEECH = /\b(?:phones?|battery|batteries|engine|car|plants?|flowers?|laptop|tablet|signal|line|conversation|laughter|fire|music)(?:'s| has| had| just| then)? (?:died|dies|dead|dying)\b|\bdying (?:for|to)\b|\bno(?:body|-one| one) (?:dies|died|has died) of\b|\bdie (?:laughing|of embarrassment)\b/gi;

const HINT = 'Add "contentNote" with the subject in plain words, so that learners can choose when to read it.';

const HARD_SUBJECTS: readonly (readonly [subject: string, pattern: RegExp])[] = [
  ['abuse', /\b(?:abus(?:e|es|ed|er|ers|ing|ive)|assault\w*|rap(?:e|ed|ing)|molest\w*)\b/i],
  ['self-harm', /\b(?:self[- ]?harm\w*|cut(?:s|ting)? (?:herself|himself|themselves|themself|myself)|overdos\w+)\b/i],
  ['suicide', /\b(?:suicid\w*|(?:kill|end) (?:herself|himself|themselves|themself|myself)|(?:end|take|took) (?:her|his|their|my) (?:own )?life|(?:not|n[’']t) want to (?:be here|live|wake up)|better off dead|end it all)\b/i],
  ['death', /\b(?:death|deaths|died|dies|dying|stillb\w+|miscarr\w+|lost (?:the|her|their|a|our) baby|bereave\w*|funeral|killed)\b/i],
  ['exploitation', /\b(?:exploit(?:s|ed|ing|ation|ative)?|groom(?:s|ed|ing)|county lines|trafficked)\b/i],
  ['racism', /\b(?:racis[mt]s?|racial(?:ly)?|slurs?)\b/i],
  ['violence', /\b(?:violen(?:ce|t)|threat(?:s|ens|ened|ening)? to (?:hurt|kill|hit|harm)|punch(?:es|ed|ing)?|(?:hits?|hitting|slap(?:s|ped|ping)?|kick(?:s|ed|ing)?|beats?|smack(?:s|ed|ing)?) (?:him|her|them|me|you)|beaten|strangl\w+|chok(?:ed|ing) (?:him|her|them|me)|(?:was|were|been) starved|marks? (?:on|round|across) (?:his|her|their|the child's) (?:arms?|legs?|back|face|neck|body))\b/i],
];

const ANY_HARD_SUBJECT = new RegExp(HARD_SUBJECTS.map(([, pattern]) => pattern.source).join('|'), 'i');

export const missingContentNote = defineRule('missing-content-note', 'warning', 'A scenario on a subject that can hurt has a content note.', ({ scenarios }) =>
  scenarios.flatMap((file): Finding[] => {
    if (file.scenario.contentNote !== undefined) return [];
    const hardTexts = listTexts(file.scenario)
      .filter(({ text }) => ANY_HARD_SUBJECT.test(text))
      .map(({ path, text }) => ({ path, text: text.replace(LAW_NAME, '').replace(FIGURE_OF_SPEECH, '') }));
    for (const [subject, pattern] of HARD_SUBJECTS) {
      for (const { path, text } of hardTexts) {
        const word = pattern.exec(text)?.[0];
        if (word !== undefined) return [[file, path, `The scenario mentions ${subject} ("${word}") and has no content note.`, HINT, word]];
      }
    }
    return [];
  }),
);
