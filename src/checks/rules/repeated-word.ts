import { readWithRetext } from '../language/read-with-retext.ts';
import { mayRepeatWord } from '../language/slips.ts';
import { defineLanguageRule, type LanguageFinding } from '../language-rule.ts';
import { listLearnerTexts } from '../learner-text.ts';

export const repeatedWord = defineLanguageRule('repeated-word', 'warning', 'No word stands twice in a row by a slip.', (content) =>
  listLearnerTexts(content).flatMap(({ file, texts }) =>
    texts.flatMap((text): LanguageFinding[] =>
      !mayRepeatWord(text.text)
        ? []
        : readWithRetext(text.text, 'repeated-words').map(({ from, to, actual }) => ({ file, in: text, from, to, message: `"${actual}" has one word twice.`, hint: 'Leave one of the two out.', replacement: /^\S+/.exec(actual)?.[0] ?? actual })),
    ),
  ),
);
