import type { GeneratedModule } from './generate-modules.ts';

/** What was generated, by path: the sha256 of each file as it was written. A file with another hash was changed by a person. */
export type Manifest = Readonly<Record<string, string>>;

export type PlannedAction =
  /** The file is not there yet. */
  | 'write'
  /** Nobody has changed the file since it was generated, and it would now come out differently. */
  | 'rewrite'
  /** The file is as it would be generated. */
  | 'keep'
  /** A person has changed the file: it stays as it is. */
  | 'leave'
  /** The framework no longer has this element: the file stays, for a person to decide. */
  | 'orphan';

export interface PlannedModule {
  path: string;
  action: PlannedAction;
  /** What the generator would write; none for an orphan. */
  text?: string;
}

export interface ModulePlan {
  modules: PlannedModule[];
  /** What the manifest should hold once the plan is carried out. */
  manifest: Manifest;
}

/**
 * Decides what to do with each module. Nothing is ever deleted, and nothing that a person changed is overwritten.
 * @param existing text of the module files that are there, by path.
 * @param hashOf sha256 of a text in lower-case hex; line ends must not count, since Git may change them.
 */
export function planModules(existing: ReadonlyMap<string, string>, manifest: Manifest, generated: readonly GeneratedModule[], hashOf: (text: string) => string): ModulePlan {
  const hashes: Record<string, string> = {};
  const modules = generated.map(({ path, text }): PlannedModule => {
    const there = existing.get(path);
    const known = Object.hasOwn(manifest, path) ? manifest[path] : undefined;
    const action = there === undefined ? 'write' : hashOf(there) === hashOf(text) ? 'keep' : hashOf(there) === known ? 'rewrite' : 'leave';
    const hash = action === 'leave' ? known : hashOf(text);
    if (hash !== undefined) hashes[path] = hash;
    return { path, action, text };
  });
  const paths = new Set(generated.map(({ path }) => path));
  for (const path of [...existing.keys()].filter((name) => !paths.has(name)).sort()) {
    modules.push({ path, action: 'orphan' });
    const known = Object.hasOwn(manifest, path) ? manifest[path] : undefined;
    if (known !== undefined) hashes[path] = known;
  }
  return { modules, manifest: Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The review dates that files already have, by element id. */
export function readReviewDates(existing: ReadonlyMap<string, string>): Map<string, string> {
  const dates = new Map<string, string>();
  for (const [path, text] of existing) {
    const date = /^reviewBy: *["']?(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))["']?[ \t]*\r?$/m.exec(text.slice(0, 20_000))?.[1];
    const element = /^modules\/([^/]+)\.mdx$/.exec(path)?.[1];
    if (date !== undefined && element !== undefined) dates.set(element, date);
  }
  return dates;
}
