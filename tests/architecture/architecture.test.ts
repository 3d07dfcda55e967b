import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findCodeViolations, findLayoutViolations } from './find-violations.ts';
import { EXCEPTIONS } from './table.ts';

/** Every file that is in the repository or about to be; what is ignored is no part of it. */
const paths = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '');

const sources = paths
  .filter((path) => /^(?:src|scripts)\/.*\.(?:ts|mjs|astro)$|^astro\.config\.mjs$/.test(path))
  .flatMap((path) => {
    const text = readIfThere(path);
    return text === undefined ? [] : [{ path, text }];
  });

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Deleted, but not yet from the index.
    return undefined;
  }
}

test('the code is found', () => expect(sources.length).toBeGreaterThan(50));

test('each folder imports only from those above it, and reaches only for what is its own', () => {
  expect(findCodeViolations(sources)).toEqual([]);
});

test('everything has its place in the layout, under a name that says what it is', () => {
  expect(findLayoutViolations(paths)).toEqual([]);
});

test('every exception is still a file of the repository', () => {
  expect(EXCEPTIONS.map(({ file }) => file).filter((file) => !paths.includes(file))).toEqual([]);
});
