import { listNamedStatements } from '../course/check/check-item.ts';
import type { Content } from './content.ts';

/** Every scenario and module with the statements and the element of a framework that it names. */
export function listCiting({ scenarios, modules }: Pick<Content, 'scenarios' | 'modules'>, framework: string): { what: string; title: string; file: string; statements: string[]; element?: string }[] {
  const isOwn = (id: string) => id.startsWith(`${framework}/`);
  return [
    ...scenarios.map(({ file, scenario }) => ({
      what: 'Scenario',
      title: scenario.title,
      file,
      statements: [...scenario.exercises, ...scenario.steps.flatMap(({ options }) => options.map(({ restsOn }) => restsOn))].filter(isOwn),
    })),
    ...modules
      .filter(({ module }) => module.framework === framework)
      .map(({ file, module }) => ({ what: 'Module', title: module.title, file, statements: module.check.flatMap(listNamedStatements).map(({ id }) => id).filter(isOwn), element: module.element })),
  ].filter((citing) => citing.statements.length > 0 || 'element' in citing);
}
