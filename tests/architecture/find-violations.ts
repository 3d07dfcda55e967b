import { posix } from 'node:path';
import { listMentions, type Mention } from './parse-source.ts';
import { DRAWERS, EXCEPTIONS, FOLDER_RULES, GLOBALS, MAX_LINES, MAY_PICK_TARGET, PACKAGES, SHARED_BY_TARGETS, TARGETS_FOLDER, TOP_LEVEL, type FolderRule, type Reach } from './table.ts';

/** A file by its path from the repository's root. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Every place at which code breaks the table, as `file:line rule: what is wrong`. */
export function findCodeViolations(files: readonly SourceFile[]): string[] {
  return [...files.flatMap(checkFile), ...checkBootstraps(files)];
}

/** Every path that has no place in the layout, as `path layout: what is wrong`. */
export function findLayoutViolations(paths: readonly string[]): string[] {
  const found = paths.flatMap((path) => {
    const parts = path.split('/');
    const [top = ''] = parts;
    const violations = top.startsWith('.') || TOP_LEVEL.includes(top) ? [] : [`${top} layout: nothing of this name stands at the top of the repository`];
    const drawer = parts.findIndex((part) => DRAWERS.test(part));
    const isCode = ['src', 'scripts', 'tests'].includes(top) && !path.startsWith('tests/fixtures/');
    return drawer === -1 || !isCode ? violations : [...violations, `${parts.slice(0, drawer + 1).join('/')} layout: the name "${parts[drawer] ?? ''}" says nothing of what is inside`];
  });
  return [...new Set(found)];
}

function checkFile({ path, text }: SourceFile): string[] {
  const rule = findRule(path);
  if (!rule) return path.startsWith('src/') ? [`${path}:1 layout: no rule says what this folder may import`] : [];
  const lines = text.replace(/\n$/, '').split('\n').length;
  const tooLong = path.startsWith('src/') && lines > MAX_LINES ? [`${path}:${MAX_LINES} length: ${lines} lines, more than ${MAX_LINES}`] : [];
  const broken = listMentions(path, text).flatMap((mention) => {
    const what = mention.kind === 'import' ? checkImport(path, mention, rule) : checkGlobal(path, mention, rule);
    return what === undefined ? [] : [`${path}:${mention.line} ${what}`];
  });
  return [...tooLong, ...new Set(broken)];
}

function findRule(path: string): FolderRule | undefined {
  return FOLDER_RULES.filter(({ folder }) => path === folder || path.startsWith(`${folder}/`)).sort((a, b) => b.folder.length - a.folder.length)[0];
}

function checkImport(path: string, { name }: Mention, rule: FolderRule): string | undefined {
  const reach = PACKAGES.find(([pattern]) => pattern.test(name))?.[1];
  if (reach !== undefined && rule.mustNotReach.includes(reach)) return `${reach}: ${rule.folder} must not import "${name}"`;
  if (!name.startsWith('.')) return undefined;
  const target = posix.normalize(posix.join(posix.dirname(path), name));
  const sibling = otherTarget(path, target);
  if (sibling !== undefined) return `import: a tracking target must not import another, ${sibling}`;
  if (isWithin(target, rule.folder) || rule.mayImport.some((folder) => isWithin(target, folder))) return undefined;
  // Data that is compiled into a page, and the licence texts beside it.
  if (!isWithin(target, 'src') && /\.(?:json|svg|css|scss)$/.test(target)) return undefined;
  return `import: ${rule.folder} must not import ${target}`;
}

function otherTarget(path: string, target: string): string | undefined {
  if (!isWithin(path, TARGETS_FOLDER) || !isWithin(target, TARGETS_FOLDER)) return undefined;
  const [own = '', other = ''] = [path, target].map((file) => posix.relative(TARGETS_FOLDER, file).split('/').slice(0, -1)[0] ?? '');
  return own !== '' && other !== '' && own !== other && !SHARED_BY_TARGETS.includes(other) ? `${TARGETS_FOLDER}/${other}` : undefined;
}

function checkGlobal(path: string, { name }: Mention, rule: FolderRule): string | undefined {
  const reach: Reach | undefined = Object.hasOwn(GLOBALS, name) ? GLOBALS[name] : undefined;
  if (reach === undefined || !rule.mustNotReach.includes(reach)) return undefined;
  if (EXCEPTIONS.some((exception) => exception.file === path && exception.reach === reach)) return undefined;
  return `${reach}: ${rule.folder} must not use ${name}`;
}

/** A page's one bootstrap script picks the tracking target; the profile's own endpoints publish what it is made of. */
function checkBootstraps(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    if (!/^src\/(?:layouts|pages)\//.test(path) || MAY_PICK_TARGET.test(path)) return [];
    const mention = listMentions(path, text).find(({ kind, name }) => kind === 'import' && isWithin(posix.join(posix.dirname(path), name), TARGETS_FOLDER));
    return mention ? [`${path}:${mention.line} tracking: only a page's bootstrap, start-….ts, or an endpoint in src/pages reaches tracking`] : [];
  });
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
