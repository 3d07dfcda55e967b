import { strToU8, zipSync } from 'fflate';

/** Left, top, width and height in centimetres; a slide is 32 wide and 18 high. */
export type At = readonly [left: number, top: number, width: number, height: number];

/** `**bold**` within the text; `\n` breaks the line. */
export type ParagraphInput = string | { text: string; level?: number; mark?: 'none' | 'bullet' | { scheme: string; startAt?: number }; size?: number; field?: 'slidenum' | 'datetime1' };

export interface DiagramInput {
  text: string;
  children?: readonly DiagramInput[];
}

export type ShapeInput =
  | { type: 'box'; at?: At; text: readonly ParagraphInput[]; fontScale?: number; isHidden?: boolean }
  | { type: 'placeholder'; kind: string; index?: number; at?: At; text: readonly ParagraphInput[] }
  | { type: 'table'; at: At; rows: readonly (readonly string[])[]; isFirstRowSetOff?: boolean }
  | { type: 'diagram'; at: At; points: readonly DiagramInput[] }
  | { type: 'chart'; at: At; title: string }
  | { type: 'picture'; at: At; description: string }
  | { type: 'group'; at: At; inside: At; shapes: readonly ShapeInput[] }
  | { type: 'xml'; xml: string };

export interface SlideInput {
  layout?: 'title' | 'secHead' | 'obj' | 'twoObj' | 'titleOnly' | 'blank';
  title?: string;
  /** The text of the first placeholder under the title, and of the second. */
  body?: readonly ParagraphInput[];
  secondBody?: readonly ParagraphInput[];
  shapes?: readonly ShapeInput[];
  footer?: string;
  hasNumber?: boolean;
  notes?: readonly string[];
  comments?: readonly string[];
  isHidden?: boolean;
}

export interface DeckInput {
  slides: readonly SlideInput[];
  properties?: { title?: string; creator?: string };
  /** Names of the slides' parts, where they shall not be in the order of the slides. */
  partNumbers?: readonly number[];
  /** What replaces a part, or takes it out. */
  parts?: Readonly<Record<string, string | undefined>>;
}

const EMU = 360_000;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;

