import { PhraseFinder } from '../language/phrase-finder.ts';
import { readWithRetext } from '../language/read-with-retext.ts';
import { defineLanguageRule, type LanguageFinding } from '../language-rule.ts';
import { listLearnerTexts } from '../learner-text.ts';
import { findInOurVoice, mayHold, ourWords } from '../our-words.ts';
import { PEOPLE_TERMS, RETEXT_RULES, RETEXT_TRIGGERS } from '../word-lists/people-terms.ts';

const FINDER = new PhraseFinder(PEOPLE_TERMS);

/** Tells which texts are worth the time that retext takes. */
const TRIGGERS = new PhraseFinder(RETEXT_TRIGGERS);

export const peopleFirst = defineLanguageRule('people-first', 'warning', 'People are named in the words that they choose for themselves, before any condition.', (content) => [
  ...findInOurVoice(content, 'people', FINDER).map(({ phrase: { why, instead }, found, ...place }): LanguageFinding => ({ ...place, message: `"${found}": ${why}.`, hint: `In its place: ${instead}.` })),
  ...listLearnerTexts(content).flatMap(({ file, texts }) =>
    texts.flatMap((text): LanguageFinding[] => {
      if (!mayHold(text, 'retext') || TRIGGERS.find(text.text).length === 0) return [];
      const remarks = readWithRetext(ourWords(text, content), 'equality').filter(({ id }) => RETEXT_RULES.has(id));
      return remarks
        .filter((remark) => !remarks.some((other) => other.from <= remark.from && remark.to <= other.to && other.to - other.from > remark.to - remark.from))
        .map(({ id, from, to, actual }) => ({ file, in: text, from, to, message: `"${actual}" is a word that shuts people out.`, hint: `In its place: ${RETEXT_RULES.get(id) ?? ''}.` }));
    }),
  ),
]);
