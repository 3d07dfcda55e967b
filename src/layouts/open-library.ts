import { resolve } from 'node:path';
import { requireContent } from '../checks/read-content.ts';
import { toLibrary } from '../checks/to-library.ts';
import type { Library } from '../course/library.ts';

let library: Promise<Library> | undefined;

/** Everything the site is built from. Read once for a build; read anew for every page while people edit. */
export function openLibrary(): Promise<Library> {
  if (library === undefined || import.meta.env.DEV) library = requireContent(resolve(process.env.ACADEMY_CONTENT ?? 'content')).then(toLibrary);
  return library;
}
