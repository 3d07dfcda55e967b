import { listCheckTexts } from '../../course/check/check-texts.ts';
import { findFullName } from '../full-names.ts';
import { listTexts } from '../scenario-texts.ts';
import { defineRule, type Finding } from '../rule.ts';

export const fullName = defineRule('full-name', 'warning', 'People in scenarios and knowledge checks have first names alone, so that nobody real can be meant.', ({ scenarios, modules }) => {
  const look = (file: Finding[0], texts: readonly { path: readonly PropertyKey[]; text: string }[]) =>
    texts.flatMap(({ path, text }): Finding[] => {
      const found = findFullName(text);
      return found === undefined ? [] : [[file, path, `"${found}" has a surname.`, 'Use a first name alone, made up. No real child, parent or worker may be meant.', found]];
    });
  return [...scenarios.flatMap((file) => look(file, listTexts(file.scenario))), ...modules.flatMap((file) => look(file, listCheckTexts(file.module)))];
});
