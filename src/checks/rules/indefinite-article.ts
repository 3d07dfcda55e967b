import { readWithRetext } from '../language/read-with-retext.ts';
import { mayMisuseArticle } from '../language/slips.ts';
import { defineLanguageRule, type LanguageFinding } from '../language-rule.ts';
import { listLearnerTexts } from '../learner-text.ts';

export const indefiniteArticle = defineLanguageRule('indefinite-article', 'warning', '"a" and "an" fit the sound of what follows.', (content) =>
  listLearnerTexts(content).flatMap(({ file, texts }) =>
    texts.flatMap((text): LanguageFinding[] =>
      !mayMisuseArticle(text.text)
        ? []
        : readWithRetext(text.text, 'indefinite-article').flatMap(({ from, to, actual, expected: [right] }) =>
            right === undefined ? [] : [{ file, in: text, from, to, message: `"${actual}" does not fit the word after it.`, hint: `Write "${right}".`, replacement: right }],
          ),
    ),
  ),
);
