import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { makePackages } from './build-site.ts';

/** Where the tests of built packages leave them, for the tests that open them in a browser. */
export const PACKAGES = 'tests/.work/packages';
export const FRAMEWORK = 'rotherham-practice-standards';
export const MODULE = 'timely-intervention';

/** Makes packages of the framework above. @throws Error with what the command says */
export function make(folder: string, ...args: string[]): string {
  const { status, output } = makePackages('--framework', FRAMEWORK, '--out', join(PACKAGES, folder), ...args);
  if (status !== 0) throw new Error(output);
  return output;
}

/** The files of a package. `npm test` has just made it; it is made where there is none, so delete the folder after a change. */
export function openMade(folder: string, name: string, ...args: string[]): ReadonlyMap<string, Uint8Array> {
  const zip = join(PACKAGES, folder, name);
  if (!existsSync(zip)) make(folder, ...args);
  return new Map(Object.entries(unzipSync(readFileSync(zip))));
}
