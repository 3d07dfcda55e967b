import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ContentError } from '../../../../src/framework/problem.ts';
import { importInChild, LIMITS } from '../../../../src/importer/isolated/import-in-child.ts';
import { docx, HOSTILE_FILES, pdf } from './hostile-files.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const FORMER = join(ROOT, 'tests/fixtures/checks/whole/frameworks/elm-practice');

/** Every file below a folder, with what it holds. */
function listFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map((entry) => [join(entry.parentPath, entry.name).slice(folder.length), readFileSync(join(entry.parentPath, entry.name)).toString('base64')]));
}

async function importHostile(name: string, bytes: Uint8Array): Promise<string> {
  try {
    // Half the time that a person's document may take, so that two bombs don't hold the tests up.
    const { framework } = await importInChild({ bytes, fileName: name, themes: [] }, { ...LIMITS, milliseconds: LIMITS.milliseconds / 2 });
    return `read: ${framework.elements.map(({ label, statements }) => `${label}: ${statements.map(({ text }) => text).join(' ')}`).join('; ')}`;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const [problem] = error.problems;
    expect([problem?.place.file, problem?.hint === '', error.problems.length]).toEqual([name, false, 1]);
    return problem?.rule ?? '';
  }
}

describe('a hostile file is refused with one error that says what to do, or read as harmless text', () => {
  test.each(HOSTILE_FILES)('$name', async ({ name, bytes, refusedBy }) => {
    const outcome = await importHostile(name, bytes());
    if (refusedBy.length === 0) expect(outcome).toMatch(/^read: Care: We will knock and wait/);
    else expect(refusedBy).toContain(outcome);
  }, 60_000);
});

describe('a hostile file harms nothing', () => {
  let content = '';
  beforeEach(() => {
    content = mkdtempSync(join(tmpdir(), 'hostile-'));
    mkdirSync(join(content, 'content/frameworks'), { recursive: true });
    cpSync(join(ROOT, 'content/themes.yaml'), join(content, 'content/themes.yaml'));
    cpSync(FORMER, join(content, 'content/frameworks/elm-practice'), { recursive: true });
  });
  afterEach(() => rmSync(content, { recursive: true, force: true }));

  test.each(HOSTILE_FILES.filter(({ name }) => /leads out|absolute|multiply\.docx|script|cut off\.docx|list levels/.test(name)))('$name leaves the former framework and everything beside as they were', ({ name, bytes, refusedBy }) => {
    writeFileSync(join(content, name), bytes());
    const before = listFiles(content);
    const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/import.ts'), join(content, name), '--id', 'elm-practice', '--content', join(content, 'content')], { cwd: content, encoding: 'utf8' });
    expect(status).toBe(1);
    if (refusedBy.length > 0) expect(listFiles(content)).toEqual(before);
    expect(listFiles(join(content, 'content/frameworks/elm-practice/modules'))).toEqual(listFiles(join(FORMER, 'modules')));
    expect(readdirSync(content).sort()).toEqual([name, 'content'].sort());
  }, 60_000);
});

describe('nothing that a document names is asked for', () => {
  let server: Server;
  let asked: string[] = [];
  let address = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const place = server.address();
    address = `http://127.0.0.1:${typeof place === 'object' ? place?.port : 0}`;
  });
  afterAll(() => void server.close());
  beforeEach(() => {
    asked = [];
  });

  const relation = (target: string) => new TextEncoder().encode(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`);
  const care = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Care</w:t></w:r></w:p><w:p><w:r><w:t>We will knock and wait.</w:t></w:r></w:p>';
  test.each([
    ['a template.docx', () => docx(care, { 'word/_rels/document.xml.rels': relation(`${address}/template`), 'word/_rels/settings.xml.rels': relation(`${address}/settings`) })],
    ['pictures and styles.html', () => new TextEncoder().encode(`<!doctype html><link rel=stylesheet href="${address}/css"><script src="${address}/js"></script><img src="${address}/img"><h1>Care</h1><p>We will knock and wait.</p>`)],
    ['pictures.md', () => new TextEncoder().encode(`# Care\n\n![x](${address}/img)\n\n- We will knock and wait.`)],
    ['a form that reports.pdf', () => pdf([`<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(${address}/open)>>>>`, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', { dictionary: '', stream: new TextEncoder().encode('BT /F1 20 Tf 72 720 Td (Care) Tj ET BT /F1 12 Tf 72 690 Td (We will knock and wait outside.) Tj ET') }])],
  ])('%s', async (name, bytes) => {
    await importInChild({ bytes: bytes(), fileName: name, themes: [] });
    expect(asked).toEqual([]);
  }, 30_000);
});

test('a document that takes too long is stopped with an error that says so', async () => {
  await expect(importInChild({ bytes: docx('<w:p/>'), fileName: 'slow.docx', themes: [] }, { milliseconds: 1, heapMegabytes: 64, residentMegabytes: 768 })).rejects.toThrow(/document-unreadable[^]*took longer than 0\.001 seconds/);
});
