import { countWords } from '../language/sentences.ts';
import { defineLanguageRule, type LanguageFinding } from '../language-rule.ts';
import { isOurVoice, listLearnerTexts } from '../learner-text.ts';
import { ourWords } from '../our-words.ts';

/** In a hundred words. Fewer than three in one text are no overuse, however short it is. */
const MAX_PER_HUNDRED = 3;
const FEWEST = 3;

const FAMILIES = [
  { name: '"danger", "unsafe" and "safety"', pattern: /(?<![\w-])(?:danger\w*|unsafe(?:ly)?|safety)(?![\w-])/gi, why: 'it frightens, and it blurs what the worry is', hint: 'Say what happens, how often, and what it does to the child. Keep the words where a life or somebody’s safety is threatened.' },
  { name: '"risk"', pattern: /(?<![\w-])risk\w*(?![\w-])/gi, why: 'factors are not harm', hint: 'Write "we are worried that … because …".' },
] as const;

const ANY = /danger|unsafe|safety|risk/i;

export const dangerAndRisk = defineLanguageRule('danger-and-risk', 'warning', `Words of danger and of risk come at most ${MAX_PER_HUNDRED} times in a hundred words.`, (content) =>
  listLearnerTexts(content).flatMap(({ file, texts }) =>
    texts.flatMap((text): LanguageFinding[] => {
      if (!ANY.test(text.text) || !isOurVoice(text)) return [];
      const ours = ourWords(text, content);
      return FAMILIES.flatMap(({ name, pattern, why, hint }) => {
        const found = [...ours.matchAll(pattern)];
        const first = found[0];
        const words = countWords(ours);
        if (!first || found.length < FEWEST || found.length * 100 <= MAX_PER_HUNDRED * words) return [];
        return [{ file, in: text, from: first.index, to: first.index + first[0].length, message: `${found.length} of ${words} words here are ${name}: ${why}.`, hint }];
      });
    }),
  ),
);
