import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { ContentError } from '../src/framework/problem.ts';
import { importDocument } from '../src/importer/import-document.ts';
import { readSourceFile } from '../src/importer/read-source-file.ts';
import { readThemes } from '../src/importer/read-themes.ts';
import { describeImport, toJson } from '../src/importer/report.ts';
import { saveDraft } from '../src/importer/save-draft.ts';

const HELP = `Makes a draft framework of a document in Markdown or plain text.

  npm run import -- FILE                write content/frameworks/<id>/
  npm run import -- FILE --json         print the elements as JSON and write nothing

  --id ID          id of the framework; without it, made of the file's name
  --content DIR    the content folder (default: content)
  --replace        write over a framework that is there; its modules stay, and what is replaced is kept beside
  --help           this text`;

function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, id: { type: 'string' }, content: { type: 'string', default: 'content' }, replace: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  const [path, ...others] = positionals;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (path === undefined || others.length > 0) {
    console.error(`${path === undefined ? 'Name the document to import.' : 'Import one document at a time.'}\n\n${HELP}`);
    return 2;
  }
  const bytes = readSourceFile(path);
  const result = importDocument({ bytes, fileName: basename(path), id: values.id, themes: readThemes(values.content) });
  if (values.json) {
    console.log(JSON.stringify(toJson(result), null, 2));
    return 0;
  }
  const { folder, backup, isUnchanged } = saveDraft(result, { contentFolder: values.content, bytes, canReplace: values.replace ?? false });
  console.log(describeImport(result, folder));
  if (isUnchanged) console.log('\nThe same draft is already there; nothing was written.');
  if (backup) console.log(`\nWhat was there before is kept in ${backup}.`);
  return 0;
}

try {
  process.exitCode = run();
} catch (error) {
  const isExpected = error instanceof ContentError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  if (!isExpected) throw error;
  console.error(error.message);
  process.exitCode = error instanceof ContentError ? 1 : 2;
}
