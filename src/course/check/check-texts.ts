import type { LearningModule } from '../learning-module.ts';
import type { CheckItem } from './check-item.ts';

/** A text of a knowledge check that a person wrote. */
export interface CheckText {
  /** In the module's front matter, as `placeOf` takes it. */
  path: readonly PropertyKey[];
  text: string;
  /** We answer for the words. Not so for a wording that is poor on purpose. */
  isOurVoice: boolean;
}

const listed = new WeakMap<readonly CheckItem[], readonly CheckText[]>();

/**
 * Everything that people wrote for a module's knowledge check, in the order in which it is read. Kept: several rules ask for it.
 *
 * A language rule holds what `isOurVoice` says against its list, and skips the rest. An explanation or a `why` may name poor
 * wording between quotation marks: treat quotations there as in a narrator's text (`withoutQuotations` in `src/checks`). The
 * framework's own words are named by id and so are not in here.
 *
 *     listCheckTexts(file.module).filter(({ isOurVoice }) => isOurVoice).map(({ text, path }) => [file, path, …])
 */
export function listCheckTexts({ check }: Pick<LearningModule, 'check'>): readonly CheckText[] {
  const texts = listed.get(check) ?? check.flatMap((item, at) => textsOf(item).map((text) => ({ ...text, path: ['check', at, ...text.path] })));
  listed.set(check, texts);
  return texts;
}

function textsOf(item: CheckItem): CheckText[] {
  const ours = (text: string | undefined, ...path: PropertyKey[]): CheckText[] => (text === undefined ? [] : [{ path, text, isOurVoice: true }]);
  switch (item.kind) {
    case 'which-statement':
    case 'which-element':
      return [];
    case 'match':
      return ours(item.explanation, 'explanation');
    case 'wording':
      return [
        ...ours(item.context, 'context'),
        ...ours(item.question, 'question'),
        ...ours(item.right.text, 'right', 'text'),
        ...ours(item.right.why, 'right', 'why'),
        ...item.others.flatMap(({ text, why }, at) => [{ path: ['others', at, 'text'], text, isOurVoice: false }, ...ours(why, 'others', at, 'why')]),
      ];
    case 'order':
      return [
        ...ours(item.context, 'context'),
        ...ours(item.question, 'question'),
        ...item.steps.flatMap(({ text }, at) => ours(text, 'steps', at, 'text')),
        ...ours(item.explanation, 'explanation'),
      ];
    case 'missing-voice':
      return [
        ...ours(item.record.title, 'record', 'title'),
        ...ours(item.record.text, 'record', 'text'),
        ...ours(item.question, 'question'),
        ...ours(item.missing.person, 'missing', 'person'),
        ...item.heard.flatMap(({ person }, at) => ours(person, 'heard', at, 'person')),
        ...ours(item.explanation, 'explanation'),
      ];
  }
}
