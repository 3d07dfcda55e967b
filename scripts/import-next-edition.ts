import { join } from 'node:path';
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
import { describeImport } from '../src/importer/report.ts';
import { saveDraft } from '../src/importer/save-draft.ts';
import { confirm } from './confirm.ts';

/**
 * Makes a draft the next edition of a framework that is there: shows what changed and what builds on it, and writes after a yes.
 * @returns the exit code.
 */
export async function importNextEdition(draft: ImportResult, { contentFolder, bytes, edition, yes }: { contentFolder: string; bytes: Uint8Array; edition: string | undefined; yes: boolean }): Promise<number> {
  const content = await readContent(contentFolder);
  const former = requireFramework(content, draft.framework.id);
  if (!former) return 1;
  if (former.source?.record.sha256 === draft.source.sha256) {
    console.log('This is the document that the framework was made of. Nothing was written, and what people corrected stays as it is.');
    return 0;
  }
  const { result, changes } = toNextEdition(draft, { framework: former.framework, source: former.source?.record }, { label: edition, base: await importFormer(former, contentFolder), today: new Date().toISOString().slice(0, 10) });
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
  console.log(`\nModules that nobody has changed come up to date, and new elements get theirs, with: npm run generate -- ${former.framework.id}`);
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
