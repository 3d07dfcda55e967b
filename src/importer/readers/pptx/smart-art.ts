import { attributeOf, childNamed, childrenNamed, type XmlElement } from '../office-open/parse-xml.ts';
import { canBeSeen } from '../runs.ts';
import { readSlideText, type SlideParagraph } from './slide-text.ts';
import { readNumber, type ListStyle } from './text-style.ts';

/** A box of a SmartArt diagram, with what hangs on it. */
export interface DiagramPoint {
  paragraphs: SlideParagraph[];
  children: DiagramPoint[];
}

/** Points that only say how the diagram is drawn. */
const DRAWING_POINTS = /^(?:pres|parTrans|sibTrans)$/;

/** Reads the points of a diagram's data model (ECMA-376 Part 1, 21.4) in the order they are presented; those that hang nowhere come last. */
export function readDiagram(model: XmlElement, styles: readonly ListStyle[]): DiagramPoint[] {
  const list = childNamed(model, 'dgm:ptLst');
  const elements = new Map((list ? childrenNamed(list, 'dgm:pt') : []).map((point) => [attributeOf(point, 'modelId') ?? '', point]));
  const connections = childNamed(model, 'dgm:cxnLst');
  const childrenOf = new Map<string, { id: string; order: number }[]>();
  for (const connection of connections ? childrenNamed(connections, 'dgm:cxn') : []) {
    if ((attributeOf(connection, 'type') ?? 'parOf') !== 'parOf') continue;
    const from = attributeOf(connection, 'srcId') ?? '';
    childrenOf.set(from, [...(childrenOf.get(from) ?? []), { id: attributeOf(connection, 'destId') ?? '', order: readNumber(connection, 'srcOrd') ?? 0 }]);
  }
  const seen = new Set<string>();
  const read = (id: string): DiagramPoint[] => {
    const element = elements.get(id);
    if (!element || seen.has(id)) return [];
    seen.add(id);
    const children = (childrenOf.get(id) ?? []).toSorted((a, b) => a.order - b.order).flatMap((child) => read(child.id));
    const body = childNamed(element, 'dgm:t');
    const paragraphs = body ? readSlideText(body, styles).filter(({ lines }) => lines.some(({ runs }) => canBeSeen(runs))) : [];
    return paragraphs.length > 0 ? [{ paragraphs, children }] : children;
  };
  const ids = [...elements.keys()];
  const typeOf = (id: string) => { const element = elements.get(id); return (element && attributeOf(element, 'type')) ?? 'node'; };
  const roots = [...ids.filter((id) => typeOf(id) === 'doc'), ...ids.filter((id) => !DRAWING_POINTS.test(typeOf(id))), ...ids];
  return roots.flatMap(read);
}
