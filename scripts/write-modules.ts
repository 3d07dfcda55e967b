import path from 'node:path';
import { suggest } from '../src/checks/nearest.ts';
import { readContent } from '../src/checks/read-content.ts';
import { FrameworkSchema, type FrameworkInput } from '../src/framework/framework.ts';
import { ContentError, formatProblem } from '../src/framework/problem.ts';
import { generateFramework } from '../src/generator/generate-framework.ts';
import { formatPlan } from '../src/generator/report-plan.ts';
import { formatSurvey, writeSurvey } from '../src/generator/report-scenarios.ts';
import { surveyScenarios } from '../src/generator/survey-scenarios.ts';

/**
 * Brings the modules of frameworks up to date and prints what was done, where their scenarios come from and which to write first.
 * @param named ids of the frameworks; all of them where none is named.
 * @throws ContentError before anything is written, where other content has an error.
 */
export async function writeModules(contentDir: string, named: readonly string[], { isDryRun = false, show = false }: { isDryRun?: boolean; show?: boolean } = {}): Promise<void> {
  const { frameworks: files, themes, scenarios, problems } = await readContent(contentDir);
  // A broken module is not in the way: it is left as it is. Anything else could spoil what is generated.
  const errors = problems.filter(({ severity, place }) => severity === 'error' && !/\/modules\/[^/]*$/.test(place.file));
  if (errors.length > 0) throw new ContentError(errors);
  const frameworks = files.map(({ framework }) => framework);
  const ids = frameworks.map(({ id }) => id);
  const unknown = named.filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new ContentError(unknown.map((id) => ({ rule: 'unknown-framework', severity: 'error', place: { file: path.join(contentDir, 'frameworks', id) }, message: `There is no framework "${id}".`, hint: suggest(id, ids, 'Import a document first.') })));

  const library = { frameworks, themes, scenarios: scenarios.map(({ scenario }) => scenario), today: new Date().toISOString().slice(0, 10) };
  for (const framework of frameworks.filter(({ id }) => named.length === 0 || named.includes(id))) {
    const { survey, ...plan } = await generateFramework(path.join(contentDir, 'frameworks', framework.id), { framework, ...library }, { isDryRun });
    console.log([formatPlan(framework.id, plan, { isDryRun, show }), formatSurvey(survey, themes)].filter((part) => part !== '').join('\n'));
  }
}

/** The same for a framework that was just imported: its draft stands, so that errors in other content are told and nothing more. */
export async function writeFirstModules(contentDir: string, id: string): Promise<void> {
  try {
    await writeModules(contentDir, [id]);
    const { academy } = await readContent(contentDir);
    if (academy?.frameworks && !academy.frameworks.includes(id)) console.log(`\nThe site does not show ${id} yet: ${path.join(contentDir, 'academy.yaml')} lists the frameworks to show. Add "- ${id}" under "frameworks:".`);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.log(`No modules were written for ${id}, because other content has errors:\n\n${error.problems.map(formatProblem).join('\n\n')}\n\nOnce they are mended: npm run generate -- ${id}`);
  }
}

/** For the import report: which scenarios of the library stand in for a framework's own, and which to write first. */
export async function describeScenarios(contentDir: string, draft: FrameworkInput): Promise<string> {
  const { frameworks, themes, scenarios } = await readContent(contentDir);
  return writeSurvey(surveyScenarios({ framework: FrameworkSchema.parse(draft), frameworks: frameworks.map((file) => file.framework), themes, scenarios: scenarios.map(({ scenario }) => scenario) }), themes);
}
