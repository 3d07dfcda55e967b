import { zipSync, type Zippable } from 'fflate';
import type { PackageFiles } from './pack-pages.ts';

/** The time of every file. Zip keeps the digits of a local time without its zone, so a date made of local digits is the same everywhere. */
const FIXED_TIME = new Date(1980, 0, 2, 12);

/** A zip that depends on nothing but names and bytes: sorted, with one fixed time, so that the same package is the same file. */
export function writeZip(files: PackageFiles): Uint8Array {
  const sorted: Zippable = {};
  for (const name of [...files.keys()].sort()) sorted[name] = [files.get(name) ?? new Uint8Array(), { level: 9, mtime: FIXED_TIME }];
  return zipSync(sorted);
}
