import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotesOf } from '../../../../../src/importer/outline.ts';
import { readDocx } from '../../../../../src/importer/readers/docx/read-docx.ts';
import { cell, field, item, makeDocx, paragraph, run, table, textBox } from './make-docx.ts';

const SEED = Number(process.env['FC_SEED'] ?? Date.now() % 2_147_483_647);
const DEPTH = { maxDepth: 2, depthIdentifier: fc.createDepthIdentifier() };

/** A piece of a document, as XML, with the letters that must come out of it. */
interface Piece {
  xml: string;
  letters: string;
}

// No word that could be a list mark, which is no part of what an item says.
const word = fc.stringMatching(/^[B-DF-HJ-NP-T]?[b-df-hj-np-t]{2,6}[.,:;!?]?$/);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const ownText = fc.tuple(words, fc.constantFrom('', '<w:b/>', '<w:vanish/>', '<w:sz w:val="40"/>', '<w:rStyle w:val="Strong"/>'), fc.constantFrom('', '\n', '\t', '\n\n', '• ')).map(([text, properties, before]): Piece => ({ xml: run(before + text, properties), letters: text }));
const joined = (pieces: readonly Piece[]): Piece => ({ xml: pieces.map(({ xml }) => xml).join(''), letters: pieces.map(({ letters }) => letters).join('') });
const wrapped = (piece: Piece, wrap: (xml: string) => string): Piece => ({ ...piece, xml: wrap(piece.xml) });

const { story, block } = fc.letrec<{ story: Piece; block: Piece; inline: Piece; box: Piece; nested: Piece }>((tie) => ({
  inline: fc.oneof(
    DEPTH,
    { weight: 8, arbitrary: ownText },
    { weight: 1, arbitrary: tie('box') },
    { weight: 1, arbitrary: ownText.map((piece) => wrapped(piece, (xml) => `<w:ins w:id="1">${xml}</w:ins>`)) },
    { weight: 1, arbitrary: ownText.map((piece) => wrapped(piece, (xml) => field(' REF x ', xml))) },
    { weight: 1, arbitrary: ownText.map((piece) => wrapped(piece, (xml) => `<w:sdt><w:sdtContent><w:hyperlink>${xml}</w:hyperlink></w:sdtContent></w:sdt>`)) },
  ),
  box: fc.array(tie('block'), { maxLength: 2 }).map((pieces) => wrapped(joined(pieces), textBox)),
  block: fc.oneof(
    DEPTH,
    fc.tuple(fc.array(tie('inline'), { maxLength: 4 }), fc.constantFrom('', 'Heading1', 'Heading2', 'Title', 'Quote', 'TOC1', 'ListBullet', 'Unknown'), fc.constantFrom('', '<w:rPr><w:del w:id="1"/></w:rPr>', '<w:ind w:left="900"/>', '<w:pageBreakBefore/>')).map(([pieces, style, properties]) => wrapped(joined(pieces), (xml) => paragraph(style, xml === '' ? '<w:r/>' : xml, properties))),
    fc.tuple(fc.array(tie('inline'), { minLength: 1, maxLength: 3 }), fc.nat(2), fc.constantFrom(1, 2)).map(([pieces, level, list]) => wrapped(joined(pieces), (xml) => item(level, xml, list))),
    tie('nested'),
  ),
  nested: fc.array(fc.array(fc.tuple(fc.array(tie('block'), { maxLength: 2 }), fc.constantFrom(1, 2), fc.constantFrom('down' as const, undefined)), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }).map((rows) => {
    const cells = rows.map((row) => row.map(([blocks, span, reaches]) => wrapped(joined(blocks), (xml) => cell(xml === '' ? paragraph('', '<w:r/>') : xml, reaches === undefined ? { span } : { span, reaches }))));
    return { xml: table(cells.map((row) => row.map(({ xml }) => xml))), letters: cells.flat().map(({ letters }) => letters).join('') };
  }),
  story: fc.array(tie('block'), { maxLength: 8 }).map(joined),
}));

const lettersOf = (text: string) => [...text.replace(/[^\p{L}]/gu, '')].sort().join('');

test(`every letter of a document is in one of its blocks, once (seed ${SEED})`, async () => {
  await fc.assert(fc.asyncProperty(story, block, block, block, async (body, header, footnote, comment) => {
    const bytes = makeDocx({ body: [body.xml], headers: [header.xml], footnotes: [footnote.xml], comments: [comment.xml] });
    const { blocks, documentText } = await readDocx(bytes, 'a.docx');
    const quotes = blocks.flatMap(quotesOf);
    expect(lettersOf(quotes.map(({ text }) => text).join(''))).toBe(lettersOf([body, header, footnote, comment].map(({ letters }) => letters).join('')));
    for (const { text, starts, ends } of quotes) for (const [at, start] of starts.entries()) expect(documentText.slice(start, ends[at])).toBe(text[at]);
  }), { seed: SEED, numRuns: 300 });
}, 60_000);
