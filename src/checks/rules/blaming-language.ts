import { BLAMING_TERMS } from '../word-lists/blaming-terms.ts';
import { PhraseFinder } from '../language/phrase-finder.ts';
import { defineLanguageRule, type LanguageFinding } from '../language-rule.ts';
import { findInOurVoice } from '../our-words.ts';

const FINDER = new PhraseFinder(BLAMING_TERMS);

export const blamingLanguage = defineLanguageRule('blaming-language', 'error', 'Our own voice, and every option that is good practice, is free of wording that blames or labels.', (content) =>
  findInOurVoice(content, 'blaming', FINDER).map(({ phrase: { why, instead }, found, ...place }): LanguageFinding => ({
    ...place,
    message: `"${found}": ${why}.`,
    hint: `In its place: ${instead}${instead.endsWith('…') ? '' : '.'} If ${place.in.option ? 'an option quotes such wording on purpose, add "quotesPoorWording: true" and let the feedback name it' : 'you name such wording on purpose, put it between quotation marks'}.`,
  })),
);
