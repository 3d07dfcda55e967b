import { describe, expect, test } from 'vitest';
import { addScores, readF1, scoreImport } from './score-import.ts';
import { importFile, listDocumentSets } from './documents.ts';

/** The least F1, of elements and of statements, that each set has to reach; formats that keep less of a document's structure reach less. */
const FLOORS: readonly (readonly [set: RegExp, floor: number])[] = [
  [/^shipped, as received/, 0.98],
  [/^shipped, (?:docx|html)/, 0.95],
  [/^shipped, (?:pdf|pptx)/, 0.9],
  [/^invented/, 0.9],
];

describe.each(listDocumentSets())('$name', ({ name, documents }) => {
  const floor = FLOORS.find(([set]) => set.test(name))?.[1] ?? 1;
  test(`elements and statements are found with an F1 of ${floor} or more`, async () => {
    const total = addScores(await Promise.all(documents.map(async ({ file, truth }) => scoreImport(truth, (await importFile(file)).framework))));
    const { elements, statements } = readF1(total);
    expect(Math.min(elements, statements), `elements ${elements.toFixed(3)}, statements ${statements.toFixed(3)}\n${total.notes.slice(0, 40).join('\n')}`).toBeGreaterThanOrEqual(floor);
  });
});

describe('the score', () => {
  const truth = { elements: [{ label: 'Care', statements: ['We knock', 'We wait'] }, { label: 'Hope', statements: ['We plan'] }] };
  const score = (...elements: Parameters<typeof scoreImport>[1]['elements']) => readF1(scoreImport(truth, { elements }));
  const said = (...texts: string[]) => texts.map((text) => ({ text }));

  test('is 1 for what a person found', () => {
    expect(score({ label: 'Care', statements: said('We knock.', 'We wait.') }, { label: 'Hope', statements: said('We plan.') })).toEqual({ elements: 1, statements: 1 });
  });
  test('falls for what is missed and for what is too much', () => {
    const { elements, statements } = score({ label: 'Care', statements: said('We knock.', 'Page 3') }, { label: 'Contents', statements: said('Care 4') });
    expect([elements, statements]).toEqual([0.5, 1 / 3]);
  });
  test('a name alone finds nothing', () => {
    expect(score({ label: 'Care', statements: said('Something else.') }).elements).toBe(0);
  });
});
