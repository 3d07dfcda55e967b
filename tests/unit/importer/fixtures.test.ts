import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { FrameworkSchema } from '../../../src/framework/framework.ts';
import { isQuotedFrom } from '../../../src/framework/quotation.ts';
import { importDocument } from '../../../src/importer/import-document.ts';
import { describePlace } from '../../../src/importer/place.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/importer');

/** The part of an import that a person can check against the document by reading. */
async function summarise(fileName: string, bytes: Uint8Array) {
  const { framework, loss, doubts } = await importDocument({ bytes, fileName, id: 'fixture', themes: [] });
  return {
    title: framework.title,
    publisher: framework.publisher,
    date: framework.edition?.date,
    elements: framework.elements.map(({ id, kind, label, number, section, description, statements }) => ({
      id, kind, label, number, section, description,
      statements: statements.map(({ text, stem, dutyHolder, isToAvoid, source }) => ({ line: source.line, stem, text, dutyHolder, isToAvoid })),
    })),
    loss: loss.map(({ place, reason, text }) => `${describePlace(place).replace('line ', '')}: ${reason}: ${text}`),
    doubts: doubts.map(({ place, reason }) => `${describePlace(place).replace('line ', '')}: ${reason}`),
  };
}

describe.each(readdirSync(FIXTURES))('the document %s', (name) => {
  const folder = join(FIXTURES, name);
  const fileName = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input.md';
  const bytes = readFileSync(join(folder, fileName));

  test('gives the elements, statements, losses and doubts that were agreed on', async () => {
    const found = `${JSON.stringify(await summarise(fileName, bytes), null, 2)}\n`;
    const file = join(folder, 'expected.json');
    if (process.env['UPDATE_FIXTURES'] === '1' || !existsSync(file)) writeFileSync(file, found);
    expect(found).toBe(readFileSync(file, 'utf8'));
  });

  test('gives a framework that the schema accepts, quoted word for word', async () => {
    const { framework, documentText } = await importDocument({ bytes, fileName, id: 'fixture', themes: [] });
    const parsed = z.parse(FrameworkSchema, framework);
    for (const statement of parsed.elements.flatMap((element) => element.statements)) expect(isQuotedFrom(documentText, statement), statement.id).toBe(true);
  });
});
