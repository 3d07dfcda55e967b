import { runCommand } from './command.ts';
import { writeModules } from './write-modules.ts';

const help = `Writes a learning module for every element of a framework. A module that a person has changed stays as it is.

  npm run generate -- [FRAMEWORK…] [--content DIR] [--dry-run] [--show]

  FRAMEWORK       the folder's name under content/frameworks; all of them where none is named
  --content DIR   the folder of content (content)
  --dry-run       say what would be written, and write nothing
  --show          print what would have been written in place of modules that people changed`;

const options = { content: { type: 'string', default: 'content' }, 'dry-run': { type: 'boolean', default: false }, show: { type: 'boolean', default: false } } as const;

await runCommand({ help, options }, async ({ content: contentDir, 'dry-run': isDryRun, show }, named) => {
  await writeModules(contentDir, named, { isDryRun, show });
  return undefined;
});
