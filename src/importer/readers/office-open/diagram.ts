import { attributeOf, childNamed, childrenNamed, type XmlElement } from './parse-xml.ts';

/** A point of a SmartArt diagram: its text body, if it has one of its own, and the points that hang on it. */
export interface DiagramPoint {
  body: XmlElement | undefined;
  children: DiagramPoint[];
}

/** Points that only say how the diagram is drawn. */
const DRAWING_POINTS = /^(?:pres|parTrans|sibTrans)$/;
/** Deeper than any diagram; what hangs deeper stands on its own. */
const MAX_DEPTH = 30;

/** Reads the points of a diagram's data model (ECMA-376 Part 1, 21.4) in the order they are presented; those that hang nowhere come last. */
export function readDiagram(model: XmlElement | undefined): DiagramPoint[] {
  const list = model && childNamed(model, 'dgm:ptLst');
  const elements = new Map((list ? childrenNamed(list, 'dgm:pt') : []).map((point) => [attributeOf(point, 'modelId') ?? '', point]));
  const connections = model && childNamed(model, 'dgm:cxnLst');
  const childrenOf = new Map<string, { id: string; order: number }[]>();
  for (const connection of connections ? childrenNamed(connections, 'dgm:cxn') : []) {
    if ((attributeOf(connection, 'type') ?? 'parOf') !== 'parOf') continue;
    const from = attributeOf(connection, 'srcId') ?? '';
    const children = childrenOf.get(from) ?? [];
    children.push({ id: attributeOf(connection, 'destId') ?? '', order: Number(attributeOf(connection, 'srcOrd') ?? 0) || 0 });
    childrenOf.set(from, children);
  }
  const seen = new Set<string>();
  const typeOf = (id: string) => attributeOf(elements.get(id) ?? { name: '', attributes: {}, children: [] }, 'type') ?? 'node';
  const read = (id: string, depth: number): DiagramPoint[] => {
    const element = elements.get(id);
    if (!element || seen.has(id) || depth > MAX_DEPTH) return [];
    seen.add(id);
    const children = (childrenOf.get(id) ?? []).toSorted((a, b) => a.order - b.order).flatMap((child) => read(child.id, depth + 1));
    const body = DRAWING_POINTS.test(typeOf(id)) ? undefined : childNamed(element, 'dgm:t');
    return body ? [{ body, children }] : children;
  };
  const ids = [...elements.keys()];
  const roots = [...ids.filter((id) => typeOf(id) === 'doc'), ...ids.filter((id) => !DRAWING_POINTS.test(typeOf(id))), ...ids];
  return roots.flatMap((id) => read(id, 0));
}
