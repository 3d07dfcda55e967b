import { expect, test } from 'vitest';
import type { Theme } from '../../../src/framework/theme.ts';
import { createThemeFinder } from '../../../src/importer/assign-themes.ts';

const theme = (id: string, ...terms: string[]): Theme => ({ id, label: id, description: id, terms, practice: ['a', 'b'], supervision: 'c?' });
const find = createThemeFinder([theme('voice', 'wishes and feelings', 'listen*', 'own words'), theme('family', 'family network*', 'genogram*', 'famil*'), theme('time', 'timely', 'within * days', 'deadline'), theme('record', 'record*', 'file', 'chronology'), theme('plan', 'plan', 'plans', 'review')]);

test('a term in the statement gives its theme, the strongest first', () => {
  expect(find({ text: 'We record the child’s wishes and feelings.' })).toEqual(['voice', 'record'].slice(0, 1));
  expect(find({ text: 'Every visit is timely and we listen.' })).toEqual(['voice', 'time']);
});

test('a star stands for any ending and for any one word', () => {
  expect(find({ text: 'Listening comes first' })).toEqual(['voice']);
  expect(find({ text: 'We ring within five days' })).toEqual(['time']);
});

test('the label alone needs a phrase, the section alone never does it', () => {
  expect(find({ text: 'We act.', label: 'Wishes and feelings' })).toEqual(['voice']);
  expect(find({ text: 'We act.', label: 'Plans' })).toEqual([]);
  expect(find({ text: 'We act.', section: 'Wishes and feelings' })).toEqual([]);
});

test('there are never more than three, and none where nothing points to one', () => {
  expect(find({ text: 'Family, plan, file, timely, listen' })).toHaveLength(3);
  expect(find({ text: 'We are kind.' })).toEqual([]);
  expect(createThemeFinder([])({ text: 'We listen.' })).toEqual([]);
});
