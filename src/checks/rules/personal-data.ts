import { listCheckTexts } from '../../course/check/check-texts.ts';
import { findPersonalData } from '../personal-data.ts';
import { listTexts } from '../scenario-texts.ts';
import { defineRule, type Finding } from '../rule.ts';

export const personalData = defineRule('personal-data', 'error', 'No text holds what could point to a real person: numbers, postcodes, dates of birth, case references, addresses of any kind, or full names beside them.', ({ scenarios, modules }) => {
  const look = (file: Finding[0], path: readonly PropertyKey[], text: string): Finding[] => findPersonalData(text).map(({ what, words }) => [file, path, `"${words}" looks like ${what}.`, 'Take it out. If a real person could be meant, tell your manager and treat it as your local procedure asks: the file may have been shared already.', words]);
  return [
    ...scenarios.flatMap((file) => [
      ...listTexts(file.scenario).flatMap(({ path, text }) => look(file, path, text)),
      ...file.scenario.references.flatMap(({ title }, index) => look(file, ['references', index, 'title'], title)),
    ]),
    ...modules.flatMap((file) => [
      ...file.module.objectives.flatMap((text, index) => look(file, ['objectives', index], text)),
      ...look(file, ['reflection'], file.module.reflection),
      ...file.module.supervision.flatMap((text, index) => look(file, ['supervision', index], text)),
      ...listCheckTexts(file.module).flatMap(({ path, text }) => look(file, path, text)),
      ...look({ file: file.file, placeOf: () => ({ file: file.file, line: file.bodyLine, column: 1 }) }, [], file.body),
    ]),
  ];
});
