import { deflateSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';

/** A file that was made to do harm, and the rule that refuses it. */
export interface HostileFile {
  name: string;
  bytes: () => Uint8Array;
  /** Rules that may refuse it; none where it holds nothing harmful to us and is read as text. */
  refusedBy: readonly string[];
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const HONEST = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Care</w:t></w:r></w:p><w:p><w:r><w:t>We will knock and wait.</w:t></w:r></w:p>';

export function docx(body: string, more: Zippable = {}): Uint8Array {
  return zipSync({ '[Content_Types].xml': strToU8(TYPES), 'word/document.xml': [strToU8(`<w:document ${WORD}><w:body>${body}</w:body></w:document>`), { level: 9 }], ...more });
}

function docxOf(xml: string): Uint8Array {
  return zipSync({ '[Content_Types].xml': strToU8(TYPES), 'word/document.xml': strToU8(xml) });
}

/** Writes another name of the same length over a part's name, in both places where a zip holds it. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');
}

/** The size that the zip's list gives for the document's text, made smaller than it is. */
function understated(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf('PK\u0001\u0002'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 4)) {
    if (copy.subarray(at + 46, at + 63).toString() === 'word/document.xml') copy.writeUInt32LE(2_000, at + 24);
  }
  return copy;
}

/** A PDF made of objects, with its table of places; `stream` objects are packed. */
export function pdf(objects: readonly (string | { dictionary: string; stream: Uint8Array })[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [at, object] of objects.entries()) {
    places.push(length());
    if (typeof object === 'string') parts.push(Buffer.from(`${at + 1} 0 obj\n${object}\nendobj\n`));
    else parts.push(Buffer.from(`${at + 1} 0 obj\n<<${object.dictionary}/Length ${object.stream.length}>>stream\n`), Buffer.from(object.stream), Buffer.from('\nendstream\nendobj\n'));
  }
  const table = length();
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`));
  return Buffer.concat(parts);
}

const text = (words: string) => `BT /F1 12 Tf 72 720 Td (${words}) Tj ET`;
const packed = (content: string | Uint8Array, dictionary = '') => ({ dictionary: `${dictionary}/Filter/FlateDecode`, stream: new Uint8Array(deflateSync(content)) });
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>';

function formBomb(): Uint8Array {
  const levels = 8;
  const forms = Array.from({ length: levels }, (_, at) => {
    const next = 7 + at;
    const isLast = at === levels - 1;
    return packed(isLast ? text('x') : Array.from({ length: 10 }, () => '/X Do').join(' '), `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>${isLast ? '' : `/XObject<</X ${next} 0 R>>`}>>`);
  });
  return pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>', FONT, packed('/X Do'), ...forms]);
}

function manyPages(count: number): Uint8Array {
  return pdf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${Array.from({ length: count }, () => '3 0 R').join(' ')}]/Count ${count}>>`, PAGE, FONT, packed(text('We will knock.'))]);
}

const withAction = pdf([
  '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\("http://127.0.0.1:9/"\\); this.exportDataObject\\({cName:"x", nLaunch:2}\\);)>>/Names<</EmbeddedFiles<</Names[(evil.exe) 6 0 R]>>>>>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>', PAGE, FONT,
  packed('BT /F1 20 Tf 72 720 Td (Care) Tj ET BT /F1 12 Tf 72 690 Td (We will knock and wait outside.) Tj ET'),
  '<</Type/Filespec/F(evil.exe)/EF<</F 7 0 R>>>>', packed('MZ', '/Type/EmbeddedFile'),
]);

