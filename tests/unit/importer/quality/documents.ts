import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importDocument } from '../../../../src/importer/import-document.ts';
import type { Truth } from './score-import.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/documents');

/** A set of documents with what a person found in them. */
export interface DocumentSet {
  name: string;
  documents: { slug: string; file: string; truth: Truth }[];
}

/** The shipped five as received and converted into each format, and documents made up in the shapes that councils publish. */
export function listDocumentSets(): DocumentSet[] {
  const shipped = readdirSync(join(FOLDER, 'shipped/truth')).map((name) => name.replace('.truth.json', ''));
  const sources = shipped.map((slug) => ({ slug, file: join(import.meta.dirname, '../../../../content/frameworks', slug, 'source', `${slug}.md`) }));
  const formats = readdirSync(join(FOLDER, 'shipped')).filter((name) => name !== 'truth').sort();
  const converted = formats.map((name) => ({ name: `shipped, ${name}`, documents: readSet(join(FOLDER, 'shipped', name), join(FOLDER, 'shipped/truth')) }));
  const invented = readSet(join(FOLDER, 'invented'), join(FOLDER, 'invented/truth'));
  const byFormat = Map.groupBy(invented, ({ file }) => file.split('.').at(-1) ?? '');
  return [
    { name: 'shipped, as received', documents: sources.map((source) => ({ ...source, truth: readTruth(join(FOLDER, 'shipped/truth'), source.slug) })) },
    ...converted,
    ...[...byFormat].sort(([a], [b]) => a.localeCompare(b)).map(([format, documents]) => ({ name: `invented, ${format}`, documents })),
  ];
}

export async function importFile(file: string) {
  return importDocument({ bytes: readFileSync(file), fileName: file, themes: [] });
}

function readSet(folder: string, truths: string): DocumentSet['documents'] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ slug: name.replace(/\.[^.]+$/, ''), file: join(folder, name) }))
    .sort((a, b) => a.slug.localeCompare(b.slug))
    .map((document) => ({ ...document, truth: readTruth(truths, document.slug) }));
}

function readTruth(folder: string, slug: string): Truth {
  return JSON.parse(readFileSync(join(folder, `${slug}.truth.json`), 'utf8')) as Truth;
}
