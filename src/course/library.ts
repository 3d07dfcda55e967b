import type { Element, Framework, PracticeStatement } from '../framework/framework.ts';
import { parseStatementId } from '../framework/ids.ts';
import type { Theme } from '../framework/theme.ts';
import type { LearningModule, SharedScenario } from './learning-module.ts';
import type { Scenario } from './scenario.ts';

/** A practice statement with all that is needed to quote it. */
export interface Quotation {
  framework: Framework;
  element: Element;
  statement: PracticeStatement;
}

/** Everything that the site is built from, with the look-ups that pages need. Built once; never changed. */
export class Library {
  readonly frameworks: readonly Framework[];
  readonly themes: readonly Theme[];
  readonly scenarios: readonly Scenario[];
  readonly modules: readonly LearningModule[];
  readonly #quotations = new Map<string, Quotation>();
  readonly #modules = new Map<string, LearningModule>();
  readonly #scenarios: ReadonlyMap<string, Scenario>;
  readonly #lentFor: ReadonlyMap<string, readonly SharedScenario[]>;
  readonly #lentOf: ReadonlyMap<string, readonly SharedScenario[]>;

  constructor(parts: { frameworks: readonly Framework[]; themes: readonly Theme[]; scenarios: readonly Scenario[]; modules: readonly LearningModule[] }) {
    this.frameworks = parts.frameworks;
    this.themes = parts.themes;
    this.scenarios = parts.scenarios;
    this.modules = parts.modules;
    this.#scenarios = new Map(parts.scenarios.map((scenario) => [scenario.id, scenario]));
    const lent = parts.modules.flatMap(({ sharedScenarios }) => sharedScenarios);
    this.#lentFor = Map.groupBy(lent, ({ statement }) => statement);
    this.#lentOf = Map.groupBy(lent, ({ scenario }) => scenario);
    for (const module of parts.modules) this.#modules.set(`${module.framework}/${module.element}`, module);
    for (const framework of parts.frameworks) {
      for (const element of framework.elements) {
        for (const statement of element.statements) this.#quotations.set(statement.id, { framework, element, statement });
      }
    }
  }

  findFramework(id: string): Framework | undefined {
    return this.frameworks.find((framework) => framework.id === id);
  }

  findQuotation(statementId: string): Quotation | undefined {
    return this.#quotations.get(statementId);
  }

  findScenario(id: string): Scenario | undefined {
    return this.#scenarios.get(id);
  }

  findModule(framework: string, element: string): LearningModule | undefined {
    return this.#modules.get(`${framework}/${element}`);
  }

  /** A framework's modules in the order of its elements. */
  listModules(framework: Framework): { element: Element; module: LearningModule }[] {
    return framework.elements.flatMap((element) => {
      const module = this.findModule(framework.id, element.id);
      return module ? [{ element, module }] : [];
    });
  }

  /** The scenarios that exercise a statement, those that name it first coming first. */
  listScenariosFor(statementId: string): Scenario[] {
    return this.scenarios.filter(({ exercises }) => exercises.includes(statementId)).sort((a, b) => a.exercises.indexOf(statementId) - b.exercises.indexOf(statementId));
  }

  /** The scenarios that exercise a statement of the element, those that have it most at heart first. */
  listScenariosForElement(element: Element): Scenario[] {
    return rankScenarios(this.scenarios, element);
  }

  /** The scenarios that exercise any statement of a framework. */
  listScenariosOf(framework: Framework): Scenario[] {
    return this.scenarios.filter((scenario) => scenario.exercises.some((id) => parseStatementId(id)?.framework === framework.id));
  }

  /** The scenarios that stand in for a framework's own in its modules, in the order of the modules. */
  listSharedScenariosOf(framework: Framework): Scenario[] {
    const ids = new Set(this.listModules(framework).flatMap(({ module }) => module.sharedScenarios.map(({ scenario }) => scenario)));
    return [...ids].flatMap((id) => this.findScenario(id) ?? []);
  }

  /** The scenarios from the shared library that a module shows for this statement. */
  listSharedScenariosFor(statementId: string): Scenario[] {
    return (this.#lentFor.get(statementId) ?? []).flatMap(({ scenario }) => this.findScenario(scenario) ?? []);
  }

  /** The statements of other frameworks for which modules show this scenario. */
  listBorrowers(scenarioId: string): Quotation[] {
    return (this.#lentOf.get(scenarioId) ?? []).flatMap(({ statement }) => this.findQuotation(statement) ?? []);
  }

  listThemes(ids: readonly string[]): Theme[] {
    return this.themes.filter((theme) => ids.includes(theme.id));
  }
}

/**
 * The scenarios that exercise a statement of the element. A scenario names its main statement first, so the earlier it names
 * one of these, and the more of them, the more it is about this element.
 */
export function rankScenarios(scenarios: readonly Scenario[], element: Element): Scenario[] {
  const own = new Set(element.statements.map(({ id }) => id));
  const ranked = scenarios.flatMap((scenario) => {
    const first = scenario.exercises.findIndex((id) => own.has(id));
    return first < 0 ? [] : [{ scenario, first, share: scenario.exercises.filter((id) => own.has(id)).length / scenario.exercises.length }];
  });
  return ranked.sort((a, b) => a.first - b.first || b.share - a.share || a.scenario.id.localeCompare(b.scenario.id)).map(({ scenario }) => scenario);
}
