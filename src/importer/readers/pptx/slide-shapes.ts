import type { Relationship } from '../office-open/open-package.ts';
import { attributeOf, childNamed, childrenNamed, descend, elementsOf, type XmlElement } from '../office-open/parse-xml.ts';
import { canBeSeen } from '../runs.ts';
import { readBox, readMapping, surround, type Box, type Mapping } from './box.ts';
import { isTitle, readPlaceholder, type SlideDesign } from './slide-design.ts';
import { readSlideText, type SlideParagraph } from './slide-text.ts';

/** What a shape is on the slide. Footers, dates and slide numbers are printed on many slides. */
export type ShapeRole = 'title' | 'content' | 'footer' | 'date' | 'slide number';

export type ShapeContent =
  | { type: 'text'; paragraphs: SlideParagraph[] }
  | { type: 'table'; element: XmlElement }
  | { type: 'diagram'; part: string }
  | { type: 'chart'; part: string }
  | { type: 'group'; shapes: SlideShape[] }
  | { type: 'none' };

export interface SlideShape {
  role: ShapeRole;
  /** `title`, `ctrTitle`, `body`, … where it fills a placeholder. */
  placeholder: string | undefined;
  /** Unknown where neither the slide nor its layout says it. */
  box: Box | undefined;
  content: ShapeContent;
  /** What it shows, for people who don't see it. */
  description: string;
  isHidden: boolean;
}

interface Context {
  design: SlideDesign;
  related: ReadonlyMap<string, Relationship>;
  map: Mapping;
}

const ROLES: Readonly<Record<string, ShapeRole>> = { ftr: 'footer', hdr: 'footer', dt: 'date', sldNum: 'slide number' };

/** Reads the shapes of a slide, those on top last; a group holds its own. */
export function readShapes(tree: XmlElement, design: SlideDesign, related: ReadonlyMap<string, Relationship>): SlideShape[] {
  return readChildren(tree, { design, related, map: (box) => box });
}

function readChildren(tree: XmlElement, context: Context): SlideShape[] {
  return elementsOf(tree).flatMap((element): SlideShape[] => {
    if (element.name === 'mc:AlternateContent') return readAlternatives(element, context);
    if (element.name === 'p:grpSp') return [readGroup(element, context)];
    if (element.name === 'p:sp' || element.name === 'p:pic' || element.name === 'p:graphicFrame' || element.name === 'p:cxnSp') return [readShape(element, context)];
    return [];
  });
}

/** The same thing written for newer and older programs: the first that says something is read. */
function readAlternatives(element: XmlElement, context: Context): SlideShape[] {
  const choices = elementsOf(element).filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback').map((choice) => readChildren(choice, context));
  return choices.find((shapes) => shapes.some(saysSomething)) ?? choices[0] ?? [];
}

/** Whether a shape holds text, or something that may. */
export function saysSomething({ content }: SlideShape): boolean {
  if (content.type === 'group') return content.shapes.some(saysSomething);
  if (content.type !== 'text') return content.type !== 'none';
  return content.paragraphs.some(({ lines }) => lines.some(({ runs }) => canBeSeen(runs)));
}

function readGroup(element: XmlElement, context: Context): SlideShape {
  const shapes = readChildren(element, { ...context, map: readMapping(descend(element, 'p:grpSpPr', 'a:xfrm'), context.map) });
  const boxes = shapes.flatMap(({ box }) => (box ? [box] : []));
  const { description, isHidden } = readNames(element);
  return { role: 'content', placeholder: undefined, box: boxes.length > 0 ? surround(boxes) : undefined, content: { type: 'group', shapes }, description, isHidden };
}

function readShape(element: XmlElement, { design, related, map }: Context): SlideShape {
  const placeholder = readPlaceholder(element);
  const designed = placeholder && design.findPlaceholder(placeholder);
  const own = readBox(descend(element, 'p:spPr', 'a:xfrm') ?? childNamed(element, 'p:xfrm'));
  const body = childNamed(element, 'p:txBody');
  const content: ShapeContent = body ? { type: 'text', paragraphs: readSlideText(body, designed?.styles ?? design.plainStyles) } : readGraphic(element, related);
  const role = placeholder === undefined ? 'content' : isTitle(placeholder.type) ? 'title' : (ROLES[placeholder.type] ?? 'content');
  return { role, placeholder: placeholder?.type, box: own ? map(own) : designed?.box, content, ...readNames(element) };
}

function readGraphic(element: XmlElement, related: ReadonlyMap<string, Relationship>): ShapeContent {
  const data = descend(element, 'a:graphic', 'a:graphicData');
  for (const child of data ? elementsOf(data) : []) {
    if (child.name === 'a:tbl') return { type: 'table', element: child };
    const part = related.get(attributeOf(child, child.name === 'dgm:relIds' ? 'r:dm' : 'r:id') ?? '');
    if (!part || part.isExternal) continue;
    if (child.name === 'dgm:relIds') return { type: 'diagram', part: part.target };
    if (child.name === 'c:chart') return { type: 'chart', part: part.target };
  }
  return { type: 'none' };
}

function readNames(element: XmlElement): Pick<SlideShape, 'description' | 'isHidden'> {
  const [properties] = elementsOf(element).filter(({ name }) => /^p:nv\w+Pr$/.test(name)).flatMap((child) => childrenNamed(child, 'p:cNvPr'));
  return { description: (properties && attributeOf(properties, 'descr')) ?? '', isHidden: properties !== undefined && attributeOf(properties, 'hidden') === '1' };
}

/** All that a shape says itself, with single spaces; empty for tables, diagrams and groups. */
export function textOfShape({ content }: SlideShape): string {
  if (content.type !== 'text') return '';
  return content.paragraphs.map(({ lines }) => lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ')).join(' ').replace(/\s+/g, ' ').trim();
}
