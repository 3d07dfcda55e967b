import { PhraseFinder } from '../language/phrase-finder.ts';
import { defineLanguageRule, type LanguageFinding } from '../language-rule.ts';
import { findInOurVoice } from '../our-words.ts';
import { SYSTEM_TERMS } from '../word-lists/system-terms.ts';

const FINDER = new PhraseFinder(SYSTEM_TERMS);

export const systemWords = defineLanguageRule('system-words', 'warning', 'Our own voice speaks of people and what they do, not in the words of the system.', (content) =>
  findInOurVoice(content, 'system', FINDER).map(({ phrase: { why, instead }, found, ...place }): LanguageFinding => ({
    ...place,
    message: `"${found}": ${why}.`,
    hint: `In its place: ${instead}${instead.endsWith('…') ? '' : '.'} Keep it where it is the right word.`,
  })),
);
