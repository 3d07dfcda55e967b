import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftFramework, type ImportResult } from '../../../../src/importer/draft-framework.ts';
import { importDocument } from '../../../../src/importer/import-document.ts';
import { readDocument } from '../../../../src/importer/readers/read-document.ts';
import { checkBlocks, checkImport, checkRefusal } from '../check-import.ts';
import type { Edit } from './mutate-bytes.ts';
import { mutateDocument, type Depth } from './mutate-document.ts';

/** `npm run test:fuzz` asks for many; what runs with the other tests is a sample. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
const SEED = Number(process.env['FC_SEED'] ?? Date.now() % 2_147_483_647);
const FIXTURES = join(import.meta.dirname, '../../../fixtures');
/** Every document that ever broke a property, read again by each run. */
const REGRESSIONS = join(FIXTURES, 'importer-regressions');

/** Documents to damage by format, and how many of the runs each format gets: the slower it is read, the fewer. */
const FORMATS: readonly { extension: string; share: number; files: string[] }[] = [
  { extension: 'docx', share: 0.28, files: globSync('documents/shipped/docx/*.docx', { cwd: FIXTURES }) },
  { extension: 'pptx', share: 0.24, files: globSync('documents/shipped/pptx/*.pptx', { cwd: FIXTURES }) },
  { extension: 'html', share: 0.24, files: globSync(['documents/shipped/html/*.html', 'importer/*/input.html'], { cwd: FIXTURES }) },
  { extension: 'md', share: 0.2, files: globSync(['importer/*/input.{md,txt}', '../../content/frameworks/*/source/*.md'], { cwd: FIXTURES }) },
  { extension: 'pdf', share: 0.04, files: globSync('documents/shipped/pdf-*/*.pdf', { cwd: FIXTURES }) },
];

/** Reads a document and checks what must hold of it; `undefined` where it is refused as it should be. */
async function importAndCheck(bytes: Uint8Array, fileName: string): Promise<ImportResult | undefined> {
  let outline;
  let format;
  let result;
  try {
    ({ outline, format } = await readDocument(bytes.slice(), fileName));
    result = draftFramework({ outline, file: fileName, sha256: '0'.repeat(64), id: 'damaged', themes: [] });
  } catch (error) {
    checkRefusal(error);
    return undefined;
  }
  checkImport(result, outline);
  if (format !== 'text') checkBlocks(outline);
  return result;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'insert', 'repeat', 'swap', 'nest', 'strip', 'set', 'say'),
  at: fc.nat(999_999),
  to: fc.nat(999_999),
  length: fc.nat(60),
  put: fc.oneof(
    fc.constantFrom('Standard 1: ', 'We will:', '• ', '1. ', 'a) ', ' – ', ':', '. We ', 'Avoid:', '3', 'Page 3', '(continued)', '…', '"', '\t', '\n', '\u00a0', '\u00ad', '\u200b', '\u0301', '𝐀', '**', '<b>', '&amp;', '|', 'x'.repeat(300)),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ),
});

/** Keeps a document that broke a property, and says where. */
function keep(bytes: Uint8Array, extension: string): string {
  mkdirSync(REGRESSIONS, { recursive: true });
  const file = join(REGRESSIONS, `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${extension}`);
  writeFileSync(file, bytes);
  return file;
}

describe(`a damaged document is refused with advice, or read with nothing lost (seed ${SEED})`, () => {
  test.each(FORMATS.flatMap((format) => (['bytes', 'inside'] as const).map((depth) => ({ ...format, depth }))))('$extension, $depth', async ({ extension, share, files, depth }: { extension: string; share: number; files: string[]; depth: Depth }) => {
    const documents = files.toSorted().map((file) => new Uint8Array(readFileSync(join(FIXTURES, file))));
    // Damaged bytes of a zip are mostly refused at once, so that most runs go inside.
    const numRuns = Math.ceil(RUNS * share * (depth === 'inside' ? 0.75 : 0.25));
    let read = 0;
    const make = ([at, edits]: [number, Edit[]]) => mutateDocument(documents[at] ?? new Uint8Array(), extension, depth, edits);
    const property = fc.asyncProperty(fc.tuple(fc.nat(documents.length - 1), fc.array(edit, { minLength: 1, maxLength: 8 })), async (input) => {
      if (await importAndCheck(make(input), `damaged.${extension}`)) read += 1;
    });
    const details = await fc.check(property, { seed: SEED, numRuns });
    if (details.failed && details.counterexample) throw new Error(`${keep(make(details.counterexample[0]), extension)}: ${fc.defaultReportMessage(details)}`, { cause: details.errorInstance });
    console.log(`${extension}, ${depth}: ${numRuns} runs, ${read} read, ${numRuns - read} refused`);
    if (depth === 'inside') expect(read).toBeGreaterThan(numRuns / 4);
  }, 3_600_000);

  test.each(FORMATS)('$extension: the same bytes give the same result', async ({ extension, files }) => {
    const [file = ''] = files.toSorted((a, b) => basename(a).localeCompare(basename(b)));
    const bytes = mutateDocument(new Uint8Array(readFileSync(join(FIXTURES, file))), extension, 'inside', [{ kind: 'repeat', at: SEED % 1_000_000, to: 0, length: 3, put: '' }]);
    const read = () => importDocument({ bytes: bytes.slice(), fileName: `a.${extension}`, themes: [] });
    expect(await read()).toEqual(await read());
  });
});

describe('a document that broke a property once does so no more', () => {
  const files = existsSync(REGRESSIONS) ? readdirSync(REGRESSIONS).filter((file) => file !== 'README.md').sort() : [];
  test('there are some', () => expect(files.length).toBeGreaterThan(0));
  test.each(files)('%s', async (file) => {
    await importAndCheck(new Uint8Array(readFileSync(join(REGRESSIONS, file))), `damaged${extname(file)}`);
  });
});
