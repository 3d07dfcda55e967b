import path from 'node:path';
import { suggest } from '../src/checks/nearest.ts';
import { readContent } from '../src/checks/read-content.ts';
import { ContentError } from '../src/framework/problem.ts';
import { generateFramework } from '../src/generator/generate-framework.ts';
import { formatPlan } from '../src/generator/report-plan.ts';
import { runCommand } from './command.ts';

const help = `Writes a learning module for every element of a framework. A module that a person has changed stays as it is.

  npm run generate -- [FRAMEWORK…] [--content DIR] [--dry-run] [--show]

  FRAMEWORK       the folder's name under content/frameworks; all of them where none is named
  --content DIR   the folder of content (content)
  --dry-run       say what would be written, and write nothing
  --show          print what would have been written in place of modules that people changed`;

const options = { content: { type: 'string', default: 'content' }, 'dry-run': { type: 'boolean', default: false }, show: { type: 'boolean', default: false } } as const;

await runCommand({ help, options }, async ({ content: contentDir, 'dry-run': isDryRun, show }, named) => {
  const { frameworks, themes, scenarios, problems } = await readContent(contentDir);
  // A broken module is not in the way: it is left as it is. Anything else could spoil what is generated.
  const errors = problems.filter(({ severity, place }) => severity === 'error' && !/\/modules\/[^/]*$/.test(place.file));
  if (errors.length > 0) throw new ContentError(errors);
  const ids = frameworks.map(({ framework }) => framework.id);
  const unknown = named.filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new ContentError(unknown.map((id) => ({ rule: 'unknown-framework', severity: 'error', place: { file: path.join(contentDir, 'frameworks', id) }, message: `There is no framework "${id}".`, hint: suggest(id, ids, 'Import a document first.') })));

  const library = { themes, scenarios: scenarios.map(({ scenario }) => scenario), today: new Date().toISOString().slice(0, 10) };
  for (const { framework } of frameworks.filter(({ framework: { id } }) => named.length === 0 || named.includes(id))) {
    const plan = await generateFramework(path.join(contentDir, 'frameworks', framework.id), { framework, ...library }, { isDryRun });
    console.log(formatPlan(framework.id, plan, { isDryRun, show }));
  }
  return undefined;
});
