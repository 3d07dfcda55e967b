import { listTexts } from '../scenario-texts.ts';
import { defineRule, type Finding } from '../rule.ts';

/** A title with a surname, or a first name with one after a word of family: "Mrs Patel", "his mother Sarah Jones". */
const NAMED_PERSON = /\b(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? \p{Lu}\p{Ll}+|(?:mum|mother|dad|father|gran|grandmother|grandfather|aunt|uncle|son|daughter|brother|sister|child|boy|girl|worker|teacher|manager),? \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)\b/u;

export const fullName = defineRule('full-name', 'warning', 'People in scenarios have first names alone, so that nobody real can be meant.', ({ scenarios }) =>
  scenarios.flatMap((file) =>
    listTexts(file.scenario).flatMap(({ path, text }): Finding[] => {
      const found = NAMED_PERSON.exec(text)?.[0];
      return found === undefined ? [] : [[file, path, `"${found}" has a surname.`, 'Use a first name alone, made up. No real child, parent or worker may be meant.', found]];
    }),
  ),
);
