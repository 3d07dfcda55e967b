import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { ContentError } from '../framework/problem.ts';
import type { ImportResult } from './draft-framework.ts';
import { writeReviewSheet } from './review-sheet.ts';

export interface SaveOptions {
  /** The content folder, such as `content`. */
  contentFolder: string;
  bytes: Uint8Array;
  /** Write over an existing draft; what it replaces is kept in `replaced-<n>/`. */
  canReplace: boolean;
  /** More sections for the review sheet, each with its own heading. */
  sections?: readonly string[];
}

export interface SavedDraft {
  /** Folder of the framework. */
  folder: string;
  /** Where the files that were replaced are kept. */
  backup?: string;
  /** Nothing was written, because the same draft stands there. */
  isUnchanged: boolean;
}

/**
 * Writes `frameworks/<id>/`: the source byte for byte, its record, the draft and the report. All is written beside first; a new
 * framework is then moved in place as one, an existing one file by file with `framework.yaml` last and `modules/` untouched.
 * An existing draft that differs is refused unless `canReplace`. An interrupted import loses nothing.
 */
export function saveDraft(result: ImportResult, { contentFolder, bytes, canReplace, sections }: SaveOptions): SavedDraft {
  const parent = join(contentFolder, 'frameworks');
  const folder = join(parent, result.framework.id);
  // The draft comes last: until it is in place, readers see the framework that was there.
  const files = new Map<string, Uint8Array>([
    [join('source', result.source.file), bytes],
    ...(result.source.text ? [[join('source', result.source.text.file), encode(result.documentText)] as const] : []),
    [join('source', 'source.yaml'), encode(toYaml(result.source))],
    ['import-report.md', encode(writeReviewSheet(result, sections))],
    ['framework.yaml', encode(toYaml(result.framework))],
  ]);
  const existing = new Map([...files.keys()].filter((name) => existsSync(join(folder, name))).map((name): [string, Uint8Array] => [name, readFileSync(join(folder, name))]));
  const changed = [...files.keys()].filter((name) => !isSame(existing.get(name), files.get(name)));
  if (changed.length === 0) return { folder, isUnchanged: true };
  const replaced = changed.filter((name) => existing.has(name));
  if (!canReplace && replaced.some((name) => name !== 'import-report.md')) refuse(join(folder, replaced.includes('framework.yaml') ? 'framework.yaml' : (replaced[0] ?? '')));

  mkdirSync(parent, { recursive: true });
  const workshop = mkdtempSync(join(parent, `.importing-${result.framework.id}-`));
  try {
    const made = join(workshop, 'new');
    for (const [name, content] of files) writeInto(made, name, content);
    if (!existsSync(folder)) {
      renameSync(made, folder);
      return { folder, isUnchanged: false };
    }
    const backup = replaced.length > 0 ? join(folder, nameBackup(folder)) : undefined;
    if (backup !== undefined) {
      for (const name of replaced) writeInto(join(workshop, 'old'), name, existing.get(name) ?? new Uint8Array());
      renameSync(join(workshop, 'old'), backup);
    }
    mkdirSync(join(folder, 'source'), { recursive: true });
    for (const name of changed) renameSync(join(made, name), join(folder, name));
    return { folder, isUnchanged: false, ...(backup === undefined ? {} : { backup }) };
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function refuse(file: string): never {
  throw new ContentError([{
    rule: 'framework-exists',
    severity: 'error',
    place: { file },
    message: 'A framework with this id is already there, and it differs from what this document would give. Nothing was changed.',
    hint: 'Import under another name with --id, or run the same command with --replace: modules stay as they are, and every file that is replaced is kept in a folder beside.',
  }]);
}

function writeInto(folder: string, name: string, content: Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

function nameBackup(folder: string): string {
  const taken = new Set(readdirSync(folder));
  let number = 1;
  while (taken.has(`replaced-${number}`)) number += 1;
  return `replaced-${number}`;
}

const encode = (text: string) => new TextEncoder().encode(text);
const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined) => a !== undefined && b !== undefined && Buffer.from(a).equals(Buffer.from(b));

/** YAML without aliases or folded lines, so that the file differs only where its content does. */
function toYaml(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
}
