import { makePptx } from '../unit/importer/readers/pptx/make-pptx.ts';
import { docx, pdf } from '../unit/importer/hostile/hostile-files.ts';

/** Documents of a size that councils publish, and of the largest that an import has to bear. */
const DUTY = 'We will see every child on their own, listen to what they say, and write it down in their own words before the week ends.';

const paragraph = (text: string, level?: number) => `<w:p w:rsidR="00A77B3E"><w:pPr>${level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`}<w:spacing w:after="120"/></w:pPr><w:r w:rsidRPr="00B1"><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A Word document; about a hundred paragraphs of this length fill four pages. */
export function honestDocx(paragraphs: number): Uint8Array {
  return docx(Array.from({ length: paragraphs }, (_, at) => (at % 12 === 0 ? paragraph(`Standard ${at / 12 + 1}: Working with families ${at}`, 1) : paragraph(`${DUTY} (${at})`))).join(''));
}

/** A PDF with a heading, a footer and 40 lines on each page. */
export function honestPdf(pages: number): Uint8Array {
  const lines = (page: number) => Array.from({ length: 20 }, (_, at) => `BT /F1 11 Tf 90 ${740 - at * 34} Td (We will see every child on their own, and listen to what they say,) Tj ET BT /F1 11 Tf 90 ${726 - at * 34} Td (and write it down in their words before week ${at + page} ends.) Tj ET BT /F1 11 Tf 72 ${740 - at * 34} Td (\\225) Tj ET`).join(' ');
  const first = 5;
  const pageObjects = Array.from({ length: pages }, (_, at) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents ${first + at * 2 + 1} 0 R>>`,
    { dictionary: '', stream: new TextEncoder().encode(`BT /F2 18 Tf 72 780 Td (Standard ${at + 1}: Working with families) Tj ET ${lines(at)} BT /F1 9 Tf 72 40 Td (Practice standards) Tj ET BT /F1 9 Tf 500 40 Td (${at + 1}) Tj ET`) },
  ]).flat();
  const kids = Array.from({ length: pages }, (_, at) => `${first + at * 2} 0 R`).join(' ');
  const font = (name: string) => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
  return pdf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`, font('Helvetica'), font('Helvetica-Bold'), ...pageObjects]);
}

/** A deck with a standard and six statements on each slide. */
export function honestPptx(slides: number): Uint8Array {
  return makePptx({ slides: Array.from({ length: slides }, (_, at) => ({ title: `Standard ${at + 1}: Working with families`, body: Array.from({ length: 6 }, (_line, index) => `${DUTY} (${index})`), footer: 'Practice standards', hasNumber: true })) });
}

/** Markdown of about `bytes` bytes, within the limit of lines. */
export function honestMarkdown(bytes: number): Uint8Array {
  const parts: string[] = ['# Practice standards\n'];
  let size = 0;
  for (let at = 0; size < bytes; at += 1) {
    const part = at % 8 === 0 ? `\n## Standard ${at / 8 + 1}: Working with families\n\n` : `- ${DUTY} ${DUTY} (${at})\n`;
    parts.push(part);
    size += part.length;
  }
  return new TextEncoder().encode(parts.join(''));
}
