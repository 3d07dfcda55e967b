import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { importInChild } from '../src/importer/isolated/import-in-child.ts';
import { readSourceFile } from '../src/importer/read-source-file.ts';
import { readThemes } from '../src/importer/read-themes.ts';
import { describeImport, toJson } from '../src/importer/report.ts';
import { saveDraft } from '../src/importer/save-draft.ts';
import { runCommand } from './command.ts';
import { importNextEdition } from './import-next-edition.ts';
import { describeScenarios, writeFirstModules } from './write-modules.ts';

const help = `Makes a draft framework of a document: Word, PDF, PowerPoint, a saved web page, Markdown or plain text.

  npm run import -- FILE                write content/frameworks/<id>/, with a learning module for every element
  npm run import -- FILE --json         print the elements as JSON and write nothing

Where the framework is there, the document is its next edition: ids stay with what they name, what changed is shown, and nothing is
written before you say so. Modules are never touched, and every file that is replaced is kept beside.

  --id ID          id of the framework; without it, made of the file's name
  --content DIR    the content folder (default: content)
  --edition LABEL  what to call the next edition, such as "May 2027"; without it, the document's date
  --yes            write the next edition without asking
  --no-modules     write no modules; "npm run generate" does so later
  --replace        start afresh: write over a framework that is there, with new ids, as if it had never been
  --help           this text`;

const options = { json: { type: 'boolean' }, id: { type: 'string' }, content: { type: 'string', default: 'content' }, replace: { type: 'boolean', default: false }, edition: { type: 'string' }, 'no-modules': { type: 'boolean', default: false }, yes: { type: 'boolean', default: false } } as const;

await runCommand({ help, options }, async ({ json, id, content: contentFolder, replace: canReplace, edition, 'no-modules': hasNoModules, yes }, [path, ...others]) => {
  if (path === undefined || others.length > 0) {
    console.error(`${path === undefined ? 'Name the document to import.' : 'Import one document at a time.'}\n\n${help}`);
    return 2;
  }
  const bytes = readSourceFile(path);
  const result = await importInChild({ bytes, fileName: basename(path), id, themes: readThemes(contentFolder) });
  if (json) {
    console.log(JSON.stringify(toJson(result), null, 2));
    return undefined;
  }
  if (!canReplace && existsSync(join(contentFolder, 'frameworks', result.framework.id, 'framework.yaml'))) return importNextEdition(result, { contentFolder, bytes, edition, yes });
  const { folder, backup, isUnchanged } = saveDraft(result, { contentFolder, bytes, canReplace, sections: [await describeScenarios(contentFolder, result.framework)] });
  console.log(describeImport(result, folder));
  if (isUnchanged) console.log('\nThe same draft is already there; nothing was written.');
  if (backup) console.log(`\nWhat was there before is kept in ${backup}.`);
  if (!hasNoModules) {
    console.log('');
    await writeFirstModules(contentFolder, result.framework.id);
  }
  return undefined;
});
