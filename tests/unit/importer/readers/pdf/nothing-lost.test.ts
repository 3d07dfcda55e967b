import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isQuotedFrom } from '../../../../../src/framework/quotation.ts';
import { boundsOf } from '../../../../../src/importer/quoted-text.ts';
import { quotesOf } from '../../../../../src/importer/outline.ts';
import type { Page, Text } from './make-pdf.ts';
import { readPages } from './outline-of.ts';

const word = fc.stringMatching(/^[A-Za-z]{1,9}$/);
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const text: fc.Arbitrary<Text> = fc.record({ text: line, x: fc.integer({ min: 20, max: 400 }), y: fc.integer({ min: 1, max: 39 }).map((step) => step * 21), size: fc.constantFrom(8, 11, 11, 11, 16), isBold: fc.boolean(), isTurned: fc.constantFrom(false, false, false, false, true) })
  // What runs off the page is nobody's to read.
  .map((shown) => ({ ...shown, isTurned: shown.isTurned && shown.y > 700, x: shown.size > 11 ? Math.min(shown.x, 60) : shown.x, text: shown.text.slice(0, shown.x > 200 ? 25 : 50) }));

/** Pages with their texts anywhere but on top of each other. */
const page: fc.Arbitrary<Page> = fc.uniqueArray(text, { selector: ({ y }) => y, minLength: 1, maxLength: 25 }).map((texts) => ({ texts }));
const filler: Page = { texts: [{ text: 'We listen to every child and write down what the child says in the words of the child', x: 60, y: 12 }] };

const lettersOf = (strings: readonly string[]) => Array.from(strings.join('').replace(/[^A-Za-z]/g, '')).sort().join('');

test('every letter of every page is read once, and every quotation stands in the text that was read', async () => {
  await fc.assert(fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), async (pages) => {
    const all = [...pages, filler];
    const { blocks, documentText } = await readPages(all);
    const written = lettersOf(all.flatMap(({ texts }) => texts.map((shown) => shown.text)));
    expect(lettersOf([documentText])).toBe(written);
    const marks = blocks.flatMap((block) => (block.type === 'item' ? [block.marker.value] : []));
    const read = lettersOf([...blocks.flatMap(quotesOf).map((quote) => quote.text), ...marks]);
    // A lone "e", "o" or "v" before text is a bullet.
    expect(read.replace(/[eov]/gi, '')).toBe(written.replace(/[eov]/gi, ''));
    for (const quote of blocks.flatMap(quotesOf)) if (quote.text !== '') expect(isQuotedFrom(documentText, { text: quote.text, source: { page: 1, ...boundsOf(quote) } })).toBe(true);
  }), { numRuns: 60 });
});
