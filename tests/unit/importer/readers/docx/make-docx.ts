import { strToU8, zipSync } from 'fflate';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = `xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"`;

export interface DocxInput {
  /** What stands in `w:body`: the results of the functions below, or XML. */
  body: readonly string[];
  /** More `w:style` elements. */
  styles?: readonly string[];
  /** More `w:abstractNum` and `w:num` elements, or others in their place. */
  numbering?: string;
  headers?: readonly string[];
  footers?: readonly string[];
  footnotes?: readonly string[];
  comments?: readonly string[];
  /** The XML of SmartArt data, for `diagram` below. */
  diagram?: string;
  properties?: { title?: string; creator?: string };
  /** What replaces a part, or takes it out. */
  parts?: Readonly<Record<string, string | undefined>>;
}

/** Builds a Word document with the styles that Word has from the start, and these lists: 1 bullets, 2 "1." over "1.1" over "(a)", 3 "Standard 1:". */
export function makeDocx({ body, styles = [], numbering = NUMBERING, headers = [], footers = [], footnotes = [], comments = [], diagram, properties, parts = {} }: DocxInput): Uint8Array {
  const related: [type: string, target: string][] = [['styles', 'styles.xml'], ['numbering', 'numbering.xml']];
  const written: Record<string, string | undefined> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(properties?.title ?? '')}</dc:title><dc:creator>${escape(properties?.creator ?? '')}</dc:creator></cp:coreProperties>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body.join('')}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${NAMESPACES}>${STYLES}${styles.join('')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${NAMESPACES}>${numbering}</w:numbering>`,
  };
  const addStories = (type: string, root: string, stories: readonly string[]) => {
    for (const [at, story] of stories.entries()) {
      written[`word/${type}${at + 1}.xml`] = `<w:${root} ${NAMESPACES}>${story}</w:${root}>`;
      related.push([type, `${type}${at + 1}.xml`]);
    }
  };
  addStories('header', 'hdr', headers);
  addStories('footer', 'ftr', footers);
  if (footnotes.length > 0) addStories('footnotes', 'footnotes', [`<w:footnote w:type="separator" w:id="-1">${paragraph('', 'drawn line')}</w:footnote>${footnotes.map((note, at) => `<w:footnote w:id="${at + 1}">${note}</w:footnote>`).join('')}`]);
  if (comments.length > 0) addStories('comments', 'comments', [comments.map((comment, at) => `<w:comment w:id="${at}">${comment}</w:comment>`).join('')]);
  if (diagram !== undefined) {
    written['word/diagrams/data1.xml'] = diagram;
    related.push(['diagramData', 'diagrams/data1.xml']);
  }
  written['word/_rels/document.xml.rels'] = relationships(related);
  const kept = Object.entries({ ...written, ...parts }).filter((part): part is [string, string] => part[1] !== undefined);
  return zipSync(Object.fromEntries(kept.map(([name, xml]) => [name, strToU8(xml)])), { level: 1 });
}

/** The id that the `at`th part beside styles and numbering has in the document, from 1. */
export const relationshipId = (at: number) => `rId${at + 2}`;

function relationships(related: readonly (readonly [type: string, target: string])[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

export const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A run. `properties` is what stands in `w:rPr`; in the text `\n` breaks the line and `\t` is a tab. */
export function run(text: string, properties = ''): string {
  const inner = text.split(/([\n\t])/).map((piece) => (piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : piece === '' ? '' : `<w:t xml:space="preserve">${escape(piece)}</w:t>`)).join('');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${inner}</w:r>`;
}

export const bold = (text: string) => run(text, '<w:b/>');

/** A paragraph in a style, '' for none. Content that begins with `<` is XML, such as the results of `run`; `properties` is more of `w:pPr`. */
export function paragraph(style: string, content: string, properties = ''): string {
  return `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
}

export const plain = (content: string) => paragraph('', content);

/** An item of a list of Word's, at a level from 0. */
export function item(level: number, content: string, list = 1, style = 'ListParagraph'): string {
  return paragraph(style, content, numbered(level, list));
}

export const numbered = (level: number, list: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** A table of texts; a cell that begins with `<` is XML. */
export function table(rows: readonly (readonly string[])[], { isHeaderMarked = false } = {}): string {
  const cells = (row: readonly string[]) => row.map((cell) => (cell.startsWith('<w:tc>') ? cell : `<w:tc>${cell.startsWith('<') ? cell : plain(cell)}</w:tc>`)).join('');
  return `<w:tbl>${rows.map((row, at) => `<w:tr>${isHeaderMarked && at === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A cell that takes several columns, or that reaches down from above. */
export function cell(content: string, { span = 1, reaches }: { span?: number; reaches?: 'down' | 'from above' } = {}): string {
  const merge = reaches === undefined ? '' : reaches === 'down' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  return `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merge}</w:tcPr>${content.startsWith('<') ? content : plain(content)}</w:tc>`;
}

/** A text box as Word writes it: in its own form, and once more in the form of older programs. */
export function textBox(content: string): string {
  const inside = `<w:txbxContent>${content}</w:txbxContent>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
}

/** The runs of a field: what it says to Word, and what Word shows. */
export function field(instruction: string, result: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${escape(instruction)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}

export const pageBreak = '<w:r><w:br w:type="page"/></w:r>';

/** A style; `properties` holds `w:basedOn`, `w:pPr` and `w:rPr`. */
export function style(id: string, name: string, properties = '', type: 'paragraph' | 'character' = 'paragraph'): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
}

/** A level of a list; it stands half an inch further in than the level above. */
export function level(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${(at + 1) * 720}" w:hanging="360"/></w:pPr></w:lvl>`;
}

export function list(id: number, levels: readonly string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
}

export const instance = (id: number, abstractId: number, overrides = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;

const HEADINGS = [1, 2, 3].map((at) => style(`Heading${at}`, `heading ${at}`, `<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${at - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${36 - at * 4}"/></w:rPr>`));
const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  ...HEADINGS,
  style('Title', 'Title', '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="56"/></w:rPr>'),
  style('TOC1', 'toc 1', '<w:basedOn w:val="Normal"/>'),
  style('Quote', 'Quote', '<w:basedOn w:val="Normal"/>'),
  style('ListParagraph', 'List Paragraph', '<w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="720"/></w:pPr>'),
  style('ListBullet', 'List Bullet', `<w:basedOn w:val="Normal"/><w:pPr>${numbered(0, 1)}</w:pPr>`),
  style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character'),
].join('');

const BULLETS = list(1, [0, 1, 2].map((at) => level(at, 'bullet', '\uf0b7')));
const NUMBERS = list(2, [level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2'), level(2, 'lowerLetter', '(%3)')]);
const STANDARDS = list(3, [level(0, 'decimal', 'Standard %1:')]);
export const NUMBERING = `${BULLETS}${NUMBERS}${STANDARDS}${instance(1, 1)}${instance(2, 2)}${instance(3, 3)}`;
