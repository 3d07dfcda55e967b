import { readDiagram, type DiagramPoint } from '../office-open/diagram.ts';
import { childrenNamed, elementsOf, textOf, type XmlElement } from '../office-open/parse-xml.ts';
import type { StyleSheet } from './styles.ts';
import type { WordBlock } from './word-blocks.ts';

/** Reads the words of a SmartArt graphic as a list. */
export function readDiagramList(model: XmlElement | undefined, styles: StyleSheet): WordBlock[] {
  return readDiagram(model).flatMap((point) => toItems(point, 0, styles));
}

function toItems({ body, children }: DiagramPoint, level: number, styles: StyleSheet): WordBlock[] {
  const texts = readBody(body);
  return [...texts.map((text) => toItem(text, level, styles)), ...children.flatMap((child) => toItems(child, texts.length > 0 ? level + 1 : level, styles))];
}

function readBody(body: XmlElement | undefined): string[] {
  return (body ? childrenNamed(body, 'a:p') : []).map((paragraph) => elementsOf(paragraph).map((run) => (run.name === 'a:br' ? ' ' : textOf(run))).join('')).filter((text) => text.trim() !== '');
}

function toItem(text: string, level: number, styles: StyleSheet): WordBlock {
  const list = { id: 'diagram', level, mark: { written: '•', marker: { kind: 'bullet', value: '' } as const } };
  return { type: 'paragraph', lines: [{ runs: [{ text }], isAfterBreak: false }], style: styles.resolveParagraph(undefined), format: { left: level * 360 }, list, isContents: false, asides: [], boxes: [] };
}
