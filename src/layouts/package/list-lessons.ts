import { prepareLesson, type Lesson } from '../../course/lesson.ts';
import { openLibrary } from '../open-library.ts';
import { readOrder } from './read-order.ts';

/** The modules to pack, in the framework's order, and the framework's quiet colour. */
export async function listLessons(): Promise<{ lessons: Lesson[]; accent: number }> {
  const order = readOrder();
  const library = await openLibrary();
  const framework = library.findFramework(order.framework);
  if (!framework) throw new RangeError(`There is no framework "${order.framework}".`);
  const lessons = library.listModules(framework).flatMap(({ element, module }) => (order.elements.includes(element.id) ? [prepareLesson(library, module)] : []));
  return { lessons, accent: (library.frameworks.indexOf(framework) % 6) + 1 };
}
