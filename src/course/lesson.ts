import type { Element, Framework } from '../framework/framework.ts';
import { prepareQuestion, type CheckQuestion } from './check-question.ts';
import type { LearningModule } from './learning-module.ts';
import type { Library } from './library.ts';
import type { Scenario } from './scenario.ts';

/** A learning module with everything it names looked up. */
export interface Lesson {
  library: Library;
  framework: Framework;
  element: Element;
  module: LearningModule;
  scenarios: Scenario[];
  questions: CheckQuestion[];
}

/** @throws RangeError where the module names what the library does not hold; `npm run check` reports that with its line. */
export function prepareLesson(library: Library, module: LearningModule): Lesson {
  const framework = library.findFramework(module.framework);
  const element = framework?.elements.find(({ id }) => id === module.element);
  if (!framework || !element) throw new RangeError(`No element "${module.framework}/${module.element}" for this module`);
  const scenarios = module.scenarios.map((id) => {
    const scenario = library.findScenario(id);
    if (!scenario) throw new RangeError(`The module names the scenario "${id}", which does not exist`);
    return scenario;
  });
  const questions = module.check.map((item) => prepareQuestion(item, library, { framework: framework.id, element }));
  return { library, framework, element, module, scenarios, questions };
}