const nestedTables = (depth: number) => `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;

export const HOSTILE_FILES: readonly HostileFile[] = [
  { name: 'a million paragraphs in 98 KB.docx', bytes: () => docx('<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(1_000_000)), refusedBy: ['document-too-complex'] },
  { name: 'a part of 200 MB in 200 KB.docx', bytes: () => docx(`<w:p><w:r><w:t>${'x'.repeat(200_000_000)}</w:t></w:r></w:p>`), refusedBy: ['document-too-complex'] },
  { name: 'a part larger than it says.docx', bytes: () => understated(docx(`<w:p><w:r><w:t>${'x'.repeat(50_000_000)}</w:t></w:r></w:p>`)), refusedBy: ['document-damaged'] },
  { name: '3,000 tables in each other.docx', bytes: () => docx(nestedTables(3_000)), refusedBy: ['document-too-complex'] },
  { name: '100,000 content controls in each other.docx', bytes: () => docx(`${'<w:sdt><w:sdtContent>'.repeat(100_000)}<w:p/>${'</w:sdtContent></w:sdt>'.repeat(100_000)}`), refusedBy: ['document-too-complex'] },
  { name: 'entities that multiply.docx', bytes: () => docxOf(`<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]><w:document ${WORD}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>`), refusedBy: ['document-damaged'] },
  { name: 'an entity that reads a file.docx', bytes: () => docxOf(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ${WORD}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`), refusedBy: ['document-damaged'] },
  { name: 'a name that leads out.docx', bytes: () => renamed(docx(HONEST, { 'x/xx/evil.txt': strToU8('x') }), 'x/xx/evil.txt', '../../evil.txt'.slice(0, 13)), refusedBy: ['document-damaged'] },
  { name: 'an absolute name.docx', bytes: () => renamed(docx(HONEST, { 'xtmp/evil.txt': strToU8('x') }), 'xtmp/evil.txt', '/tmp/evil.txt'), refusedBy: ['document-damaged'] },
  { name: 'one part twice.docx', bytes: () => renamed(docx(HONEST, { 'word/documenu.xml': strToU8('x') }), 'word/documenu.xml', 'word/document.xml'), refusedBy: ['document-damaged'] },
  { name: '5,000 parts.docx', bytes: () => docx(HONEST, Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`x/${at}`, strToU8('x')]))), refusedBy: ['document-too-complex'] },
  { name: 'cut off.docx', bytes: () => docx(HONEST.repeat(500)).subarray(0, 600), refusedBy: ['document-damaged'] },
  { name: 'macros.docm', bytes: () => docx(HONEST, { 'word/vbaProject.bin': strToU8('Sub AutoOpen()') }), refusedBy: [] },
  { name: 'a link to a picture elsewhere.docx', bytes: () => docx(HONEST, { 'word/_rels/document.xml.rels': strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/image" Target="http://127.0.0.1:9/pixel.png" TargetMode="External"/></Relationships>') }), refusedBy: [] },
  { name: 'forms that multiply.pdf', bytes: formBomb, refusedBy: ['document-unreadable', 'document-too-complex', 'document-scanned'] },
  { name: 'a stream of 400 MB in a few KB.pdf', bytes: () => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', PAGE, FONT, { dictionary: '/Filter[/FlateDecode/FlateDecode]', stream: new Uint8Array(deflateSync(deflateSync(new Uint8Array(400_000_000).fill(32)))) }]), refusedBy: ['document-unreadable', 'document-too-complex', 'document-scanned'] },
  { name: '10,000 pages.pdf', bytes: () => manyPages(10_000), refusedBy: ['document-too-large'] },
  { name: 'cut off.pdf', bytes: () => withAction.subarray(0, 300), refusedBy: ['document-damaged', 'document-scanned'] },
  { name: 'a program and a file inside.pdf', bytes: () => withAction, refusedBy: [] },
  { name: '50 MB of text.md', bytes: () => new Uint8Array(50_000_000).fill(97), refusedBy: ['document-too-large'] },
  { name: '100,000 list levels.md', bytes: () => strToU8(`# A\n${'- '.repeat(100_000)}x\n`), refusedBy: ['document-too-complex'] },
  { name: '100,000 quotation levels.md', bytes: () => strToU8(`# A\n${'>'.repeat(100_000)}x\n`), refusedBy: ['document-too-complex'] },
  { name: 'not UTF-8.md', bytes: () => new Uint8Array([35, 32, 65, 10, 0x93, 0xff]), refusedBy: ['document-not-utf8'] },
  { name: 'reading direction turned.md', bytes: () => strToU8('# A\n\n- We will \u202etiaw\u202c.'), refusedBy: ['hidden-character'] },
  { name: 'reading direction turned.docx', bytes: () => docx('<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Care</w:t></w:r></w:p><w:p><w:r><w:t>We will \u202etiaw\u202c.</w:t></w:r></w:p>'), refusedBy: ['hidden-character'] },
  { name: 'zero-width marks.docx', bytes: () => docx(HONEST.replace('knock', 'kn\u200bo\u2060ck')), refusedBy: [] },
  { name: '100,000 tags in each other.html', bytes: () => strToU8(`<!doctype html><h1>Care</h1>${'<div>'.repeat(100_000)}We will knock.`), refusedBy: ['document-too-complex'] },
  { name: 'a script and a frame.html', bytes: () => strToU8('<!doctype html><script>require("node:fs").writeFileSync("evil.txt", "x")</script><iframe src="http://127.0.0.1:9/"></iframe><img src=x onerror="evil()"><h1>Care</h1><p>We will knock and wait.</p>'), refusedBy: [] },
  { name: 'a word document called.pdf', bytes: () => docx(HONEST), refusedBy: [] },
  { name: 'a PDF called.docx', bytes: () => withAction, refusedBy: [] },
];
