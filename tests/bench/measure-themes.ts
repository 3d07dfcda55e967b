import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { FrameworkSchema, listStatements } from '../../src/framework/framework.ts';
import { ThemesSchema, type Theme } from '../../src/framework/theme.ts';
import { chooseThemes, createSignFinder, THEME_WEIGHTS, type ThemedText, type ThemeWeights } from '../../src/importer/assign-themes.ts';

/** A statement of a shipped framework with the themes that a reader gave it by the rules in tests/fixtures/themes/README.md. */
export interface LabelledText extends ThemedText {
  framework: string;
  themes: readonly string[];
}

/** What was found rightly, found wrongly, and missed. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

/** A tally for each theme, by its id. */
export type Tallies = ReadonlyMap<string, Tally>;

export function readThemes(): Theme[] {
  return ThemesSchema.parse(parse(readFileSync('content/themes.yaml', 'utf8'))).themes;
}

export function readLabelledTexts(): LabelledText[] {
  return globSync('content/frameworks/*/framework.yaml').sort().flatMap((file) => {
    const framework = FrameworkSchema.parse(parse(readFileSync(file, 'utf8')));
    return listStatements(framework).map(({ element, statement }) => ({ framework: framework.id, text: statement.text, stem: statement.stem, label: element.label, section: element.section, themes: statement.themes }));
  });
}

/** The weights that the training folds may choose from. Few, since there are few statements: a finer choice would follow chance. */
export const GRID: readonly ThemeWeights[] = [0.1, 0.25, 0.5].flatMap((label) =>
  [0, 0.05, 0.1, 0.15].flatMap((likeness) => [0.75, 1, 1.25].flatMap((leastScore) => [0.3, 0.4, 0.5].map((leastShare) => ({ ...THEME_WEIGHTS, label, likeness, leastScore, leastShare })))),
);

/** The same for likeness alone, which is on another scale. */
export const GRID_OF_LIKENESS: readonly ThemeWeights[] = [0, 0.25, 0.5].flatMap((label) =>
  [3, 4, 5, 6, 7, 8, 10].flatMap((leastScore) => [0.5, 0.6, 0.7, 0.8, 0.9].map((leastShare) => ({ ...THEME_WEIGHTS, label, likeness: 1, leastScore, leastShare }))),
);

/**
 * Cross-validation: the weights that do best on all folds but one are measured on that one, and the tallies of all folds are added up.
 * @returns the tallies of each fold, by its name.
 */
export function crossValidate(texts: readonly LabelledText[], themes: readonly Theme[], { grid, foldOf }: { grid: readonly ThemeWeights[]; foldOf: (text: LabelledText, index: number) => string }): Map<string, Tallies> {
  const findSigns = createSignFinder(themes);
  const folds = Map.groupBy(texts, (text) => foldOf(text, texts.indexOf(text)));
  const signs = new Map([...folds].map(([fold, members]) => [fold, members.map((text) => ({ text, signs: findSigns(text) }))]));
  const byWeights = grid.map((weights) => new Map([...signs].map(([fold, members]) => [fold, countTallies(themes, members.map(({ text, signs: found }) => ({ given: text.themes, found: chooseThemes(found, weights) })))])));
  return new Map([...folds.keys()].map((fold) => {
    const scored = byWeights.map((tallies) => ({ tallies, score: toMacroF1(addTallies([...tallies].flatMap(([other, tally]) => (other === fold ? [] : [tally])))) }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
    return [fold, best.tallies.get(fold) ?? new Map<string, Tally>()];
  }));
}

/** Tallies of a way of finding themes that learns nothing. */
export function countTallies(themes: readonly Theme[], results: readonly { given: readonly string[]; found: readonly string[] }[]): Tallies {
  return new Map(themes.map(({ id }) => {
    const count = (isGiven: boolean, isFound: boolean) => results.filter(({ given, found }) => given.includes(id) === isGiven && found.includes(id) === isFound).length;
    return [id, { right: count(true, true), wrong: count(false, true), missed: count(true, false) }];
  }));
}

export function addTallies(all: readonly Tallies[]): Tallies {
  const sum = new Map<string, Tally>();
  for (const tallies of all) {
    for (const [id, { right, wrong, missed }] of tallies) {
      const before = sum.get(id) ?? { right: 0, wrong: 0, missed: 0 };
      sum.set(id, { right: before.right + right, wrong: before.wrong + wrong, missed: before.missed + missed });
    }
  }
  return sum;
}

/** The harmonic mean of precision and recall; 0 where nothing was given and nothing found. */
export function toF1({ right, wrong, missed }: Tally): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

/** The mean of the themes' F1, each counting the same; themes that were neither given nor found are left out. */
export function toMacroF1(tallies: Tallies): number {
  const met = [...tallies.values()].filter(({ right, wrong, missed }) => right + wrong + missed > 0);
  return met.reduce((sum, tally) => sum + toF1(tally), 0) / Math.max(1, met.length);
}

/** F1 over all themes given and found, each one counting the same. */
export function toMicroF1(tallies: Tallies): number {
  return toF1([...tallies.values()].reduce((a, b) => ({ right: a.right + b.right, wrong: a.wrong + b.wrong, missed: a.missed + b.missed }), { right: 0, wrong: 0, missed: 0 }));
}

/** Puts texts into folds by chance, the same chance every time (a linear congruential generator, shuffled by Fisher and Yates). */
export function dealFolds(count: number, folds: number): string[] {
  const dealt = Array.from({ length: count }, (_, index) => String(index % folds));
  let state = 20_261_127;
  for (let index = count - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (index + 1));
    [dealt[index], dealt[other]] = [dealt[other] ?? '', dealt[index] ?? ''];
  }
  return dealt;
}
