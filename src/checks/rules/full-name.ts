import { findFullName } from '../full-names.ts';
import { listTexts } from '../scenario-texts.ts';
import { defineRule, type Finding } from '../rule.ts';

export const fullName = defineRule('full-name', 'warning', 'People in scenarios have first names alone, so that nobody real can be meant.', ({ scenarios }) =>
  scenarios.flatMap((file) =>
    listTexts(file.scenario).flatMap(({ path, text }): Finding[] => {
      const found = findFullName(text);
      return found === undefined ? [] : [[file, path, `"${found}" has a surname.`, 'Use a first name alone, made up. No real child, parent or worker may be meant.', found]];
    }),
  ),
);
