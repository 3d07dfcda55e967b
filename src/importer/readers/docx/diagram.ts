import { attributeOf, childNamed, childrenNamed, elementsOf, textOf, type XmlElement } from '../office-open/parse-xml.ts';
import type { StyleSheet } from './styles.ts';
import type { WordBlock } from './word-blocks.ts';

/** Points that only say how the diagram is drawn. */
const DRAWING_POINTS = /^(?:pres|parTrans|sibTrans)$/;

/** Reads the words of a SmartArt graphic (ECMA-376 Part 1, 21.4) as a list, in the order they are presented. */
export function readDiagram(model: XmlElement | undefined, styles: StyleSheet): WordBlock[] {
  const list = model && childNamed(model, 'dgm:ptLst');
  const points = new Map((list ? childrenNamed(list, 'dgm:pt') : []).map((point) => [attributeOf(point, 'modelId') ?? '', point]));
  const connections = model && childNamed(model, 'dgm:cxnLst');
  const childrenOf = new Map<string, { id: string; order: number }[]>();
  for (const connection of connections ? childrenNamed(connections, 'dgm:cxn') : []) {
    if ((attributeOf(connection, 'type') ?? 'parOf') !== 'parOf') continue;
    const from = attributeOf(connection, 'srcId') ?? '';
    const children = childrenOf.get(from) ?? [];
    children.push({ id: attributeOf(connection, 'destId') ?? '', order: Number(attributeOf(connection, 'srcOrd') ?? 0) });
    childrenOf.set(from, children);
  }
  const blocks: WordBlock[] = [];
  const seen = new Set<string>();
  const open = [...points.keys()].map((id) => ({ id, level: 0 })).reverse();
  // Points under others are reached through them, and those that only draw are passed over.
  const below = new Set([...childrenOf.values()].flat().map(({ id }) => id));
  const ordered = [...open.filter(({ id }) => below.has(id)), ...open.filter(({ id }) => !below.has(id))];
  for (let next = ordered.pop(); next; next = ordered.pop()) {
    const { id, level } = next;
    const point = points.get(id);
    if (!point || seen.has(id)) continue;
    seen.add(id);
    const texts = readPoint(point);
    for (const text of texts) blocks.push(toItem(text, level, styles));
    const children = (childrenOf.get(id) ?? []).toSorted((a, b) => b.order - a.order);
    for (const child of children) ordered.push({ id: child.id, level: texts.length > 0 ? level + 1 : level });
  }
  return blocks;
}

function readPoint(point: XmlElement): string[] {
  if (DRAWING_POINTS.test(attributeOf(point, 'type') ?? 'node')) return [];
  const body = childNamed(point, 'dgm:t');
  return (body ? childrenNamed(body, 'a:p') : []).map((paragraph) => elementsOf(paragraph).map((run) => (run.name === 'a:br' ? ' ' : textOf(run))).join('')).filter((text) => text.trim() !== '');
}

function toItem(text: string, level: number, styles: StyleSheet): WordBlock {
  const list = { id: 'diagram', level, mark: { written: '•', marker: { kind: 'bullet', value: '' } as const } };
  return { type: 'paragraph', lines: [{ runs: [{ text }], isAfterBreak: false }], style: styles.resolveParagraph(undefined), format: { left: level * 360 }, list, isContents: false, asides: [], boxes: [] };
}
