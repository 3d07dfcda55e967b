import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ContentError } from '../framework/problem.ts';
import type { ImportResult } from './import-document.ts';
import { writeReport } from './report.ts';

export interface SaveOptions {
  /** The content folder, such as `content`. */
  contentFolder: string;
  bytes: Uint8Array;
  /** Write over an existing draft, which is kept as `framework.before-<n>.yaml`. */
  canReplace: boolean;
}

export interface SavedDraft {
  /** Folder of the framework. */
  folder: string;
  /** The copy that was made of the draft that stood there. */
  backup?: string;
  /** Nothing was written, because the same draft stands there. */
  isUnchanged: boolean;
}

/**
 * Writes `frameworks/<id>/` with the source, its record, the draft and the report. All of it is written to a folder beside and moved in place at the end,
 * so an interrupted import leaves what was there as it was. A draft that differs from one already there is refused unless `canReplace`.
 */
export function saveDraft(result: ImportResult, { contentFolder, bytes, canReplace }: SaveOptions): SavedDraft {
  const parent = join(contentFolder, 'frameworks');
  const folder = join(parent, result.framework.id);
  const draftFile = join(folder, 'framework.yaml');
  const files = new Map<string, string | Uint8Array>([
    ['framework.yaml', toYaml(result.framework)],
    ['import-report.md', writeReport(result)],
    ['source/source.yaml', toYaml(result.source)],
    [`source/${result.source.file}`, bytes],
  ]);
  const existing = existsSync(draftFile) ? readFileSync(draftFile, 'utf8') : undefined;
  const isSame = existing !== undefined && [...files].every(([name, content]) => existsSync(join(folder, name)) && readFileSync(join(folder, name)).equals(Buffer.from(content)));
  if (isSame) return { folder, isUnchanged: true };
  if (existing !== undefined && existing !== files.get('framework.yaml') && !canReplace) {
    throw new ContentError([{
      rule: 'framework-exists',
      severity: 'error',
      place: { file: draftFile },
      message: 'A framework with this id is already there, and it differs from what this document would give. Nothing was changed.',
      hint: 'Import under another name with --id, or run the same command with --replace: modules are kept, and the framework.yaml that is there now is kept as a copy beside the new one.',
    }]);
  }
  mkdirSync(parent, { recursive: true });
  const workshop = mkdtempSync(join(parent, `.importing-${result.framework.id}-`));
  try {
    const made = join(workshop, 'new');
    if (existsSync(folder)) cpSync(folder, made, { recursive: true });
    const backup = existing !== undefined && existing !== files.get('framework.yaml') ? nameBackup(folder) : undefined;
    mkdirSync(join(made, 'source'), { recursive: true });
    if (backup !== undefined) writeFileSync(join(made, backup), existing ?? '');
    for (const [name, content] of files) writeFileSync(join(made, name), content);
    swapFolders(folder, made, join(workshop, 'old'));
    return { folder, isUnchanged: false, ...(backup === undefined ? {} : { backup: join(folder, backup) }) };
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Puts `made` where `folder` is; where the second move fails, the first is undone. */
function swapFolders(folder: string, made: string, old: string): void {
  const wasThere = existsSync(folder);
  if (wasThere) renameSync(folder, old);
  try {
    renameSync(made, folder);
  } catch (error) {
    if (wasThere) renameSync(old, folder);
    throw error;
  }
}

function nameBackup(folder: string): string {
  const taken = new Set(readdirSync(folder));
  let number = 1;
  while (taken.has(`framework.before-${number}.yaml`)) number += 1;
  return `framework.before-${number}.yaml`;
}

/** YAML without aliases or folded lines, so that the file differs only where its content does. */
function toYaml(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
}
