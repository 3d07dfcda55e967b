import { parseStatementId } from '../framework/ids.ts';
import type { Element, Framework } from '../framework/framework.ts';
import type { Theme } from '../framework/theme.ts';
import type { LearningModule } from './learning-module.ts';
import type { Library } from './library.ts';
import type { Scenario } from './scenario.ts';

/** What an element can lack, the gravest first. */
export const GAPS = ['no-scenario', 'no-module', 'review-overdue', 'borrowed-scenario', 'draft', 'no-check'] as const;
export type Gap = (typeof GAPS)[number];

/** What people read. */
export const GAP_LABELS: Readonly<Record<Gap, string>> = {
  'no-scenario': 'No scenario practises it',
  'no-module': 'No learning module',
  'review-overdue': 'Past its review date',
  'borrowed-scenario': 'Has a borrowed scenario alone',
  draft: 'Still a draft',
  'no-check': 'No knowledge check',
};

/** What there is to learn about one element of a framework. */
export interface ElementCoverage {
  framework: Framework;
  element: Element;
  module?: LearningModule;
  /** Those that exercise a statement of it, the most to the point first. */
  scenarios: Scenario[];
  /** Those that its module shows from the shared library. */
  borrowed: Scenario[];
  /** Items of the knowledge check. */
  checkItems: number;
  /** Ids of the statements that no scenario exercises and no option rests on. */
  unpractised: string[];
  /** The earliest review date of its module and scenarios, as year-month-day. */
  reviewBy?: string;
  gaps: Gap[];
}

/** How far a theme is covered in one framework. */
export interface ThemeCoverage {
  framework: Framework;
  statements: number;
  scenarios: number;
}

export interface Coverage {
  /** In the order of the frameworks and their elements. */
  elements: ElementCoverage[];
  themes: { theme: Theme; frameworks: ThemeCoverage[] }[];
}

/**
 * Lays practice statements, modules, scenarios and knowledge checks side by side.
 * @param today year-month-day: what was to be reviewed before it is overdue.
 */
export function surveyCoverage(library: Library, today: string): Coverage {
  const named = new Set(library.scenarios.flatMap(({ exercises, steps }) => [...exercises, ...steps.flatMap(({ options }) => options.map(({ restsOn }) => restsOn))]));
  return {
    elements: library.frameworks.flatMap((framework) => framework.elements.map((element) => coverElement(library, framework, element, named, today))),
    themes: library.themes.map((theme) => ({ theme, frameworks: library.frameworks.map((framework) => coverTheme(library, framework, theme)) })),
  };
}

/** Elements by what they lack, the gravest first; those that lack nothing are left out. */
export function listGaps({ elements }: Coverage): { gap: Gap; elements: ElementCoverage[] }[] {
  return GAPS.map((gap) => ({ gap, elements: elements.filter(({ gaps }) => gaps.includes(gap)) })).filter((group) => group.elements.length > 0);
}

function coverElement(library: Library, framework: Framework, element: Element, named: ReadonlySet<string>, today: string): ElementCoverage {
  const module = library.findModule(framework.id, element.id);
  const scenarios = library.listScenariosForElement(element);
  const borrowed = (module?.sharedScenarios ?? []).flatMap(({ scenario }) => library.findScenario(scenario) ?? []).filter((scenario) => !scenarios.includes(scenario));
  const dated = [...(module ? [module] : []), ...scenarios, ...borrowed];
  const reviewBy = dated.map((each) => each.reviewBy).sort()[0];
  const checkItems = module?.check.length ?? 0;
  const lacks: Record<Gap, boolean> = {
    'no-scenario': scenarios.length + borrowed.length === 0,
    'no-module': module === undefined,
    'review-overdue': reviewBy !== undefined && reviewBy < today,
    'borrowed-scenario': scenarios.length === 0 && borrowed.length > 0,
    draft: dated.some(({ status }) => status === 'draft'),
    'no-check': module !== undefined && checkItems === 0,
  };
  return {
    framework,
    element,
    ...(module && { module }),
    scenarios,
    borrowed,
    checkItems,
    unpractised: element.statements.map(({ id }) => id).filter((id) => !named.has(id)),
    ...(reviewBy !== undefined && { reviewBy }),
    gaps: GAPS.filter((gap) => lacks[gap]),
  };
}

function coverTheme(library: Library, framework: Framework, theme: Theme): ThemeCoverage {
  return {
    framework,
    statements: framework.elements.flatMap(({ statements }) => statements).filter(({ themes }) => themes.includes(theme.id)).length,
    scenarios: library.scenarios.filter(({ themes, exercises }) => themes.includes(theme.id) && exercises.some((id) => parseStatementId(id)?.framework === framework.id)).length,
  };
}
