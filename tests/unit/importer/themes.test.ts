import { describe, expect, test } from 'vitest';
import { createTermFinder, toWords } from '../../../src/importer/find-terms.ts';
import { addTallies, countTallies, crossValidate, dealFolds, GRID, readLabelledTexts, readThemes, toF1, toMacroF1, toMicroF1 } from '../../bench/measure-themes.ts';

const [texts, themes] = [readLabelledTexts(), readThemes()];

test('the themes of every framework are found well with weights chosen on the others', () => {
  const tallies = addTallies([...crossValidate(texts, themes, { grid: GRID, foldOf: ({ framework }) => framework }).values()]);
  expect(toMacroF1(tallies)).toBeGreaterThanOrEqual(0.75);
  expect(toMicroF1(tallies)).toBeGreaterThanOrEqual(0.75);
});

test('every theme is given to some statements, and hardly any statement has none', () => {
  expect(themes.filter(({ id }) => texts.filter((text) => text.themes.includes(id)).length < 10).map(({ id }) => id)).toEqual([]);
  expect(texts.filter((text) => text.themes.length === 0).length).toBeLessThan(texts.length / 50);
});

describe('the terms', () => {
  test('are lower case, and none stands twice under a theme', () => {
    for (const { id, terms } of themes) expect([id, terms]).toEqual([id, [...new Set(terms.map((term) => term.toLowerCase()))]]);
  });

  test('are words of the field: no phrase of five words or more stands in a shipped framework', () => {
    const phrases = themes.flatMap(({ terms }) => terms.filter((term) => toWords(term).length >= 5));
    const findPhrases = createTermFinder([phrases]);
    expect(phrases.length).toBeGreaterThan(0);
    expect(texts.filter((text) => findPhrases(toWords([text.text, text.stem, text.label].join(' . '))).length > 0).map(({ text }) => text)).toEqual([]);
  });
});

describe('the measure', () => {
  const two = [{ ...themes[0], id: 'a' }, { ...themes[0], id: 'b' }] as typeof themes;

  test('counts what was found rightly, wrongly and missed, by theme', () => {
    const tallies = countTallies(two, [{ given: ['a'], found: ['a', 'b'] }, { given: ['a', 'b'], found: ['b'] }]);
    expect(Object.fromEntries(tallies)).toEqual({ a: { right: 1, wrong: 0, missed: 1 }, b: { right: 1, wrong: 1, missed: 0 } });
    expect(toMacroF1(tallies)).toBeCloseTo(2 / 3);
    expect(toMicroF1(tallies)).toBeCloseTo(2 / 3);
  });

  test('each theme counts the same in macro-F1, and nothing found is no success', () => {
    expect(toF1({ right: 0, wrong: 0, missed: 0 })).toBe(0);
    expect(toMacroF1(new Map([['a', { right: 90, wrong: 0, missed: 0 }], ['b', { right: 0, wrong: 0, missed: 1 }]]))).toBe(0.5);
  });

  test('deals every statement into one of the folds, evenly, the same way every time', () => {
    const dealt = dealFolds(25, 10);
    expect(dealt).toEqual(dealFolds(25, 10));
    expect(Object.values(Object.groupBy(dealt, (fold) => fold)).map((fold) => fold?.length).sort()).toEqual([2, 2, 2, 2, 2, 3, 3, 3, 3, 3]);
    expect(dealt).not.toEqual([...dealt].sort());
  });
});
