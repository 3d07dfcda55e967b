import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Theme } from '../../../src/framework/theme.ts';
import { chooseThemes, createThemeFinder, THEME_WEIGHTS, type ThemeSigns } from '../../../src/importer/assign-themes.ts';

const theme = (id: string, ...terms: string[]): Theme => ({ id, label: id, description: id, terms, practice: ['a', 'b'], supervision: 'c?' });
const themes = [theme('voice', 'wishes and feelings', 'listen*', 'own words'), theme('family', 'family network*', 'genogram*', 'famil*'), theme('time', 'timely', 'within * days', 'deadline'), theme('record', 'record*', 'file', 'chronology'), theme('plan', 'plan', 'plans', 'review')];
const find = createThemeFinder(themes);

test('a term in the statement gives its theme, the strongest first', () => {
  expect(find({ text: 'We draw the genogram in time for the review of the plan.' })).toEqual(['plan', 'family']);
  expect(find({ text: 'Every visit is timely and we listen.' })).toEqual(['voice', 'time']);
});

test('a phrase weighs more than a word', () => {
  expect(find({ text: 'We record the child’s wishes and feelings.' })).toEqual(['voice', 'record']);
  expect(find({ text: 'We file the child’s own words.' })).toEqual(['voice', 'record']);
});

test('what stands around a statement counts less than the statement, and less the further off it is', () => {
  const none = { terms: 0, likeness: 0 };
  const fields = { text: none, stem: none, label: none, section: none };
  const signs = (['section', 'label', 'stem', 'text'] as const).map((field): ThemeSigns => ({ id: field, fields: { ...fields, [field]: { terms: 1, likeness: 0 } } }));
  const choose = (leastShare: number) => chooseThemes(signs, { ...THEME_WEIGHTS, leastScore: 0, leastShare });
  expect(choose(0)).toEqual(['text', 'stem', 'label']);
  expect(choose(0.99)).toEqual(['text']);
  expect(chooseThemes(signs.slice(0, 2), { ...THEME_WEIGHTS, leastScore: 0, leastShare: 0 })).toEqual(['label', 'section']);
});

test('a label gives a theme to a statement that says little, where several signs in it agree', () => {
  expect(find({ text: 'We act.', stem: 'In our plans:', label: 'Plan and review' })).toEqual(['plan']);
  expect(find({ text: 'We act.', label: 'Plans' })).toEqual([]);
  expect(find({ text: 'We act.', section: 'Wishes and feelings in plans, reviews and files' })).toEqual([]);
});

test('likeness to what a theme says of itself adds to its terms, whatever the endings of the words', () => {
  const withText = (id: string, description: string): Theme => ({ ...theme(id, id), description });
  const others = ['c', 'd', 'e', 'f'].map((id) => withText(id, 'Something else again.'));
  const findLike = createThemeFinder([withText('alpha', 'Nothing much.'), withText('beta', 'Grandparents, cousins and neighbours round the kitchen table.'), ...others]);
  expect(findLike({ text: 'alpha, beta, a neighbourly cousin, kitchens and tables' })).toEqual(['beta', 'alpha']);
});

test('there are never more than three, none where nothing points to one, and none where there are no themes', () => {
  expect(find({ text: 'Family, plan, file, timely, listen' })).toHaveLength(3);
  expect(find({ text: 'We are kind.' })).toEqual([]);
  expect(find({ text: '' })).toEqual([]);
  expect(createThemeFinder([])({ text: 'We listen.' })).toEqual([]);
});

test('a theme much weaker than the strongest is left out; equals stand in the order of the themes', () => {
  const signs = (...scores: number[]): ThemeSigns[] => scores.map((terms, at) => ({ id: `t${at}`, fields: { text: { terms, likeness: 0 }, stem: { terms: 0, likeness: 0 }, label: { terms: 0, likeness: 0 }, section: { terms: 0, likeness: 0 } } }));
  expect(chooseThemes(signs(1, 4, 2), THEME_WEIGHTS)).toEqual(['t1', 't2']);
  expect(chooseThemes(signs(2, 3, 2), THEME_WEIGHTS)).toEqual(['t1', 't0', 't2']);
});

test('the same text has the same themes, whatever was asked before, and whatever the text', () => {
  const words = fc.array(fc.constantFrom('we', 'listen', 'family', 'network', 'plans', 'within', 'five', 'days', 'file', '’', '\u0001', '*', '(', '[a-z]'), { maxLength: 12 }).map((list) => list.join(' '));
  fc.assert(fc.property(words, fc.oneof(words, fc.string({ unit: 'grapheme' })), (before, text) => {
    const later = createThemeFinder(themes);
    later({ text: before, label: text });
    const found = later({ text, label: before });
    expect(found).toEqual(find({ text, label: before }));
    expect(found.length).toBeLessThanOrEqual(3);
    expect(new Set(found).size).toBe(found.length);
  }));
});
