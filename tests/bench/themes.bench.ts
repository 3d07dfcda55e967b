/**
 * Measures how well the importer finds the themes of statements, against those that a reader gave the statements of the shipped frameworks
 * (tests/fixtures/themes/README.md says by what rules, and what the figures don't show).
 *
 *     node tests/bench/themes.bench.ts
 *
 * Ends with 1 where the macro-F1 over the frameworks, each measured with weights chosen on the others, is under 0.75.
 */
import { addTallies, countTallies, crossValidate, dealFolds, GRID, GRID_OF_LIKENESS, readLabelledTexts, readThemes, toF1, toMacroF1, toMicroF1, type Tallies } from './measure-themes.ts';

const LEAST_MACRO_F1 = 0.75;

const [texts, themes] = [readLabelledTexts(), readThemes()];
const ofFramework = (text: { framework: string }) => text.framework;
const dealt = dealFolds(texts.length, 10);

const byFramework = crossValidate(texts, themes, { grid: GRID, foldOf: ofFramework });
const pooled = addTallies([...byFramework.values()]);
const byChance = addTallies([...crossValidate(texts, themes, { grid: GRID, foldOf: (_, index) => dealt[index] ?? '' }).values()]);

print(`themes: ${texts.length} statements, ${texts.reduce((sum, text) => sum + text.themes.length, 0)} themes given; macro-F1 and micro-F1\n`);
print(row('leave one framework out', pooled));
for (const [framework, tallies] of byFramework) print(row(`  ${framework}`, tallies));
print(row('ten folds over statements', byChance));

print('\nwith less, leave one framework out:');
print(row('  terms alone', validate(themes, GRID.filter(({ likeness }) => likeness === 0))));
print(row('  likeness alone', validate(themes.map((theme) => ({ ...theme, terms: [] })), GRID_OF_LIKENESS)));
print(row('  the commonest theme for every statement', countTallies(themes, texts.map(({ themes: given }) => ({ given, found: [findCommonest()] })))));

print('\nby theme, leave one framework out:     precision  recall  F1');
for (const [id, tally] of pooled) print(`  ${id.padEnd(36)} ${(tally.right / Math.max(1, tally.right + tally.wrong)).toFixed(2).padStart(9)}  ${(tally.right / Math.max(1, tally.right + tally.missed)).toFixed(2).padStart(6)}  ${toF1(tally).toFixed(2)}`);

process.exitCode = toMacroF1(pooled) < LEAST_MACRO_F1 ? 1 : 0;

function validate(withThemes: typeof themes, grid: typeof GRID): Tallies {
  return addTallies([...crossValidate(texts, withThemes, { grid, foldOf: ofFramework }).values()]);
}

function findCommonest(): string {
  const count = (id: string) => texts.filter((text) => text.themes.includes(id)).length;
  return themes.map(({ id }) => id).reduce((a, b) => (count(b) > count(a) ? b : a));
}

function row(name: string, tallies: Tallies): string {
  return `${name.padEnd(44)} ${toMacroF1(tallies).toFixed(3)}  ${toMicroF1(tallies).toFixed(3)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
