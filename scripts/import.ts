import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FrameworkFile } from '../src/checks/content.ts';
import { listCiting } from '../src/checks/list-citing.ts';
import { readContent } from '../src/checks/read-content.ts';
import { requireFramework } from '../src/checks/require-framework.ts';
import { ContentError } from '../src/framework/problem.ts';
import type { ImportResult } from '../src/importer/draft-framework.ts';
import { hasChanges } from '../src/importer/editions/changes.ts';
import { describeChanges, writeChanges } from '../src/importer/editions/describe-changes.ts';
import { findCitations } from '../src/importer/editions/find-citations.ts';
import { toNextEdition } from '../src/importer/editions/next-edition.ts';
import { importInChild } from '../src/importer/isolated/import-in-child.ts';
import { readSourceFile } from '../src/importer/read-source-file.ts';
import { readThemes } from '../src/importer/read-themes.ts';
import { describeImport, toJson } from '../src/importer/report.ts';
import { saveDraft } from '../src/importer/save-draft.ts';
import { runCommand } from './command.ts';
import { confirm } from './confirm.ts';
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

async function importNextEdition(draft: ImportResult, { contentFolder, bytes, edition, yes }: { contentFolder: string; bytes: Uint8Array; edition: string | undefined; yes: boolean }): Promise<number> {
  const content = await readContent(contentFolder);
  const former = requireFramework(content, draft.framework.id);
  if (!former) return 1;
  if (former.source?.record.sha256 === draft.source.sha256) {
    console.log('This is the document that the framework was made of. Nothing was written, and what people corrected stays as it is.');
    return 0;
  }
  const { result, changes } = toNextEdition(draft, { framework: former.framework, source: former.source?.record }, { label: edition, base: await importFormer(former, contentFolder) });
  const citations = findCitations(changes, listCiting(content, former.framework.id));
  console.log(describeChanges(changes, citations));
  if (!hasChanges(changes)) console.log('\nThe statements stand as they stood. The document itself is another, and their places in it may be.');
  const isAgreed = yes || (await confirm('\nWrite these changes? (y/N) '));
  if (isAgreed === undefined) {
    console.error('\nNothing was written: there is no terminal to ask in.\nWhat to do: Read what would change, and run the same command with --yes.');
    return 1;
  }
  if (!isAgreed) {
    console.log('Nothing was written.');
    return 0;
  }
  const { folder, backup } = saveDraft(result, { contentFolder, bytes, canReplace: true, sections: [writeChanges(changes, citations)] });
  console.log(`\n${describeImport(result, folder)}`);
  if (backup) console.log(`\nWhat was there before is kept in ${backup}.`);
  if (changes.elements.added.length > 0) console.log(`\nThe new elements have no module yet: npm run generate -- ${former.framework.id}`);
  return 0;
}

/** What the importer makes of the former document today; nothing where it can't be read. */
async function importFormer({ framework: { id }, source }: FrameworkFile, contentFolder: string): Promise<ImportResult['framework'] | undefined> {
  if (!source) return undefined;
  const { file } = source.record;
  try {
    return (await importInChild({ bytes: readSourceFile(join(contentFolder, 'frameworks', id, 'source', file)), fileName: file, id, themes: [] })).framework;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.log('The former document can’t be read again, so what people corrected may be shown as changes of the document.\n');
    return undefined;
  }
}
