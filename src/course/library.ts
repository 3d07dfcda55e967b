import type { Element, Framework, PracticeStatement } from '../framework/framework.ts';
import { parseStatementId } from '../framework/ids.ts';
import type { Theme } from '../framework/theme.ts';
import type { LearningModule } from './learning-module.ts';
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

  constructor(parts: { frameworks: readonly Framework[]; themes: readonly Theme[]; scenarios: readonly Scenario[]; modules: readonly LearningModule[] }) {
    this.frameworks = parts.frameworks;
    this.themes = parts.themes;
    this.scenarios = parts.scenarios;
    this.modules = parts.modules;
    this.#scenarios = new Map(parts.scenarios.map((scenario) => [scenario.id, scenario]));
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
    const rank = (scenario: Scenario) => scenario.exercises.indexOf(statementId);
    return this.scenarios.filter((scenario) => rank(scenario) >= 0).sort((a, b) => rank(a) - rank(b));
  }

  /** The scenarios that exercise any statement of a framework. */
  listScenariosOf(framework: Framework): Scenario[] {
    return this.scenarios.filter((scenario) => scenario.exercises.some((id) => parseStatementId(id)?.framework === framework.id));
  }

  listThemes(ids: readonly string[]): Theme[] {
    return this.themes.filter((theme) => ids.includes(theme.id));
  }
}
