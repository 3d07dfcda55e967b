import type { APIRoute } from 'astro';
import { editionOf } from '../course/edition.ts';
import { prepareLesson } from '../course/lesson.ts';
import { listRequirements } from '../course/module-requirements.ts';
import { showLabel } from '../framework/show-label.ts';
import { openLibrary } from '../layouts/open-library.ts';
import type { CourseCatalogue } from '../record/course-catalogue.ts';

/** What a page's script needs to know of every module, to say what a learner has done and what comes next. */
export const GET: APIRoute = async () => {
  const library = await openLibrary();
  const catalogue: CourseCatalogue = {
    modules: library.frameworks.flatMap((framework) =>
      library.listModules(framework).map(({ element, module }) => ({
        module: `${framework.id}/${element.id}`,
        title: showLabel(module.title),
        framework: framework.id,
        requirements: listRequirements(prepareLesson(library, module)),
      })),
    ),
    scenarios: library.scenarios.map((scenario) => ({ id: scenario.id, title: scenario.title, edition: editionOf(scenario) })),
  };
  return new Response(JSON.stringify(catalogue), { headers: { 'content-type': 'application/json' } });
};
