import { basename } from 'node:path';
import { importInChild } from '../src/importer/isolated/import-in-child.ts';
import { readSourceFile } from '../src/importer/read-source-file.ts';
import { readThemes } from '../src/importer/read-themes.ts';
import { describeImport, toJson } from '../src/importer/report.ts';
import { saveDraft } from '../src/importer/save-draft.ts';
import { runCommand } from './command.ts';

const help = `Makes a draft framework of a document in Markdown or plain text.

  npm run import -- FILE                write content/frameworks/<id>/
  npm run import -- FILE --json         print the elements as JSON and write nothing

  --id ID          id of the framework; without it, made of the file's name
  --content DIR    the content folder (default: content)
  --replace        write over a framework that is there; its modules stay, and what is replaced is kept beside
  --help           this text`;

const options = { json: { type: 'boolean' }, id: { type: 'string' }, content: { type: 'string', default: 'content' }, replace: { type: 'boolean', default: false } } as const;

await runCommand({ help, options }, async ({ json, id, content: contentFolder, replace: canReplace }, [path, ...others]) => {
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
  const { folder, backup, isUnchanged } = saveDraft(result, { contentFolder, bytes, canReplace });
  console.log(describeImport(result, folder));
  if (isUnchanged) console.log('\nThe same draft is already there; nothing was written.');
  if (backup) console.log(`\nWhat was there before is kept in ${backup}.`);
  return undefined;
});
