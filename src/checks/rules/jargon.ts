import { JARGON_TERMS } from '../word-lists/jargon-terms.ts';
import { PhraseFinder } from '../language/phrase-finder.ts';
import { defineLanguageRule, type LanguageFinding } from '../language-rule.ts';
import { findInOurVoice } from '../our-words.ts';

const FINDER = new PhraseFinder(JARGON_TERMS);

export const jargon = defineLanguageRule('jargon', 'warning', 'Words of the trade and of offices give way to plain ones.', (content) =>
  findInOurVoice(content, 'jargon', FINDER).map(({ phrase: { plain, swaps }, found, ...place }): LanguageFinding => {
    const swap = swaps?.[found.toLowerCase()];
    return {
      ...place,
      message: `"${found}" is a word of the trade; readers have to translate it.`,
      hint: `Plainer: ${plain}. Where the word itself is needed, explain it once.`,
      ...(swap !== undefined && { replacement: /^\p{Lu}/u.test(found) ? swap.charAt(0).toUpperCase() + swap.slice(1) : swap }),
    };
  }),
);
