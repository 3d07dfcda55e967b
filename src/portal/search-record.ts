import { moduleAddress, scenarioAddress, statementAddress } from '../course/addresses.ts';
import type { Library } from '../course/library.ts';
import type { LearningModule } from '../course/learning-module.ts';
import type { Scenario } from '../course/scenario.ts';
import type { Element, Framework, PracticeStatement } from '../framework/framework.ts';
import { parseStatementId } from '../framework/ids.ts';
import { KIND_LABELS } from '../framework/kind-labels.ts';
import { showLabel } from '../framework/show-label.ts';
import type { Theme } from '../framework/theme.ts';

/** One thing that the good-practice search can find. */
export interface SearchRecord {
  /** Relative to the site's base. */
  address: string;
  /** Everything that is searched; the words to show come first. */
  content: string;
  /** Shown with the hit. All values are plain text. */
  meta: { title: string; text: string; where: string; address: string; practiseTitle?: string; practiseAddress?: string };
  /** What people can narrow the search by. */
  filters: { framework: string[]; kind: string[] };
}

/** Names of the kinds of record that are not statements. */
export const SCENARIO_KIND = 'Scenarios';
export const MODULE_KIND = 'Learning modules';

/** A record for every practice statement, module and scenario. */
export function listSearchRecords(library: Library): SearchRecord[] {
  return [
    ...library.frameworks.flatMap((framework) => framework.elements.flatMap((element) => element.statements.map((statement) => toStatementRecord(library, framework, element, statement)))),
    ...library.frameworks.flatMap((framework) => library.listModules(framework).map(({ element, module }) => toModuleRecord(framework, element, module))),
    ...library.scenarios.map((scenario) => toScenarioRecord(library, scenario)),
  ];
}

function toStatementRecord(library: Library, framework: Framework, element: Element, statement: PracticeStatement): SearchRecord {
  const [scenario] = [...library.listScenariosFor(statement.id), ...library.listSharedScenariosFor(statement.id)];
  const address = statementAddress(framework.id, element.id, statement.id);
  const text = statement.stem ? `${statement.stem} ${statement.text}` : statement.text;
  return {
    address,
    content: join(text, element.label, element.section, ...library.listThemes(statement.themes).map(describeTheme)),
    meta: {
      title: showLabel(element.label),
      address,
      text: statement.isToAvoid ? `Avoid: ${text}` : text,
      where: showLabel(framework.title),
      ...(scenario && { practiseTitle: scenario.title, practiseAddress: scenarioAddress(scenario.id) }),
    },
    filters: { framework: [showLabel(framework.title)], kind: [KIND_LABELS[element.kind].many] },
  };
}

function toModuleRecord(framework: Framework, element: Element, module: LearningModule): SearchRecord {
  return {
    address: moduleAddress(framework.id, element.id),
    content: join(module.title, ...module.objectives, element.description, module.reflection),
    meta: { title: showLabel(module.title), address: moduleAddress(framework.id, element.id), text: module.objectives.join(' '), where: showLabel(framework.title) },
    filters: { framework: [showLabel(framework.title)], kind: [MODULE_KIND] },
  };
}

function toScenarioRecord(library: Library, scenario: Scenario): SearchRecord {
  const exercised = scenario.exercises.flatMap((id) => library.findFramework(parseStatementId(id)?.framework ?? '') ?? []);
  const frameworks = [...new Set([...exercised, ...library.listBorrowers(scenario.id).map(({ framework }) => framework)])].map(({ title }) => showLabel(title));
  return {
    address: scenarioAddress(scenario.id),
    content: join(scenario.title, scenario.summary, scenario.setting, ...scenario.steps.map(({ situation }) => situation), scenario.debrief, ...library.listThemes(scenario.themes).map(describeTheme)),
    meta: { title: scenario.title, address: scenarioAddress(scenario.id), text: scenario.summary, where: frameworks.join('; '), practiseTitle: scenario.title, practiseAddress: scenarioAddress(scenario.id) },
    filters: { framework: frameworks, kind: [SCENARIO_KIND] },
  };
}

/** A theme's own words stand in for words that the text leaves out. */
const describeTheme = ({ label }: Theme): string => label;

const join = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join('\n');