/** Builds a PowerPoint file as the program writes it: a master with bullets, six layouts, and the slides described. */
export function makePptx({ slides, properties, partNumbers, parts: replaced = {} }: DeckInput): Uint8Array {
  const numbers = partNumbers ?? slides.map((_, at) => at + 1);
  const parts: Record<string, string | undefined> = {
    '_rels/.rels': relationships([['officeDocument', 'ppt/presentation.xml'], ['metadata/core-properties', 'docProps/core.xml']]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(properties?.title ?? '')}</dc:title><dc:creator>${escape(properties?.creator ?? '')}</dc:creator></cp:coreProperties>`,
    'ppt/presentation.xml': presentation(slides.length),
    'ppt/_rels/presentation.xml.rels': relationships([['slideMaster', 'slideMasters/slideMaster1.xml'], ...numbers.map((number): [string, string] => ['slide', `slides/slide${number}.xml`])]),
    'ppt/theme/theme1.xml': theme(),
    'ppt/slideMasters/slideMaster1.xml': master(),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationships([...LAYOUTS.map((_, at): [string, string] => ['slideLayout', `../slideLayouts/slideLayout${at + 1}.xml`]), ['theme', '../theme/theme1.xml']]),
  };
  for (const [at, { type, shapes }] of LAYOUTS.entries()) {
    parts[`ppt/slideLayouts/slideLayout${at + 1}.xml`] = `<p:sldLayout ${NAMESPACES} type="${type}"><p:cSld name="${type}">${tree(shapes)}</p:cSld></p:sldLayout>`;
    parts[`ppt/slideLayouts/_rels/slideLayout${at + 1}.xml.rels`] = relationships([['slideMaster', '../slideMasters/slideMaster1.xml']]);
  }
  for (const [at, slide] of slides.entries()) addSlide(parts, slide, numbers[at] ?? 0);
  parts['[Content_Types].xml'] = contentTypes(Object.keys(parts));
  const kept = Object.entries({ ...parts, ...replaced }).filter((part): part is [string, string] => part[1] !== undefined);
  return zipSync(Object.fromEntries(kept.map(([name, xml]) => [name, strToU8(xml)])), { level: 1 });
}

function addSlide(parts: Record<string, string | undefined>, slide: SlideInput, number: number): void {
  const { layout = 'obj', title, body, secondBody, footer } = slide;
  const related: [string, string][] = [['slideLayout', `../slideLayouts/slideLayout${LAYOUTS.findIndex(({ type }) => type === layout) + 1}.xml`]];
  const addPart = (type: string, name: string, xml: string) => {
    parts[`ppt/${name}`] = xml;
    related.push([type, `../${name}`]);
    return `rId${related.length}`;
  };
  const second = layout === 'title' ? 'subTitle' : layout === 'secHead' ? 'body' : 'obj';
  const all: ShapeInput[] = [
    ...(title === undefined ? [] : [{ type: 'placeholder' as const, kind: layout === 'title' ? 'ctrTitle' : 'title', text: [title] }]),
    ...(body ? [{ type: 'placeholder' as const, kind: second, index: 1, text: body }] : []),
    ...(secondBody ? [{ type: 'placeholder' as const, kind: 'obj', index: 2, text: secondBody }] : []),
    ...(slide.shapes ?? []),
    ...(footer === undefined ? [] : [{ type: 'placeholder' as const, kind: 'ftr', index: 11, text: [footer] }]),
    ...(slide.hasNumber ? [{ type: 'placeholder' as const, kind: 'sldNum', index: 12, text: [{ text: String(number), field: 'slidenum' as const }] }] : []),
  ];
  const xml = all.map((shape, at) => shapeXml(shape, `${number}${String(at).padStart(2, '0')}`, addPart)).join('');
  if (slide.notes) addPart('notesSlide', `notesSlides/notesSlide${number}.xml`, `<p:notes ${NAMESPACES}><p:cSld>${tree(placeholderXml({ kind: 'body', index: 1, text: slide.notes }))}</p:cSld></p:notes>`);
  if (slide.comments) addPart('comments', `comments/comment${number}.xml`, `<p:cmLst ${NAMESPACES}>${slide.comments.map((text) => `<p:cm><p:text>${escape(text)}</p:text></p:cm>`).join('')}</p:cmLst>`);
  parts[`ppt/slides/slide${number}.xml`] = `<p:sld ${NAMESPACES}${slide.isHidden ? ' show="0"' : ''}><p:cSld>${tree(xml)}</p:cSld></p:sld>`;
  parts[`ppt/slides/_rels/slide${number}.xml.rels`] = relationships(related);
}

type AddPart = (type: string, name: string, xml: string) => string;

function shapeXml(shape: ShapeInput, id: string, addPart: AddPart): string {
  switch (shape.type) {
    case 'xml':
      return shape.xml;
    case 'placeholder':
      return placeholderXml(shape);
    case 'box':
      return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="TextBox ${id}"${shape.isHidden ? ' hidden="1"' : ''}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${shape.at ? transform('a', shape.at) : ''}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square">${shape.fontScale === undefined ? '' : `<a:normAutofit fontScale="${shape.fontScale * 1000}"/>`}</a:bodyPr><a:lstStyle/>${shape.text.map(paragraphXml).join('')}</p:txBody></p:sp>`;
    case 'group': {
      const [left, top, width, height] = shape.inside.map((value) => Math.round(value * EMU));
      const inside = `<a:chOff x="${left}" y="${top}"/><a:chExt cx="${width}" cy="${height}"/>`;
      return `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${id}" name="Group ${id}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>${transform('a', shape.at, inside)}</p:grpSpPr>${shape.shapes.map((inner, at) => shapeXml(inner, `${id}${at}`, addPart)).join('')}</p:grpSp>`;
    }
    case 'picture':
      return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Picture ${id}" descr="${escape(shape.description)}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill/><p:spPr>${transform('a', shape.at)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
    case 'table': {
      const columns = Math.max(...shape.rows.map((row) => row.length));
      const [, , width, height] = shape.at;
      const grid = Array.from({ length: columns }, () => `<a:gridCol w="${Math.round((width * EMU) / columns)}"/>`).join('');
      const rows = shape.rows.map((row) => `<a:tr h="${Math.round((height * EMU) / shape.rows.length)}">${row.map(cellXml).join('')}</a:tr>`).join('');
      return frame(id, shape.at, 'http://schemas.openxmlformats.org/drawingml/2006/table', `<a:tbl><a:tblPr${shape.isFirstRowSetOff ? ' firstRow="1"' : ''}/><a:tblGrid>${grid}</a:tblGrid>${rows}</a:tbl>`);
    }
    case 'diagram': {
      const part = addPart('diagramData', `diagrams/data${id}.xml`, diagramXml(shape.points));
      return frame(id, shape.at, 'http://schemas.openxmlformats.org/drawingml/2006/diagram', `<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="${part}" r:lo="" r:qs="" r:cs=""/>`);
    }
    case 'chart': {
      const part = addPart('chart', `charts/chart${id}.xml`, `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ${NAMESPACES}><c:chart><c:title><c:tx><c:rich><a:bodyPr/>${paragraphXml(shape.title)}</c:rich></c:tx></c:title></c:chart></c:chartSpace>`);
      return frame(id, shape.at, 'http://schemas.openxmlformats.org/drawingml/2006/chart', `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${part}"/>`);
    }
  }
}

function placeholderXml({ kind, index, at, text }: { kind: string; index?: number; at?: At; text: readonly ParagraphInput[] }): string {
  const mark = `<p:ph${kind === 'obj' ? '' : ` type="${kind}"`}${index === undefined ? '' : ` idx="${index}"`}/>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${index ?? 2}" name="${kind}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${mark}</p:nvPr></p:nvSpPr><p:spPr>${at ? transform('a', at) : ''}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>${text.map(paragraphXml).join('')}</p:txBody></p:sp>`;
}

/** A cell's lines are parted by `\n`; `<` goes on from the cell to the left, `^` from the cell above. */
function cellXml(text: string): string {
  const merged = text === '<' ? ' hMerge="1"' : text === '^' ? ' vMerge="1"' : '';
  const lines = merged === '' ? text.split('\n') : [''];
  return `<a:tc${merged}><a:txBody><a:bodyPr/><a:lstStyle/>${lines.map(paragraphXml).join('')}</a:txBody><a:tcPr/></a:tc>`;
}

function paragraphXml(input: ParagraphInput): string {
  const { text, level, mark, size, field } = typeof input === 'string' ? { text: input } : input;
  const bullet = mark === undefined ? '' : mark === 'none' ? '<a:buNone/>' : mark === 'bullet' ? '<a:buChar char="•"/>' : `<a:buAutoNum type="${mark.scheme}"${mark.startAt === undefined ? '' : ` startAt="${mark.startAt}"`}/>`;
  const runs = text.split(/(\*\*.+?\*\*|\n)/s).filter((piece) => piece !== '').map((piece) => {
    if (piece === '\n') return '<a:br/>';
    const isBold = piece.startsWith('**') && piece.endsWith('**') && piece.length > 4;
    const properties = `<a:rPr lang="en-GB"${size === undefined ? '' : ` sz="${size * 100}"`}${isBold ? ' b="1"' : ''}/>`;
    const words = `<a:t>${escape(isBold ? piece.slice(2, -2) : piece)}</a:t>`;
    return field === undefined ? `<a:r>${properties}${words}</a:r>` : `<a:fld id="{00000000-0000-0000-0000-000000000000}" type="${field}">${properties}${words}</a:fld>`;
  });
  return `<a:p><a:pPr${level === undefined ? '' : ` lvl="${level}"`}${mark === 'none' ? ' marL="0" indent="0"' : ''}>${bullet}</a:pPr>${runs.join('')}</a:p>`;
}

function diagramXml(points: readonly DiagramInput[]): string {
  const list: string[] = ['<dgm:pt modelId="0" type="doc"/>', '<dgm:pt modelId="pres" type="pres"/>'];
  const connections: string[] = [];
  const add = (point: DiagramInput, parent: string, order: number) => {
    const id = String(list.length);
    // Points stand in the file in any order; only the connections say how they follow each other.
    list.unshift(`<dgm:pt modelId="${id}"><dgm:t><a:bodyPr/>${paragraphXml(point.text)}</dgm:t></dgm:pt>`);
    connections.unshift(`<dgm:cxn modelId="c${id}" srcId="${parent}" destId="${id}" srcOrd="${order}" destOrd="0"/>`);
    for (const [at, child] of (point.children ?? []).entries()) add(child, id, at);
  };
  for (const [at, point] of points.entries()) add(point, '0', at);
  return `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" ${NAMESPACES}><dgm:ptLst>${list.join('')}</dgm:ptLst><dgm:cxnLst>${connections.join('')}</dgm:cxnLst></dgm:dataModel>`;
}

function frame(id: string, at: At, uri: string, graphic: string): string {
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Graphic ${id}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${transform('p', at)}<a:graphic><a:graphicData uri="${uri}">${graphic}</a:graphicData></a:graphic></p:graphicFrame>`;
}

function transform(prefix: 'a' | 'p', at: At, inside = ''): string {
  const [left, top, width, height] = at.map((value) => Math.round(value * EMU));
  return `<${prefix}:xfrm><a:off x="${left}" y="${top}"/><a:ext cx="${width}" cy="${height}"/>${inside}</${prefix}:xfrm>`;
}

function tree(shapes: string): string {
  return `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree>`;
}

function designed(kind: string, index: number | undefined, at: At | undefined, style = ''): string {
  return placeholderXml({ kind, ...(index === undefined ? {} : { index }), ...(at ? { at } : {}), text: [`Click to edit ${kind}`] }).replace('<a:lstStyle/>', `<a:lstStyle>${style}</a:lstStyle>`);
}

const NO_BULLETS = '<a:lvl1pPr marL="0" indent="0"><a:buNone/></a:lvl1pPr>';

const LAYOUTS: readonly { type: NonNullable<SlideInput['layout']>; shapes: string }[] = [
  { type: 'title', shapes: designed('ctrTitle', undefined, [4, 3, 24, 6]) + designed('subTitle', 1, [4, 10, 24, 4], NO_BULLETS) },
  { type: 'secHead', shapes: designed('title', undefined, [2, 5, 28, 5]) + designed('body', 1, [2, 11, 28, 4], NO_BULLETS) },
  { type: 'obj', shapes: designed('title', undefined, undefined) + designed('obj', 1, undefined) },
  { type: 'twoObj', shapes: designed('title', undefined, undefined) + designed('obj', 1, [2, 4.5, 13.5, 11.5]) + designed('obj', 2, [16.5, 4.5, 13.5, 11.5]) },
  { type: 'titleOnly', shapes: designed('title', undefined, undefined) },
  { type: 'blank', shapes: '' },
];

function master(): string {
  const shapes = designed('title', undefined, [2, 1, 28, 3]) + designed('body', 1, [2, 4.5, 28, 11.5]) + designed('ftr', 11, [10, 16.5, 12, 1]) + designed('sldNum', 12, [24, 16.5, 6, 1]);
  const level = (number: number, size: number, bullet: string) => `<a:lvl${number}pPr marL="${(number - 1) * 457_200 + 228_600}" indent="-228600">${bullet}<a:defRPr sz="${size * 100}"/></a:lvl${number}pPr>`;
  const bodies = [28, 24, 20].map((size, at) => level(at + 1, size, '<a:buChar char="•"/>')).join('');
  const layouts = LAYOUTS.map((_, at) => `<p:sldLayoutId id="${2_147_483_649 + at}" r:id="rId${at + 1}"/>`).join('');
  return `<p:sldMaster ${NAMESPACES}><p:cSld>${tree(shapes)}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${layouts}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${level(1, 44, '<a:buNone/>')}</p:titleStyle><p:bodyStyle>${bodies}</p:bodyStyle><p:otherStyle>${level(1, 18, '')}</p:otherStyle></p:txStyles></p:sldMaster>`;
}

function presentation(slides: number): string {
  const list = Array.from({ length: slides }, (_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 2}"/>`).join('');
  return `<p:presentation ${NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="${32 * EMU}" cy="${18 * EMU}"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr></p:defaultTextStyle></p:presentation>`;
}

function theme(): string {
  const colours = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map((name) => `<a:${name}><a:srgbClr val="${name.startsWith('lt') ? 'FFFFFF' : '333333'}"/></a:${name}>`).join('');
  const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
  return `<a:theme ${NAMESPACES} name="Plain"><a:themeElements><a:clrScheme name="Plain">${colours}</a:clrScheme><a:fontScheme name="Plain"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Plain"/></a:themeElements></a:theme>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('');
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
}

function contentTypes(names: readonly string[]): string {
  const kinds: readonly [RegExp, string][] = [[/^ppt\/presentation\.xml$/, 'presentationml.presentation.main'], [/\/slide\d+\.xml$/, 'presentationml.slide'], [/slideLayout\d+\.xml$/, 'presentationml.slideLayout'], [/slideMaster\d+\.xml$/, 'presentationml.slideMaster'], [/notesSlide\d+\.xml$/, 'presentationml.notesSlide'], [/theme\d+\.xml$/, 'theme']];
  const overrides = names.flatMap((name) => kinds.filter(([pattern]) => pattern.test(name)).map(([, kind]) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`));
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
