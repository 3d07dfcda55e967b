import type { Element, Framework } from '../framework/framework.ts';
import type { CheckQuestion } from './check/question.ts';
import { prepareQuestion } from './check-question.ts';
import { listRequiredScenarios, type LearningModule } from './learning-module.ts';
import type { Library, Quotation } from './library.ts';
import type { Scenario } from './scenario.ts';

/** A learning module with everything it names looked up. */
export interface Lesson {
  library: Library;
  framework: Framework;
  element: Element;
  module: LearningModule;
  /** Those that the module requires. */
  scenarios: Scenario[];
  /** Those from the shared library, required or not. */
  shared: LentScenario[];
  questions: CheckQuestion[];
}

/** A scenario from the shared library, with the words that it is shown for. */
export interface LentScenario {
  scenario: Scenario;
  /** The statement of the element that it seems to exercise. */
  fits: Quotation;
  /** The main statement that it was written for; left out where the academy does not show that framework. */
  writtenFor?: Quotation;
}

/** @throws RangeError where the module names what the library does not hold; `npm run check` reports that with its line. */
export function prepareLesson(library: Library, module: LearningModule): Lesson {
  const framework = library.findFramework(module.framework);
  const element = framework?.elements.find(({ id }) => id === module.element);
  if (!framework || !element) throw new RangeError(`No element "${module.framework}/${module.element}" for this module`);
  const find = (id: string): Scenario => {
    const scenario = library.findScenario(id);
    if (!scenario) throw new RangeError(`The module names the scenario "${id}", which does not exist`);
    return scenario;
  };
  const scenarios = listRequiredScenarios(module).map(find);
  const shared = module.sharedScenarios.map((entry): LentScenario => {
    const scenario = find(entry.scenario);
    const fits = library.findQuotation(entry.statement);
    if (!fits) throw new RangeError(`The module names the statement "${entry.statement}", which does not exist`);
    const [writtenFor] = scenario.exercises.flatMap((id) => library.findQuotation(id) ?? []);
    return { scenario, fits, ...(writtenFor && { writtenFor }) };
  });
  const questions = module.check.map((item) => prepareQuestion(item, library, element));
  return { library, framework, element, module, scenarios, shared, questions };
}
