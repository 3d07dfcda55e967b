import { listThemeLabels, rankThemes } from '../framework/rank-themes.ts';
import { showLabel } from '../framework/show-label.ts';
import type { Element } from '../framework/framework.ts';
import type { Theme } from '../framework/theme.ts';
import { cleanImportedText, shorten } from './imported-text.ts';
import type { ScenarioSurvey } from './survey-scenarios.ts';

const MAX_THEMES = 3;
const MAX_QUOTED = 90;

/** What a person reads in the terminal: which scenarios stand in and are to be checked, and what to write first. */
export function formatSurvey(survey: ScenarioSurvey, themes: readonly Theme[]): string {
  const lines: string[] = [];
  if (survey.shared.size > 0) lines.push('  From the shared library: check that each fits your practice.', ...listShared(survey, themes).map(({ element, scenario, quoted, why }) => `       ${element}: ${scenario}\n         for “${quoted}”${why && ` (${why})`}`));
  if (survey.toWrite.length > 0) lines.push('  Scenarios to write first: nothing in the library fits these.', ...survey.toWrite.map((element) => `       ${element.id}: ${describeElement(element, themes)}`));
  return lines.join('\n');
}

/** The same as sections of the import report, in Markdown. */
export function writeSurvey(survey: ScenarioSurvey, themes: readonly Theme[]): string {
  const shared = listShared(survey, themes).map(({ element, scenario, quoted, why }) => `- ${code(element)}: the scenario ${code(scenario)}, for ${code(quoted)}${why && ` (${why})`}`);
  const toWrite = survey.toWrite.map((element) => `- ${code(element.id)}, ${code(shorten(showLabel(cleanImportedText(element.label)), MAX_QUOTED))}: ${describeElement(element, themes)}`);
  return [
    '## Scenarios from the shared library',
    '',
    ...(shared.length === 0 ? ['None: nothing in the library fits.'] : ['They were written for other frameworks. Check that each fits your practice: take it out of its module where it does not; move it to `scenarios:` once you stand by it.', '', ...shared]),
    '',
    '## Scenarios to write first',
    '',
    ...(toWrite.length === 0 ? ['None: every element has a scenario to begin with.'] : ['Nothing in the library fits these.', '', ...toWrite]),
  ].join('\n');
}

function listShared({ shared }: ScenarioSurvey, themes: readonly Theme[]): { element: string; scenario: string; quoted: string; why: string }[] {
  return [...shared].map(([element, { scenario, statement, themes: ids }]) => ({
    element,
    scenario: scenario.id,
    quoted: shorten(cleanImportedText(statement.text), MAX_QUOTED),
    why: listThemeLabels(ids.flatMap((id) => themes.find((theme) => theme.id === id) ?? [])),
  }));
}

function describeElement(element: Element, themes: readonly Theme[]): string {
  const count = element.statements.length;
  const about = listThemeLabels(rankThemes(element, themes).slice(0, MAX_THEMES));
  return `${count} ${count === 1 ? 'statement' : 'statements'}${about && `, on ${about}`}`;
}

/** Imported words as they are: no mark in them counts. */
const code = (text: string): string => `\`\` ${text.replace(/`{2,}/g, '`')} \`\``;
